package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.ParserFuzz;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An origin")
class OriginTest {
    @Test
    void isTheFacilityAndTheEpoch() {
        assertEquals("custody/UA26-0007/1", Examples.ORIGIN.text());
        assertEquals(Examples.ORIGIN, Origin.parse("custody/UA26-0007/1").orThrow());
    }

    @Test
    void readsNothingButWhatItWrites() {
        List<String> valid = List.of("custody/UA26-0007/1", "custody/a/999999", "custody/" + "Z".repeat(32) + "/10");
        ParserFuzz.text(valid, Origin::parse, Origin::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "custody/",
                "custody//1",
                "custody/UA26-0007",
                "custody/UA26-0007/",
                "custody/UA26-0007/0",
                "custody/UA26-0007/01",
                "custody/UA26-0007/1000000",
                "custody/UA26-0007/+1",
                "custody/UA26/0007/1",
                "Custody/UA26-0007/1",
                "custody/UA26_0007/1",
                "custody/ІТТ-7/1",
                "custody/UA26-0007/1 ",
                "custody/ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456/1"
            })
    void cannotBeReadFromAnotherForm(String text) {
        assertTrue(Origin.parse(text).accepted().isEmpty());
    }

    @Test
    void cannotHaveAnEpochBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> new Origin("UA26-0007", 0));
        assertThrows(IllegalArgumentException.class, () -> new Origin("UA26 0007", 1));
    }
}
