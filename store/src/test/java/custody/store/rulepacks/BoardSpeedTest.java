package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Event;
import custody.record.law.Circumstances;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long one board of a busy record takes. The figure is printed; the bound here is loose, for shared machines. */
final class BoardSpeedTest {
    private static final Instant ZERO =
            OffsetDateTime.parse("2026-06-10T10:00:00+03:00").toInstant();

    @Test
    @DisplayName("a board of 150 events is quick")
    void quick() {
        Pack pack = RulePackFolder.read(LawCasesTest.FOLDER).judging("ua", ZERO).orElseThrow();
        List<Event> events = busy();
        Circumstances circumstances = new Circumstances(pack.zone(), List.of());
        int count = Boolean.getBoolean("custody.long") ? 20_000 : 2_000;
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            Instant now = ZERO.plus(Duration.ofMinutes(60 + i % 3_600));
            long begin = System.nanoTime();
            Judging.board(events, circumstances, pack, now);
            nanos[i] = System.nanoTime() - begin;
        }
        long[] warm = Arrays.copyOfRange(nanos, count / 2, count);
        Arrays.sort(warm);
        System.out.printf(
                java.util.Locale.ROOT,
                "board of %d events: p50 %.3f ms, p99 %.3f ms%n",
                events.size(),
                warm[warm.length / 2] / 1e6,
                warm[warm.length * 99 / 100] / 1e6);
        assertTrue(warm[warm.length / 2] < 5_000_000, "half of the boards take longer than 5 ms");
    }

    /** Two days and a half: booking, notices, interviews, meals, and a check every half hour. */
    private static List<Event> busy() {
        Timeline timeline = new Timeline();
        add(timeline, "apprehended", 0, Map.of());
        add(timeline, "delivered", 40, Map.of());
        add(timeline, "registered", 45, Map.of());
        add(timeline, "rights-explained", 50, Map.of());
        add(timeline, "detainee-questioned", 60, Map.of());
        for (String addressee : List.of("relative", "legal-aid", "investigation-body", "prosecutor")) {
            add(timeline, "notice", 12, Map.of("addressee", addressee, "outcome", "reached"));
        }
        add(timeline, "observation-level-set", 70, Map.of("level", "every-30-min"));
        for (int minute = 100; minute < 3_500; minute += 30) {
            add(timeline, "check-made", minute, Map.of());
        }
        for (int day = 0; day < 2; day++) {
            int morning = 1_440 * day + 1_320;
            add(timeline, "interview-started", morning, Map.of("defender", "адвокат"));
            add(timeline, "interview-break", morning + 90, Map.of());
            add(timeline, "interview-resumed", morning + 110, Map.of());
            add(timeline, "interview-ended", morning + 200, Map.of());
            for (int meal = 0; meal < 3; meal++) {
                add(timeline, "meal", morning + 300 * meal, Map.of());
            }
        }
        add(timeline, "handcuffs", 5, Map.of("state", "on"));
        add(timeline, "handcuffs", 41, Map.of("state", "off"));
        add(timeline, "suspicion-notified", 1_200, Map.of());
        return timeline.standing();
    }

    private static void add(Timeline timeline, String kind, int minute, Map<String, String> fields) {
        timeline.add(kind, ZERO.plus(Duration.ofMinutes(minute)), null, Timeline.fields(kind, new HashMap<>(fields)));
    }
}
