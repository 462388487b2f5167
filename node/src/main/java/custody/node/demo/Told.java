package custody.node.demo;

import custody.record.detention.Draft;
import custody.record.detention.Refusal;
import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RoomCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody will write it, before it is known when.
 *
 * @param name its name in the record; null where nothing points to it
 * @param who who writes
 * @param delay time from when it happened, or ended, until it is written; null for the usual minute
 * @param refused the refusal it is there to meet
 */
record Told(
        @Nullable String name,
        Badge who,
        Fact fact,
        Instant at,
        @Nullable Instant until,
        List<Badge> performedBy,
        List<String> present,
        @Nullable RoomCode place,
        @Nullable String lateReason,
        @Nullable String note,
        @Nullable Duration delay,
        @Nullable Class<? extends Refusal> refused) {

    /** When it was so, or when it ended. */
    Instant done() {
        return until == null ? at : until;
    }

    static Told of(Instant at, Badge who, Fact fact) {
        return new Told(null, who, fact, at, null, List.of(who), List.of(), null, null, null, null, null);
    }

    Told named(String its) {
        return new Told(its, who, fact, at, until, performedBy, present, place, lateReason, note, delay, refused);
    }

    Told until(Instant end) {
        return new Told(name, who, fact, at, end, performedBy, present, place, lateReason, note, delay, refused);
    }

    Told by(Badge... performers) {
        return new Told(
                name, who, fact, at, until, List.of(performers), present, place, lateReason, note, delay, refused);
    }

    Told with(String... others) {
        return new Told(
                name, who, fact, at, until, performedBy, List.of(others), place, lateReason, note, delay, refused);
    }

    Told in(@Nullable RoomCode room) {
        return new Told(name, who, fact, at, until, performedBy, present, room, lateReason, note, delay, refused);
    }

    Told late(Duration after, @Nullable String reason) {
        return new Told(name, who, fact, at, until, performedBy, present, place, reason, note, after, refused);
    }

    Told noted(String text) {
        return new Told(name, who, fact, at, until, performedBy, present, place, lateReason, text, delay, refused);
    }

    Told meeting(Class<? extends Refusal> refusal) {
        return new Told(name, who, fact, at, until, performedBy, present, place, lateReason, note, delay, refusal);
    }

    /** What is sent when it is written at that instant. */
    Draft draft(Instant recordedAt) {
        boolean live = Duration.between(done(), recordedAt).compareTo(Duration.ofMinutes(2)) <= 0;
        Occurrence occurrence = new Occurrence(at, until, live ? Occurrence.Source.LIVE : Occurrence.Source.STATED);
        return new Draft(fact, occurrence, performedBy, present, place, lateReason, note);
    }
}
