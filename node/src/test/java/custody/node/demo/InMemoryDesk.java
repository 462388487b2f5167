package custody.node.demo;

import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Draft;
import custody.record.detention.Keeping;
import custody.record.detention.Moment;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Custody records in memory, decided by {@link Keeping} with the play's clock. */
final class InMemoryDesk implements Desk {
    private final Map<RecordId, CustodyRecord> records = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private long ids;

    void clock(Instant instant) {
        now = instant;
    }

    List<CustodyRecord> records() {
        return List.copyOf(records.values());
    }

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        RecordId id = new RecordId(new UUID(7, ++ids));
        return switch (Keeping.open(id, booking, moment(who))) {
            case Decision.Accepted(List<Event> events) -> {
                records.put(
                        id,
                        new CustodyRecord(
                                id, new RecordNumber(DemoFacility.CODE, 2026, records.size() + 1), events));
                yield new Answer.Stored(id, events.size(), List.of());
            }
            case Decision.Refused(var refusal) ->
                new Answer.Refused(refusal.getClass().getSimpleName());
            case Decision.Invalid(var errors) -> new Answer.Refused("Invalid " + errors);
        };
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        CustodyRecord before = record(record);
        return switch (Keeping.add(before, draft, moment(who))) {
            case Decision.Accepted(List<Event> events) -> {
                records.put(record, before.with(events));
                yield new Answer.Stored(record, before.version() + 1, List.of());
            }
            case Decision.Refused(var refusal) ->
                new Answer.Refused(refusal.getClass().getSimpleName());
            case Decision.Invalid(var errors) -> new Answer.Refused("Invalid " + errors);
        };
    }

    @Override
    public EventId event(RecordId record, int version) {
        return record(record).events().get(version - 1).id();
    }

    private CustodyRecord record(RecordId id) {
        CustodyRecord record = records.get(id);
        if (record == null) {
            throw new IllegalStateException("no such record");
        }
        return record;
    }

    private Moment moment(Badge who) {
        return new Moment(now, who, () -> new EventId(new UUID(11, ++ids)));
    }
}
