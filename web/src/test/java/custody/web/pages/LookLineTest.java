package custody.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import custody.record.events.Badge;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Looks at a record")
class LookLineTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");

    /** Oldest first, one a minute: {@code 1p} is a look of the first person, {@code 1r} a refresh of their page. */
    private static List<String> lines(String... taken) {
        List<PastReading> newestFirst = IntStream.range(0, taken.length)
                .mapToObj(i -> new PastReading(
                        new Reading(
                                new Badge(taken[i].substring(0, 1)),
                                "",
                                Reading.Purpose.CARE,
                                taken[i].endsWith("r") ? LookLine.REFRESH : "record-page"),
                        MORNING.plusSeconds(60L * i),
                        i))
                .toList()
                .reversed();
        return LookLine.of(newestFirst).stream()
                .map(line -> line.look().reading().badge() + " " + minute(line.first()) + "-"
                        + minute(line.look().at()) + " " + line.count())
                .toList();
    }

    private static long minute(Instant at) {
        return (at.getEpochSecond() - MORNING.getEpochSecond()) / 60;
    }

    @Test
    @DisplayName("are one line where one person's open page refreshed by itself, also while others look")
    void areOneLineForAnOpenPage() {
        assertEquals(List.of("1 1-5 3", "2 4-4 1", "2 2-2 1", "1 0-0 1"), lines("1p", "1r", "2p", "1r", "2p", "1r"));
        assertEquals(List.of("2 2-3 2", "1 0-1 2"), lines("1r", "1r", "2r", "2r"));
    }

    @Test
    @DisplayName("that somebody took are never put together, and end the line before")
    void thatSomebodyTookStayApart() {
        assertEquals(List.of("1 2-2 1", "1 1-1 1", "1 0-0 1"), lines("1p", "1p", "1p"));
        assertEquals(List.of("1 3-4 2", "1 2-2 1", "1 0-1 2"), lines("1r", "1r", "1p", "1r", "1r"));
    }
}
