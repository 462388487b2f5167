package custody.node.demo;

import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RoomCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** One custody record while it is being invented: who, when, where, and what has been told so far. One thread. */
final class Story {
    final Plot plot;
    final CastMember person;
    final When when;
    final RoomCode home;
    final Diary diary = new Diary();
    final List<Belonging> belongings = new ArrayList<>();
    private final Phrases phrases;
    private final Random random;
    private final List<Told> told = new ArrayList<>();

    /** A thing in the facility's keeping, under its seal. */
    record Belonging(String name, String seal) {}

    Story(Plot plot, CastMember person, When when, RoomCode home, Phrases phrases, Random random) {
        this.plot = plot;
        this.person = person;
        this.when = when;
        this.home = home;
        this.phrases = phrases;
        this.random = random;
    }

    String say(String heading) {
        return phrases.say(heading, random, person.sex());
    }

    int number(int from, int below) {
        return from + random.nextInt(below - from);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** An instant between so and so many minutes after another, with uneven seconds. */
    Instant after(Instant base, double least, double most) {
        long span = Math.max(1, (long) ((most - least) * 60));
        return base.plusSeconds((long) (least * 60) + random.nextLong(span));
    }

    EventId event(String name) {
        return EventNames.placeholder(plot.key(), name);
    }

    void tell(Told entry) {
        told.add(entry);
    }

    /** The steps, in the order in which they are written: one at a time, a usual minute after it happened. */
    List<Step> steps(Booking booking, Badge opener, Instant opened) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(opened, opener, new Action.Open(plot.key(), booking), null));
        record Timed(Told told, Instant wanted) {}
        List<Timed> timed = told.stream()
                .map(entry -> new Timed(entry, entry.done().plus(delay(entry))))
                .sorted(Comparator.comparing(Timed::wanted))
                .toList();
        Instant last = opened;
        int count = 0;
        for (Timed entry : timed) {
            Instant earliest = last.plusMillis(900 + random.nextInt(2_400));
            Instant recorded = entry.wanted().isBefore(earliest) ? earliest : entry.wanted();
            last = recorded.truncatedTo(ChronoUnit.MILLIS);
            Told it = entry.told();
            String name = it.name() == null ? "entry-" + ++count : it.name();
            steps.add(new Step(last, it.who(), new Action.Add(plot.key(), name, it.draft(last)), it.refused()));
        }
        return steps;
    }

    private Duration delay(Told entry) {
        return entry.delay() == null ? Duration.ofMillis(12_000 + random.nextInt(70_000)) : entry.delay();
    }
}
