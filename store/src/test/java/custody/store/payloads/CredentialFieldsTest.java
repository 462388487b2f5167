package custody.store.payloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.CredentialChange.Kind;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialFieldsTest {
    private static final Badge WHOSE = new Badge("1000001");
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void sayWhatWasDoneForWhomAndByWhom() {
        var change = new CredentialChange(Kind.TOKENS_REVOKED, WHOSE, new Accounts.Signed(new Badge("1000009")));
        assertEquals(
                List.of(
                        text("kind", "tokens-revoked"),
                        text("badge", "1000001"),
                        text("recordedAt", "2026-11-24T10:00:00Z"),
                        text("recordedBy", "1000009")),
                CredentialFields.of(change, AT));
    }

    @Test
    void nameNobodyWhereItWasDoneAtTheConsole() {
        List<Field> fields =
                CredentialFields.of(new CredentialChange(Kind.TOKEN_MADE, WHOSE, new Accounts.Console()), AT);
        assertTrue(EventFields.text(fields, "recordedBy").isEmpty());
        assertTrue(CredentialFields.are(fields));
    }

    @Test
    void areNotTakenForAnOfficer() {
        assertFalse(CredentialFields.are(OfficerFields.of(
                new Officer(WHOSE, "Хтось", "", "", new FacilityCode("UA26-0007"), Officer.Category.MEDIC, true))));
    }

    private static Field text(String name, String text) {
        return new Field(name, new FieldValue.Text(text));
    }
}
