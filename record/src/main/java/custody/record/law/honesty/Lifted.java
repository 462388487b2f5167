package custody.record.law.honesty;

import custody.record.detention.CustodyRecord;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.law.Board;
import custody.record.law.Lasting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Breaches of the law that rang and are none any more. Which entry lifted one is found by judging what was written before
 * it, without it and with it: it need not be what the rule asks for, it may as well be what makes the rule ask less.
 */
final class Lifted {
    private final List<Event> written;
    private final List<Event> standing;
    private final Moves moves;
    private final Board board;
    private final Function<List<Event>, Board> judging;
    private final Map<EventId, Integer> places = new HashMap<>();

    Lifted(List<Event> written, List<Event> standing, Moves moves, Board board, Function<List<Event>, Board> judging) {
        this.written = written;
        this.standing = standing;
        this.moves = moves;
        this.board = board;
        this.judging = judging;
        written.forEach(event -> places.put(event.id(), places.size()));
    }

    /** The breach that stood until this entry, with the time that stands of it, was written. */
    Optional<ClockBreached> by(Event entry) {
        int place = place(entry);
        return between(
                rang(place).filter(breach -> !entry.occurredAt().isAfter(breach.due())),
                () -> where(event -> place(event) < place),
                () -> where(event -> place(event) <= place));
    }

    /** The breach that stood until this correction, of whatever it puts right or withdraws, was written. */
    Optional<ClockBreached> byCorrection(Event correction) {
        int place = places.getOrDefault(correction.id(), 0);
        return between(
                rang(place),
                () -> CustodyRecord.standing(written.subList(0, place)),
                () -> CustodyRecord.standing(written.subList(0, place + 1)));
    }

    /** What rang before that place and is none any more. */
    private Stream<ClockBreached> rang(int place) {
        return written.stream()
                .limit(place)
                .flatMap(event -> event.fact() instanceof ClockBreached breach ? Stream.of(breach) : Stream.empty())
                .filter(breach -> Lasting.undone(breach, board));
    }

    /** Judges only where something rang. */
    private Optional<ClockBreached> between(
            Stream<ClockBreached> rang, Supplier<List<Event>> before, Supplier<List<Event>> after) {
        List<ClockBreached> breaches = rang.toList();
        if (breaches.isEmpty()) {
            return Optional.empty();
        }
        Board without = judging.apply(before.get());
        Board with = judging.apply(after.get());
        return breaches.stream()
                .filter(breach -> !Lasting.undone(breach, without) && Lasting.undone(breach, with))
                .findFirst();
    }

    /** Where in the record the time that stands of it was written. */
    private int place(Event event) {
        List<Moves.Move> of = moves.of(event);
        return places.getOrDefault(of.isEmpty() ? event.id() : of.getLast().by().id(), 0);
    }

    /** Nothing can be judged without the apprehension. */
    private List<Event> where(Predicate<Event> wanted) {
        return standing.stream()
                .filter(event -> event.fact() instanceof Apprehended || wanted.test(event))
                .toList();
    }
}
