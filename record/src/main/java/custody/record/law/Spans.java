package custody.record.law;

import custody.record.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When something holds: disjoint spans in ascending order, each from its first instant up to and without its last. */
record Spans(List<Span> all) {
    Spans {
        all = List.copyOf(all);
    }

    /** One span; {@link Instant#MAX} where its end is not known. */
    record Span(Instant from, Instant to) {
        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    /** Nothing of the kind. */
    static final Spans NEVER = new Spans(List.of());

    /** From the first of these events on. */
    static Spans since(Stream<Event> events) {
        return events.findFirst()
                .map(event -> new Spans(List.of(new Span(event.occurredAt(), Instant.MAX))))
                .orElse(NEVER);
    }

    /** What is left between two instants where it does not hold. */
    List<Span> outside(Instant from, Instant to) {
        List<Span> left = new ArrayList<>();
        Instant at = from;
        for (Span span : all) {
            if (span.from().isBefore(to) && span.to().isAfter(at)) {
                if (at.isBefore(span.from())) {
                    left.add(new Span(at, span.from()));
                }
                at = span.to();
            }
        }
        if (at.isBefore(to)) {
            left.add(new Span(at, to));
        }
        return left;
    }

    boolean at(Instant instant) {
        for (Span span : all) {
            if (span.holds(instant)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds at the instant or held right up to it. */
    boolean upTo(Instant instant) {
        return all.stream().anyMatch(span -> span.holds(instant) || span.to().equals(instant));
    }

    /** First instant from this one on at which it holds. */
    Optional<Instant> firstFrom(Instant instant) {
        return all.stream()
                .filter(span -> span.to().isAfter(instant))
                .findFirst()
                .map(span -> span.from().isAfter(instant) ? span.from() : instant);
    }

    /** Puts every instant at which it begins or ceases to hold into a collection. */
    void edges(Collection<Instant> into) {
        for (Span span : all) {
            into.add(span.from());
            if (span.to().isBefore(Instant.MAX)) {
                into.add(span.to());
            }
        }
    }

    /** How long it holds between two instants. */
    Duration within(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Span span : all) {
            Instant begin = span.from().isAfter(from) ? span.from() : from;
            Instant end = span.to().isBefore(to) ? span.to() : to;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }
}
