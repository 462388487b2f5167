package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.ledger.Malformed;
import custody.ledger.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A time in a leaf")
class UtcMillisTest {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void isWrittenAndReadLikeTheCalendarOfJava() {
        Seeded.times(20_000, random -> same(RandomLeaves.instant(random)));
        for (String edge : new String[] {
            "1970-01-01T00:00:00.000Z", "1999-12-31T23:59:59.999Z", "2000-02-29T12:00:00.000Z",
            "2024-02-29T00:00:00.001Z", "2100-02-28T23:59:59.999Z", "2100-03-01T00:00:00.000Z",
            "9999-12-31T23:59:59.999Z"
        }) {
            same(Instant.parse(edge));
        }
    }

    private static void same(Instant instant) {
        byte[] written = new byte[UtcMillis.LENGTH];
        UtcMillis.write(instant.toEpochMilli(), written, 0);
        assertEquals(FORM.format(instant), new String(written, StandardCharsets.US_ASCII));
        assertEquals(instant.toEpochMilli(), UtcMillis.read(written, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000Z", "2100-02-29T00:00:00.000Z", "2026-04-31T00:00:00.000Z",
                "2026-00-01T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-01-00T00:00:00.000Z",
                "2026-01-01T24:00:00.000Z", "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z",
                "1969-12-31T23:59:59.999Z", "2026-01-01 00:00:00.000Z", "2026-01-01T00:00:00.000+",
                "2026-01-01T00:00:00,000Z", "+026-01-01T00:00:00.000Z"
            })
    void cannotBeADayOrFormThatIsNot(String text) {
        assertThrows(Malformed.class, () -> UtcMillis.read(text.getBytes(StandardCharsets.US_ASCII), 0));
    }

    @Test
    void cannotBeFinerThanMillisecondsOrOutsideTheYears() {
        for (String at :
                new String[] {"2026-01-01T00:00:00.000001Z", "1969-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"}) {
            assertThrows(IllegalArgumentException.class, () -> UtcMillis.require(Instant.parse(at)));
        }
    }
}
