package custody.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When a person is busy, and where free time is. Investigative actions and visits belong to the day (КПК 223(4)). */
final class Diary {
    private static final LocalTime MORNING = LocalTime.of(8, 40);
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final Duration STEP = Duration.ofMinutes(7);
    private static final Duration GAP = Duration.ofMinutes(4);

    /** A stretch of time. */
    record Stretch(Instant from, Instant to) {
        boolean meets(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(to);
        }
    }

    private final List<Stretch> taken = new ArrayList<>();
    private final List<Stretch> away = new ArrayList<>();

    void take(Instant from, Instant to) {
        taken.add(new Stretch(from, to));
    }

    /** Out of the facility, and so not to be looked at. */
    void leave(Instant from, Instant to) {
        take(from, to);
        away.add(new Stretch(from, to));
    }

    boolean present(Instant from, Instant to) {
        return away.stream().noneMatch(stretch -> stretch.meets(from, to));
    }

    boolean free(Instant from, Instant to) {
        return taken.stream().noneMatch(stretch -> stretch.meets(from, to));
    }

    /** How long it is free from then on, at most until {@code end}. */
    Instant freeUntil(Instant begin, Instant end) {
        return taken.stream()
                .filter(stretch -> stretch.meets(begin, end))
                .map(stretch -> stretch.from().isAfter(begin) ? stretch.from() : begin)
                .min(Instant::compareTo)
                .orElse(end);
    }

    /** The first free time of that length, not before {@code earliest}, over by {@code latest}; taken at once. */
    Optional<Instant> slot(Instant earliest, Instant latest, Duration length, boolean byDay) {
        for (Instant start = earliest; !start.plus(length).isAfter(latest); start = start.plus(STEP)) {
            Instant end = start.plus(length);
            boolean fits = !byDay || (day(start) && day(end));
            if (fits && free(start.minus(GAP), end.plus(GAP))) {
                take(start, end);
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private static boolean day(Instant instant) {
        LocalTime local = instant.atZone(DemoFacility.ZONE).toLocalTime();
        return local.isAfter(MORNING) && local.isBefore(EVENING);
    }

    /** Whether people sleep then (Pre-trial Detention Law 9: eight hours). */
    static boolean night(Instant instant) {
        LocalTime local = instant.atZone(DemoFacility.ZONE).toLocalTime();
        return local.isBefore(LocalTime.of(6, 0)) || !local.isBefore(LocalTime.of(22, 0));
    }
}
