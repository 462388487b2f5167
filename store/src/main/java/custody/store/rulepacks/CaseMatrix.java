package custody.store.rulepacks;

import custody.record.law.Clock;
import custody.record.law.Clock.State;
import custody.record.law.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts for each rule how many judged instants show each thing that every rule must show, and names what is missing. */
final class CaseMatrix {

    /** What every rule has cases for. */
    enum Shown {
        BEFORE("-1s", "a second before the limit"),
        AT("limit", "the limit"),
        AFTER("+1s", "a second after the limit"),
        LATE("late", "late"),
        CORRECTED("corr", "corrected"),
        BASIS_CHANGED("basis", "under another basis"),
        TRANSFERRED("transf", "transferred"),
        MINOR("minor", "a minor"),
        FOREIGNER("foreign", "a foreigner"),
        MARTIAL_LAW("martial", "martial law"),
        NO_MARTIAL_LAW("peace", "no martial law"),
        MARCH("29.03", "the night of 29.03.2026"),
        OCTOBER("25.10", "the night of 25.10.2026"),
        LEAP_DAY("29.02", "29.02.2028");

        private final String head;
        private final String words;

        Shown(String head, String words) {
            this.head = head;
            this.words = words;
        }
    }

    private static final Map<Shown, LocalDate> DATES = Map.of(
            Shown.MARCH, LocalDate.of(2026, 3, 29),
            Shown.OCTOBER, LocalDate.of(2026, 10, 25),
            Shown.LEAP_DAY, LocalDate.of(2028, 2, 29));
    private static final Map<Shown, Instant> CHANGES = Map.of(
            Shown.MARCH, Instant.parse("2026-03-29T01:00:00Z"),
            Shown.OCTOBER, Instant.parse("2026-10-25T01:00:00Z"));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<String, Map<Shown, Integer>> counts = new TreeMap<>();
    private final Map<String, Rule> rules = new TreeMap<>();

    /**
     * One row that was judged.
     *
     * @param dues last instants of all clocks that any row of the same case shows
     * @param at the row's instant
     * @param first when the case begins, to tell which nights it spans
     */
    void judged(CaseFile.Worked worked, List<Clock> clocks, Set<Instant> dues, Instant first, Instant at, ZoneId zone) {
        Rule rule = clocks.getFirst().rule();
        String name = rule.id();
        rules.put(name, rule);
        Map<Shown, Integer> row = counts.computeIfAbsent(name, _ -> new EnumMap<>(Shown.class));
        instants(row, clocks, dues, at);
        if (clocks.stream().anyMatch(clock -> late(rule, clock))) {
            count(row, Shown.LATE);
        }
        String told = worked.events().toString();
        words(row, worked, told);
        DATES.forEach((shown, date) -> {
            Instant from = date.atStartOfDay(zone).minusHours(3).toInstant();
            Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
            if (first.isBefore(to) && !at.isBefore(from) && counts(rule, clocks, CHANGES.get(shown))) {
                count(row, shown);
            }
        });
    }

    /** Where time is counted, the clocks change while it is: a night that is merely near shows nothing. */
    private static boolean counts(Rule rule, List<Clock> clocks, @Nullable Instant change) {
        boolean counted = switch (rule) {
            case Rule.Deadline _, Rule.Recurrence _, Rule.DailyAmount _ -> true;
            case Rule.MaximumDuration longest -> longest.per() == Rule.MaximumDuration.Per.STRETCH;
            case Rule.ForbiddenWindow _, Rule.RequiredPresence _, Rule.Refusal _ -> false;
        };
        return !counted || change == null || clocks.stream().anyMatch(clock -> spans(clock, change));
    }

    private static boolean spans(Clock clock, Instant change) {
        Instant started = clock.startedAt();
        Instant due = clock.due();
        return started != null && due != null && started.isBefore(change) && due.isAfter(change);
    }

    private static void instants(Map<Shown, Integer> row, List<Clock> clocks, Set<Instant> dues, Instant at) {
        for (Instant due : dues) {
            clocks.stream()
                    .filter(clock -> due.equals(clock.due()))
                    .flatMap(clock -> Stream.ofNullable(clock.metAt()))
                    .forEach(met -> side(row, due, met));
            side(row, due, at);
        }
    }

    private static void side(Map<Shown, Integer> row, Instant due, Instant at) {
        if (at.equals(due)) {
            count(row, Shown.AT);
        } else if (at.equals(due.minus(SECOND))) {
            count(row, Shown.BEFORE);
        } else if (at.equals(due.plus(SECOND))) {
            count(row, Shown.AFTER);
        }
    }

    private static void words(Map<Shown, Integer> row, CaseFile.Worked worked, String told) {
        Map<Shown, Boolean> found = Map.of(
                Shown.CORRECTED,
                told.contains("corrects="),
                Shown.BASIS_CHANGED,
                told.contains("basis-changed=") || told.contains("basis-added="),
                Shown.TRANSFERRED,
                told.contains("transferred="),
                Shown.MINOR,
                told.contains("birthDate=20") || told.contains("ageDoubt") || told.contains("estimatedAge"),
                Shown.FOREIGNER,
                told.contains("citizenship=") && !told.contains("citizenship=UA"),
                Shown.MARTIAL_LAW,
                worked.martialLaw() != null,
                Shown.NO_MARTIAL_LAW,
                worked.martialLaw() == null);
        found.forEach((shown, is) -> {
            if (is) {
                count(row, shown);
            }
        });
    }

    /** Where nothing can be made good any more, late is what stays broken although something was done. */
    private static boolean late(Rule rule, Clock clock) {
        boolean lasting = switch (rule) {
            case Rule.Deadline _, Rule.Recurrence _ -> false;
            case Rule.MaximumDuration longest -> longest.per() == Rule.MaximumDuration.Per.DAY;
            case Rule.ForbiddenWindow _, Rule.RequiredPresence _, Rule.DailyAmount _, Rule.Refusal _ -> true;
        };
        return clock.state() == State.MET_LATE || (lasting && clock.state() == State.BREACHED);
    }

    private static void count(Map<Shown, Integer> row, Shown shown) {
        row.merge(shown, 1, Integer::sum);
    }

    /** Every rule with what no case of it shows. */
    List<String> holes() {
        List<String> holes = new ArrayList<>();
        counts.forEach((rule, row) -> {
            String missing = Arrays.stream(Shown.values())
                    .filter(shown -> !row.containsKey(shown))
                    .map(shown -> shown.words)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                holes.add("rule " + rule + " ("
                        + Objects.requireNonNull(rules.get(rule)).heading().provision() + "): no case shows "
                        + missing);
            }
        });
        return holes;
    }

    /** The counts as a table, line by line. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-40s", "rule"));
        Arrays.stream(Shown.values()).forEach(shown -> head.append(String.format(Locale.ROOT, "%8s", shown.head)));
        lines.add(head.toString());
        counts.forEach((rule, row) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-40s", rule));
            Arrays.stream(Shown.values())
                    .forEach(shown -> line.append(String.format(Locale.ROOT, "%8d", row.getOrDefault(shown, 0))));
            lines.add(line.toString());
        });
        return lines;
    }
}
