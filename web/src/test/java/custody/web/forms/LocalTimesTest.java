package custody.web.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A local time")
class LocalTimesTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static LocalTimes.Meaning read(String date, String time, String offset) {
        return LocalTimes.read(date, time, offset, KYIV, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "24.11.2026, 08:15, 2026-11-24T08:15+02:00",
        "24.11.26, 8:15, 2026-11-24T08:15+02:00",
        "24.11, 0815, 2026-11-24T08:15+02:00",
        "24/11/2026, 08.15, 2026-11-24T08:15+02:00",
        "2026-11-24, 23:59, 2026-11-24T23:59+02:00",
        "31.12, 00:00, 2025-12-31T00:00+02:00",
        "01.07.2026, 12:00, 2026-07-01T12:00+03:00",
        "29.02.2024, 12:00, 2024-02-29T12:00+02:00"
    })
    @DisplayName("can be typed in the ways people type it")
    void canBeTyped(String date, String time, String meant) {
        assertEquals(
                meant,
                assertInstanceOf(LocalTimes.Exactly.class, read(date, time, ""))
                        .time()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"32.01.2026, 08:00", "29.02.2026, 08:00", "yesterday, 08:00", "'', 08:00", "0.0.0, 08:00"})
    @DisplayName("cannot be on a day that does not exist")
    void cannotBeOnNoDay(String date, String time) {
        assertInstanceOf(LocalTimes.NoDate.class, read(date, time, ""));
    }

    @ParameterizedTest
    @CsvSource({"24:00", "12:60", "noon", "''", "-1:00", "12:5"})
    @DisplayName("cannot be at an hour that does not exist")
    void cannotBeAtNoHour(String time) {
        assertInstanceOf(LocalTimes.NoTime.class, read("24.11.2026", time, ""));
    }

    @Test
    @DisplayName("cannot be one that the clocks jumped over")
    void cannotBeSkipped() {
        assertInstanceOf(LocalTimes.Skipped.class, read("29.03.2026", "03:30", ""));
    }

    @Test
    @DisplayName("that came twice must be chosen, and can be")
    void thatCameTwiceMustBeChosen() {
        assertInstanceOf(LocalTimes.Twice.class, read("25.10.2026", "03:30", ""));
        assertInstanceOf(LocalTimes.Twice.class, read("25.10.2026", "03:30", "+05:00"));
        LocalTimes.Meaning chosen = read("25.10.2026", "03:30", "+02:00");
        assertEquals(
                "2026-10-25T03:30+02:00",
                assertInstanceOf(LocalTimes.Exactly.class, chosen).time().toString());
    }

    @Test
    @DisplayName("left blank is no time")
    void leftBlankIsNone() {
        assertInstanceOf(LocalTimes.Nothing.class, read(" ", "", ""));
    }
}
