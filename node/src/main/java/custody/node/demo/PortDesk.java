package custody.node.demo;

import custody.ledger.tree.Hash;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes through the node's own port, by the same commands as the API. Faults of the store are thrown on. Safe for many threads. */
public final class PortDesk implements Desk {
    private record Place(RecordId record, int version) {}

    private final CustodyRecords records;
    private final Map<Place, EventId> events = new ConcurrentHashMap<>();

    public PortDesk(CustodyRecords records) {
        this.records = records;
    }

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        return answer(records.open(DemoFacility.CODE, booking, writer(who, key, booking)));
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        return answer(records.add(record, draft, null, writer(who, key, draft)));
    }

    @Override
    public EventId event(RecordId record, int version) {
        EventId event = events.get(new Place(record, version));
        if (event == null) {
            throw new IllegalStateException("version " + version + " was not stored through this desk");
        }
        return event;
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored -> {
                for (Event event : stored.added()) {
                    events.put(new Place(event.record(), event.version()), event.id());
                }
                Event newest = stored.added().getLast();
                yield new Answer.Stored(newest.record(), newest.version(), stored.receipts());
            }
            case Outcome.Refused(var refusal) ->
                new Answer.Refused(refusal.getClass().getSimpleName());
            case Outcome.Invalid(var errors) -> new Answer.Refused("Invalid " + errors);
            case Outcome.Conflict _ -> new Answer.Refused("Conflict");
            case Outcome.NotFound() -> new Answer.Refused("NotFound");
            case Outcome.KeyReused() -> new Answer.Refused("KeyReused");
        };
    }

    private static Writer writer(Badge who, String key, Object body) {
        return new Writer(who, new RequestKey(key, Hash.sha256(body.toString()).hex()));
    }
}
