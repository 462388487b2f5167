package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.ComplaintFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.Fact;
import custody.record.events.MovementFact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.events.RoomCode;
import custody.web.video.NamedStaff.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whom a record names")
class NamedByRecordTest {
    private static final RecordId RECORD = new RecordId(new UUID(1, 1));
    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    private Optional<String> stand = Optional.of("1");

    @Test
    @DisplayName("is read once for each person and each event of the record, however often it is asked")
    void isReadOnceForEachEvent() {
        var read = new AtomicInteger();
        var named = new NamedByRecord(_ -> stand, _ -> {
            read.incrementAndGet();
            return Optional.empty();
        });
        for (int times = 0; times < 3; times++) {
            assertEquals(Optional.empty(), named.named(new Badge("1000001"), RECORD));
        }
        assertEquals(1, read.get());
        assertEquals(Optional.empty(), named.named(new Badge("1000005"), RECORD));
        assertEquals(2, read.get());
        stand = Optional.of("2");
        assertEquals(Optional.empty(), named.named(new Badge("1000001"), RECORD));
        assertEquals(3, read.get(), "an event more may name somebody");
        stand = Optional.empty();
        assertEquals(Optional.empty(), named.named(new Badge("1000001"), RECORD));
        assertEquals(3, read.get(), "there is no such record");
    }

    @Test
    @DisplayName("has every room that the record says, and lasts until an hour after the person left")
    void hasItsRoomsAndLastsAsLongAsTheRecord() {
        List<Event> events = new ArrayList<>();
        events.add(event(1, 0, null, apprehended()));
        events.add(event(2, 1, "REG", new CustodyFact.Delivered(List.of(), null)));
        events.add(event(3, 2, null, new MovementFact.CellAllocated(new RoomCode("CELL-3"), null)));
        events.add(event(
                4, 3, null, new MovementFact.Moved(new RoomCode("CELL-4"), new RoomCode("CELL-3"), null, List.of())));
        var complaint = new ComplaintFact.Complaint("били", null, List.of(new Badge("1000001")), null);
        events.add(event(5, 4, null, complaint));
        assertEquals(
                Optional.of(new Named(Set.of("REG", "CELL-3", "CELL-4"), Instant.MAX)),
                named(events, "1000001"),
                "it lasts");
        assertEquals(Optional.empty(), named(events, "1000002"), "it names somebody else");
        var released = new CustodyFact.Released(null, null, null, null);
        events.add(event(6, 9, null, released));
        assertEquals(
                Optional.of(new Named(Set.of("REG", "CELL-3", "CELL-4"), MORNING.plus(Duration.ofHours(10)))),
                named(events, "1000001"));
        events.add(event(7, 200, null, new CustodyFact.RecordClosed(null)));
        assertEquals(
                Optional.of(new Named(Set.of("REG", "CELL-3", "CELL-4"), MORNING.plus(Duration.ofHours(10)))),
                named(events, "1000001"),
                "others are in these rooms when it is closed");
    }

    private static Optional<Named> named(List<Event> events, String badge) {
        var record = new CustodyRecord(RECORD, new RecordNumber(new FacilityCode("UA01-0001"), 2026, 1), events);
        return new NamedByRecord(_ -> Optional.of("1"), _ -> Optional.of(record)).named(new Badge(badge), RECORD);
    }

    private static Event event(int version, int hours, @Nullable String place, Fact fact) {
        Instant at = MORNING.plus(Duration.ofHours(hours));
        return new Event(
                new EventId(new UUID(2, version)),
                RECORD,
                version,
                new Occurrence(at, null, Occurrence.Source.LIVE),
                at,
                new Badge("1000009"),
                List.of(),
                List.of(),
                place == null ? null : new RoomCode(place),
                null,
                null,
                fact);
    }

    private static CustodyFact.Apprehended apprehended() {
        return new CustodyFact.Apprehended(
                PersonDetails.named("Вигаданий", "Петро", "UA"),
                "вул. Перша, 1",
                List.of(new Badge("1000002")),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
    }
}
