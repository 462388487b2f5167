package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.desk.Accounts;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An officer as fields. */
public final class OfficerFields {
    private OfficerFields() {}

    /** All that is known of the officer. */
    public static List<Field> of(Officer officer) {
        return List.of(
                text("badge", officer.badge().number()),
                text("name", officer.name()),
                text("rank", officer.rank()),
                text("post", officer.post()),
                text("facility", officer.facility().code()),
                text("category", officer.category().name()),
                new Field("active", new FieldValue.Flag(officer.active())));
    }

    /** An officer with who put him in, and when, as a role entry says it; {@code recordedBy} is missing where it was done at the console. */
    public static List<Field> of(Officer officer, Accounts.By by, Instant at) {
        List<Field> fields = new ArrayList<>(of(officer));
        CredentialFields.done(fields, by, at);
        return fields;
    }

    private static Field text(String name, String text) {
        return new Field(name, new FieldValue.Text(text));
    }

    /** The officer that fields hold; throws {@link IllegalArgumentException} if they hold none. */
    public static Officer officer(List<Field> fields) {
        return new Officer(
                new Badge(required(fields, "badge")),
                required(fields, "name"),
                required(fields, "rank"),
                required(fields, "post"),
                new FacilityCode(required(fields, "facility")),
                Officer.Category.valueOf(required(fields, "category")),
                fields.contains(new Field("active", new FieldValue.Flag(true))));
    }

    private static String required(List<Field> fields, String name) {
        return EventFields.text(fields, name)
                .orElseThrow(() -> new IllegalArgumentException("an officer without " + name));
    }
}
