package custody.node.video;

import custody.record.access.Relation;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.MovementFact;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.web.video.NamedStaff.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a record names: asked for every byte of held footage, and read anew only where the record has an event more than when it was
 * asked last. Safe for many threads.
 */
public final class NamedByRecord {
    private static final int REMEMBERED = 10_000;

    /** Whoever leaves is still on pictures for a while. */
    private static final Duration AROUND = Duration.ofHours(1);

    private final Function<RecordId, Optional<String>> stand;
    private final Function<RecordId, Optional<CustodyRecord>> reading;
    private final Map<Asked, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Asked(Badge badge, RecordId record) {}

    private record Known(String stand, Optional<Named> named) {}

    /**
     * Over records as the node itself reads them.
     *
     * @param stand changes with each event of a record; empty where there is none
     */
    public NamedByRecord(
            Function<RecordId, Optional<String>> stand, Function<RecordId, Optional<CustodyRecord>> reading) {
        this.stand = stand;
        this.reading = reading;
    }

    /** What of a facility's footage is the record's, where a complaint or a violation on it names that person. */
    public Optional<Named> named(Badge badge, RecordId record) {
        Optional<String> now = stand.apply(record);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        var asked = new Asked(badge, record);
        Known before = known(asked);
        if (before != null && before.stand().equals(now.get())) {
            return before.named();
        }
        Optional<Named> named = reading.apply(record)
                .filter(found -> Relation.named(found, badge))
                .map(NamedByRecord::of);
        synchronized (known) {
            known.put(asked, new Known(now.get(), named));
        }
        return named;
    }

    /** Every room that it says, whenever: whoever is named may enter movements, and shall win no footage by them. */
    private static Named of(CustodyRecord record) {
        Situation situation = record.situation();
        // A record may be closed, or more be learnt for it, long after the stay: by then others are in its rooms.
        Instant left = record.leftAt().orElse(situation.statusSince());
        Set<String> rooms = record.standing().stream()
                .flatMap(NamedByRecord::rooms)
                .map(RoomCode::code)
                .collect(Collectors.toSet());
        return new Named(rooms, situation.status().ended() ? left.plus(AROUND) : Instant.MAX);
    }

    private static Stream<RoomCode> rooms(Event event) {
        Stream<RoomCode> told = Stream.empty();
        if (event.fact() instanceof MovementFact.Moved moved) {
            told = Stream.concat(Stream.of(moved.to()), Stream.ofNullable(moved.from()));
        } else if (event.fact() instanceof MovementFact.CellAllocated allocated) {
            told = Stream.of(allocated.cell());
        }
        return Stream.concat(Stream.ofNullable(event.place()), told);
    }

    private @Nullable Known known(Asked asked) {
        synchronized (known) {
            return known.get(asked);
        }
    }
}
