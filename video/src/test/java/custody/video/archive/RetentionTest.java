package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Retention.Disk;
import custody.video.archive.Retention.Footage;
import custody.video.archive.Retention.Term;
import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Term TERM = new Term(Duration.ofDays(30), Duration.ofDays(90));
    private static final CameraId CAMERA = new CameraId("cam-1");

    /** A segment of one gigabyte that ended so many days ago. */
    private static Footage footage(long sequence, long days, boolean held, boolean elsewhere) {
        Instant end = NOW.minus(Duration.ofDays(days));
        return new Footage(CAMERA, sequence, end.minusSeconds(60), end, 1_000, TERM, held, elsewhere);
    }

    /** Hours of room left at 1000 bytes an hour, and which of the segments of these ages go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // plenty: only what is past its maximum
                "100 | 91 89 31 29 | 91",
                // under six hours: oldest past the minimum, until a day's room is there
                "4   | 91 89 31 29 | 91 89 31",
                "5   | 40 39 38 37 29 | 40 39 38 37",
                // nothing past the minimum: nothing goes
                "0   | 29 28 1 | ''",
                // held ones (written with h) never go, however full and old
                "0   | 200h 91h 40h | ''",
                "0   | 200h 91 40h 35 | 91 35",
                // what lies elsewhere too may lose its local copy, held or not
                "0   | 200he 29 5e | 200 5",
                "100 | 200he 29 5e | ''",
            })
    void deletionsByRoomAndAge(long hours, String ages, String expected) {
        var all = new ArrayList<Footage>();
        for (String age : ages.strip().split(" ", -1)) {
            long days = Long.parseLong(age.replaceAll("[he]", ""));
            all.add(footage(days, days, age.contains("h"), age.contains("e")));
        }
        String gone = Retention.decide(all, new Disk(hours * 1_000, 1_000), NOW).deletions().stream()
                .map(d -> String.valueOf(d.footage().sequence()))
                .collect(Collectors.joining(" "));
        assertEquals(expected, gone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1441 | ''",
                "359  | ALARM",
                "59   | ALARM STOP_EXPORTS SPILL",
                "14   | ALARM STOP_EXPORTS SPILL RELEASE_RESERVE",
                "4    | ALARM STOP_EXPORTS SPILL RELEASE_RESERVE KEY_FRAMES_ONLY",
            })
    void measuresByMinutesLeft(long minutes, String expected) {
        var measures = Retention.decide(List.of(), new Disk(minutes * 1_000, 60_000), NOW)
                .measures();
        assertEquals(expected, new TreeSet<>(measures).stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    @Test
    void nothingHeldAndNothingYoungIsEverDeletedFromItsLastPlace() {
        long seed = 6;
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var all = new ArrayList<Footage>();
            for (int i = 0; i < random.nextInt(30); i++) {
                all.add(footage(i, random.nextInt(200), random.nextInt(3) == 0, random.nextInt(4) == 0));
            }
            var decision = Retention.decide(all, new Disk(random.nextInt(30_000), 1_000), NOW);
            for (Retention.Deletion deletion : decision.deletions()) {
                Footage footage = deletion.footage();
                boolean young = footage.end().plus(TERM.least()).isAfter(NOW);
                assertTrue(footage.elsewhere() || (!footage.held() && !young), () -> "seed " + seed + ": " + deletion);
            }
            assertEquals(
                    decision.deletions().size(),
                    decision.deletions().stream().distinct().count(),
                    "each once");
        }
    }
}
