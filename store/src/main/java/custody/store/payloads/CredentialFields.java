package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.events.Badge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A new password or token as fields of a role entry; an officer's fields have no {@code kind}. */
public final class CredentialFields {
    private static final String KIND = "kind";
    private static final String RECORDED_AT = "recordedAt";

    private CredentialFields() {}

    /** What was done, for whom, by whom; {@code recordedBy} is missing where it was done at the console. */
    public static List<Field> of(CredentialChange change, Instant at) {
        List<Field> fields = new ArrayList<>();
        text(fields, KIND, change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text(fields, "badge", change.badge().number());
        done(fields, change.by(), at);
        return fields;
    }

    /** When something was done and by whom. */
    static void done(List<Field> fields, Accounts.By by, Instant at) {
        text(fields, RECORDED_AT, at.toString());
        switch (by) {
            case Accounts.Signed(var badge) -> text(fields, "recordedBy", badge.number());
            case Accounts.Console() -> {}
        }
    }

    /** Who did what a role entry says; empty where it says neither when nor who. */
    public static Optional<Accounts.By> by(List<Field> fields) {
        return EventFields.text(fields, RECORDED_AT)
                .map(_ -> EventFields.text(fields, "recordedBy")
                        .<Accounts.By>map(badge -> new Accounts.Signed(new Badge(badge)))
                        .orElseGet(Accounts.Console::new));
    }

    /** Of which badge a role entry speaks. */
    public static Optional<Badge> badge(List<Field> fields) {
        return EventFields.text(fields, "badge").map(Badge::new);
    }

    /** What a role entry about a way in says was done. */
    public static CredentialChange.Kind kind(List<Field> fields) {
        return CredentialChange.Kind.valueOf(EventFields.text(fields, KIND)
                .orElseThrow(() -> new IllegalArgumentException("no way in"))
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
    }

    /** Whether the fields of a role entry say so, and not what an officer is. */
    public static boolean are(List<Field> fields) {
        return EventFields.text(fields, KIND).isPresent();
    }

    private static void text(List<Field> fields, String name, String text) {
        fields.add(new Field(name, new FieldValue.Text(text)));
    }
}
