package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Judging;
import custody.record.law.honesty.Honesty;
import custody.record.law.rules.Pack;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Precision and recall of each honesty rule on labelled synthetic shifts, judged as the alarm clock judges them. */
final class HonestyShiftsTest {
    private static final int SHIFTS = Boolean.getBoolean("custody.long") ? 5_000 : 400;
    private static final Instant ZERO = Instant.parse("2026-06-10T07:00:00Z");
    private static final RecordNumber NUMBER = new RecordNumber(new FacilityCode("UA26-0007"), 2026, 1);
    private final long seed = Long.getLong("custody.seed", 20_261_125L);
    private final Pack pack = RulePackFolder.read(LawCasesTest.FOLDER).all().stream()
            .filter(candidate -> candidate.id().equals("ua"))
            .findFirst()
            .orElseThrow();

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    @Test
    @DisplayName("the honesty rules ask about what was planted, and seldom about anything else")
    void asksAboutWhatWasPlanted() {
        Map<Flag, Tally> tallies = new EnumMap<>(Flag.class);
        for (int i = 0; i < SHIFTS; i++) {
            Shift shift = new Shift(new Random(new SplittableRandom(seed + i).nextLong()), ZERO);
            Set<Flag> raised = raised(shift.events());
            for (Flag flag : EnumSet.complementOf(EnumSet.of(Flag.NO_CAMERA_COVERAGE))) {
                Tally tally = tallies.computeIfAbsent(flag, _ -> new Tally());
                boolean wanted = shift.labels().contains(flag);
                if (raised.contains(flag)) {
                    tally.right += wanted ? 1 : 0;
                    tally.wrong += wanted ? 0 : 1;
                } else if (wanted) {
                    tally.missed++;
                }
            }
        }
        System.out.println("honesty rules on " + SHIFTS + " labelled shifts, seed " + seed);
        tallies.forEach((flag, tally) -> System.out.printf(
                Locale.ROOT,
                "%-24s planted %4d  precision %.2f  recall %.2f%n",
                flag.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                tally.right + tally.missed,
                tally.precision(),
                tally.recall()));
        tallies.forEach((flag, tally) -> {
            assertTrue(tally.precision() >= 0.85, flag + " asks without cause: " + tally.precision());
            assertTrue(tally.recall() >= 0.6, flag + " overlooks: " + tally.recall());
        });
    }

    /** At every instant at which the alarm clock would look. */
    private Set<Flag> raised(List<Event> all) {
        Set<Flag> raised = EnumSet.noneOf(Flag.class);
        for (int count = 1; count <= all.size(); count++) {
            List<Event> written = all.subList(0, count);
            Instant until = count < all.size() ? all.get(count).recordedAt() : ZERO.plus(Shift.length());
            Instant now = written.getLast().recordedAt();
            while (!now.isAfter(until)) {
                List<Event> standing = new CustodyRecord(new RecordId(new UUID(0, 1)), NUMBER, written).standing();
                Circumstances here = new Circumstances(ZoneId.of("Europe/Kyiv"), List.of());
                Instant at = now;
                Function<List<Event>, Board> judging = events -> Judging.board(events, here, pack, at);
                Honesty.flags(written, standing, judging.apply(standing), judging, now).stream()
                        .map(FlagRaised::flag)
                        .forEach(raised::add);
                Optional<Instant> next = Honesty.next(standing, now);
                if (next.isEmpty()) {
                    break;
                }
                now = next.get();
            }
        }
        return raised;
    }
}
