package custody.web.video;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.Event;
import custody.record.events.RoomCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a person was, and when, by all that is written in the record. */
final class PersonPath {
    private static final Duration AROUND = Duration.ofMinutes(5);

    /** A time in one room. */
    record Stay(RoomCode room, Instant from, Instant to) {}

    private PersonPath() {}

    /** All stays, in order; the last one lasts until {@code now} unless the person left. */
    static List<Stay> of(CustodyRecord record, Instant now) {
        TreeSet<Instant> turns = new TreeSet<>();
        record.events().forEach(event -> turns.add(event.occurredAt()));
        List<Instant> moments = turns.stream().filter(at -> at.isBefore(now)).toList();
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Instant from = moments.get(i);
            Instant to = i + 1 < moments.size() ? moments.get(i + 1) : now;
            Situation situation = record.situationAt(from);
            @Nullable RoomCode room = situation.room();
            if (room != null && !situation.status().ended()) {
                boolean goesOn = !stays.isEmpty()
                        && stays.getLast().room().equals(room)
                        && stays.getLast().to().equals(from);
                Instant since = goesOn ? stays.removeLast().from() : from;
                stays.add(new Stay(room, since, to));
            }
        }
        return stays;
    }

    /** Some minutes around an event, in the room where it was; empty where nobody knows the room. */
    static List<Stay> around(CustodyRecord record, Event event, Instant now) {
        Instant at = event.occurredAt();
        Instant to = at.plus(AROUND).isBefore(now) ? at.plus(AROUND) : now;
        return Optional.ofNullable(event.place())
                .or(() -> Optional.ofNullable(record.situationAt(at).room()))
                .filter(_ -> at.minus(AROUND).isBefore(to))
                .map(room -> List.of(new Stay(room, at.minus(AROUND), to)))
                .orElse(List.of());
    }
}
