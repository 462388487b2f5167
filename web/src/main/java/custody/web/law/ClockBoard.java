package custody.web.law;

import custody.record.law.Board;
import custody.record.law.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The clock board of a record, the most urgent first.
 *
 * @param now what somebody still has to do, or what still goes on
 * @param broken what was too late, or was not as it must be, and can no longer be done; the newest first
 * @param done what was done in time
 * @param prohibitions what must not be done at present
 * @param resting what asks nothing now, and why
 * @param pack pack, version and hash that judged
 * @param at the instant it was judged at, local
 */
public record ClockBoard(
        List<ClockView> now,
        List<ClockView> broken,
        List<ClockView> done,
        List<ClockView> prohibitions,
        List<ClockView> resting,
        Board.Under pack,
        String at) {
    private static final Comparator<Numbered> FIRST_DUE = Comparator.comparing(numbered -> {
        Instant due = numbered.clock().due();
        return due == null ? Instant.MAX : Objects.requireNonNull(due);
    });

    /** The board in words. */
    public static ClockBoard of(Board board, ClockWords words, LawWords law) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Group, List<Numbered>> groups = new HashMap<>();
        for (Clock clock : board.clocks()) {
            int number = numbers.merge(clock.rule().id(), 1, Integer::sum);
            groups.computeIfAbsent(Group.of(clock), _ -> new ArrayList<>()).add(new Numbered(clock, number));
        }
        return new ClockBoard(
                sorted(groups, Group.NOW, FIRST_DUE, words),
                sorted(groups, Group.BROKEN, FIRST_DUE.reversed(), words),
                sorted(groups, Group.DONE, FIRST_DUE.reversed(), words),
                sorted(groups, Group.PROHIBITION, FIRST_DUE, words),
                sorted(groups, Group.RESTING, FIRST_DUE, words),
                board.under(),
                law.exact(board.at().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The clock that matters most: the law's own that is owed and due first; else the first of all. */
    public Optional<ClockView> first() {
        return now.stream()
                .filter(clock -> clock.limit() && clock.law() && clock.counting())
                .findFirst()
                .or(() -> now.stream().filter(ClockView::counting).findFirst());
    }

    /** The pack that judged, as it is written into events. */
    public String packName() {
        return pack.text();
    }

    /** Everything there is to see, in the order of the page. */
    public List<ClockView> all() {
        List<ClockView> all = new ArrayList<>(now);
        List.of(broken, done, prohibitions, resting).forEach(all::addAll);
        return all;
    }

    private record Numbered(Clock clock, int number) {}

    private enum Group {
        NOW,
        BROKEN,
        DONE,
        PROHIBITION,
        RESTING;

        static Group of(Clock clock) {
            return switch (clock.state()) {
                case RUNNING -> clock.due() == null && clock.open().isEmpty() ? PROHIBITION : NOW;
                case SUSPENDED -> NOW;
                case BREACHED -> clock.open().isEmpty() ? BROKEN : NOW;
                case MET_LATE -> BROKEN;
                case MET -> DONE;
                case NOT_APPLICABLE -> RESTING;
            };
        }
    }

    private static List<ClockView> sorted(
            Map<Group, List<Numbered>> groups, Group group, Comparator<Numbered> order, ClockWords words) {
        return groups.getOrDefault(group, List.of()).stream()
                .sorted(order)
                .map(numbered -> words.of(numbered.clock(), numbered.number()))
                .toList();
    }
}
