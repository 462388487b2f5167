package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Wire;
import custody.record.law.Alerts;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Clock;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.law.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The engine against a second, independent evaluation, on random timelines. */
final class LawOracleTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> ZEROS = List.of(
            "2026-06-10T10:00:00+03:00",
            "2026-03-28T20:30:00+02:00",
            "2026-10-24T20:30:00+03:00",
            "2028-02-28T21:00:00+02:00");
    private static final Set<Rule.Refusal.Keeper> DESK =
            EnumSet.of(Rule.Refusal.Keeper.APPOINTMENT, Rule.Refusal.Keeper.ALLOCATION, Rule.Refusal.Keeper.ACCESS);
    private static final boolean LONG = Boolean.getBoolean("custody.long");
    private final long seed = Long.getLong("custody.seed", 20261124L);
    private final Packs packs = RulePackFolder.read(LawCasesTest.FOLDER);
    private final Pack pack = pack("ua");
    private final Pack english = pack("gb-ew-pace");

    @Test
    @DisplayName("the engine and the oracle agree on random timelines")
    void agrees() {
        int count = timelines();
        List<String> wrong = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < count && wrong.size() < 20; i++) {
            Random random = new Random(seed + i);
            Instant zero = zero(random);
            Story story = new Story(random, zero);
            int now = random.nextInt(Story.LENGTH);
            Board board = board(story, story.minute(now));
            Map<String, List<String>> expected = new Oracle(story, now).expected();
            assertEquals(judged(pack), expected.keySet(), "every rule has its second evaluation");
            for (Map.Entry<String, List<String>> entry : expected.entrySet()) {
                compared++;
                compare(board, zero, entry, wrong, "seed " + (seed + i) + " now " + now);
            }
        }
        System.out.println("timelines " + count + ", clocks compared " + compared + ", seed " + seed);
        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
    }

    @Test
    @DisplayName("the engine and the English oracle agree on random timelines")
    void agreesOnPace() {
        int count = timelines();
        List<String> wrong = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < count && wrong.size() < 20; i++) {
            Random random = new Random(seed + i);
            Instant zero = zero(random);
            PaceStory story = new PaceStory(random, zero);
            int now = random.nextInt(PaceStory.LENGTH);
            Board board = englishBoard(story, zero.plus(Duration.ofMinutes(now)));
            Map<String, List<String>> expected = new PaceOracle(story, now).expected();
            assertEquals(rules(english), expected.keySet(), "every rule has its second evaluation");
            for (Map.Entry<String, List<String>> entry : expected.entrySet()) {
                compared++;
                int before = wrong.size();
                compare(board, zero, entry, wrong, "seed " + (seed + i) + " now " + now);
                if (wrong.size() > before) {
                    wrong.add("    "
                            + story.marks.stream()
                                    .filter(mark -> mark.at() <= now)
                                    .toList());
                }
            }
        }
        System.out.println("English timelines " + count + ", clocks compared " + compared + ", seed " + seed);
        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
    }

    @Test
    @DisplayName("nothing changes before the next instant")
    void nothingChangesBeforeNext() {
        for (int i = 0; i < (LONG ? 5_000 : 150); i++) {
            Random random = new Random(seed * 31 + i);
            Story story = new Story(random, zero(random));
            quiet(random, story.minute(random.nextInt(Story.LENGTH)), at -> board(story, at), seed * 31 + i);
        }
    }

    @Test
    @DisplayName("nothing changes in England before the next instant")
    void nothingChangesBeforeNextInPace() {
        for (int i = 0; i < (LONG ? 5_000 : 150); i++) {
            Random random = new Random(seed * 31 + i);
            Instant zero = zero(random);
            PaceStory story = new PaceStory(random, zero);
            Instant now = zero.plus(Duration.ofMinutes(random.nextInt(PaceStory.LENGTH)));
            quiet(random, now, at -> englishBoard(story, at), seed * 31 + i);
        }
    }

    private static void quiet(Random random, Instant now, Function<Instant, Board> boards, long number) {
        Board board = boards.apply(now);
        Optional<Instant> next = board.next();
        long span = Duration.between(now, next.orElse(now.plus(Duration.ofDays(30))))
                .toMillis();
        for (int k = 0; k < 4; k++) {
            Instant at = now.plusMillis(span <= 1 ? 0 : random.nextLong(span));
            Board between = boards.apply(at);
            assertTrue(
                    told(between).equals(told(board)),
                    () -> "seed " + number + ": changed at " + at + " before " + next + difference(board, between));
        }
    }

    private static String difference(Board first, Board second) {
        List<String> was = told(first);
        return told(second).stream()
                .filter(line -> !was.contains(line))
                .toList()
                .toString();
    }

    private static List<String> told(Board board) {
        List<String> told = new ArrayList<>(board.clocks().stream()
                .map(clock -> clock.rule().id() + clock.state())
                .toList());
        Alerts.of(board, List.of()).forEach(alert -> told.add(alert.fact().toString()));
        return told;
    }

    private static Instant zero(Random random) {
        return OffsetDateTime.parse(ZEROS.get(random.nextInt(ZEROS.size()))).toInstant();
    }

    private static int timelines() {
        return Integer.getInteger("custody.timelines", LONG ? 100_000 : 2_000);
    }

    private Pack pack(String id) {
        return packs.all().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> rules(Pack pack) {
        return pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    /** All but those that the desk keeps: the board says nothing of them. */
    private static Set<String> judged(Pack pack) {
        return pack.rules().stream()
                .filter(rule -> !(rule instanceof Rule.Refusal refusal && DESK.contains(refusal.keptBy())))
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    private Board englishBoard(PaceStory story, Instant now) {
        Circumstances circumstances = new Circumstances(LONDON, List.of());
        return Judging.board(story.standing, circumstances, english, now);
    }

    private Board board(Story story, Instant now) {
        Circumstances circumstances = new Circumstances(
                KYIV,
                List.of(new Circumstances.Period(story.minute(story.martialFrom), story.minute(story.martialTo))));
        return Judging.board(story.standing, circumstances, pack, now);
    }

    private static void compare(
            Board board, Instant zero, Map.Entry<String, List<String>> entry, List<String> wrong, String where) {
        List<String> wanted = entry.getValue();
        List<Clock> clocks = board.of(entry.getKey());
        boolean last = wanted.getFirst().startsWith("last ");
        List<String> found = (last ? List.of(clocks.getLast()) : clocks)
                .stream().map(clock -> told(clock, zero)).toList();
        List<String> plain =
                wanted.stream().map(state -> state.replace("last ", "")).toList();
        if (!plain.equals(found) && !plain.equals(List.of("skip"))) {
            wrong.add(where + " " + entry.getKey() + ": oracle " + plain + ", engine " + found);
        }
    }

    private static String told(Clock clock, Instant zero) {
        String state = Wire.name(clock.state());
        Instant due = clock.due();
        return due == null || state.equals("not-applicable")
                ? state
                : state + ":" + Duration.between(zero, due).toMinutes();
    }
}
