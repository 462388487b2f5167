package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A new password or token as fields of a role entry; an officer's fields have no {@code kind}. */
public final class CredentialFields {
    private static final String KIND = "kind";

    private CredentialFields() {}

    /** What was done, for whom, by whom; {@code recordedBy} is missing where it was done at the console. */
    public static List<Field> of(CredentialChange change, Instant at) {
        List<Field> fields = new ArrayList<>();
        text(fields, KIND, change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text(fields, "badge", change.badge().number());
        text(fields, "recordedAt", at.toString());
        switch (change.by()) {
            case Accounts.Signed(var badge) -> text(fields, "recordedBy", badge.number());
            case Accounts.Console() -> {}
        }
        return fields;
    }

    /** Whether the fields of a role entry say so, and not what an officer is. */
    public static boolean are(List<Field> fields) {
        return EventFields.text(fields, KIND).isPresent();
    }

    private static void text(List<Field> fields, String name, String text) {
        fields.add(new Field(name, new FieldValue.Text(text)));
    }
}
