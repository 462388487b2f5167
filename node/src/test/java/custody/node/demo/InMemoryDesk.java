package custody.node.demo;

import custody.record.access.Access;
import custody.record.access.Relation;
import custody.record.catalogue.Catalogue;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Draft;
import custody.record.detention.Housing;
import custody.record.detention.Housing.Coming;
import custody.record.detention.Keeping;
import custody.record.detention.Moment;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.Fact;
import custody.record.events.MovementFact.CellAllocated;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.places.Officer;
import custody.record.places.Room;
import custody.record.places.Separation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Custody records in memory: decided by {@link Keeping} with the play's clock; a guarded desk asks {@link Access} and the
 * rules of separation first.
 */
final class InMemoryDesk implements Desk {
    private final boolean guarded;
    private final Map<RecordId, CustodyRecord> records = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private long ids;

    InMemoryDesk(boolean guarded) {
        this.guarded = guarded;
    }

    void clock(Instant instant) {
        now = instant;
    }

    List<CustodyRecord> records() {
        return List.copyOf(records.values());
    }

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        RecordId id = new RecordId(new UUID(7, ++ids));
        return answer(id, Keeping.open(id, booking, moment(who)), List.of());
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        CustodyRecord before = record(record);
        String objection = guarded ? objection(before, draft, who) : "";
        return objection.isEmpty()
                ? answer(record, Keeping.add(before, draft, moment(who)), before.events())
                : new Answer.Refused(objection);
    }

    private String objection(CustodyRecord before, Draft draft, Badge who) {
        Officer officer = officer(who);
        Access.Answer access = Access.decide(
                officer, action(before, draft.fact()), Relation.to(before, officer, FacilityCode::equals));
        if (access instanceof Access.Denied(var because)) {
            return "Denied " + because + " " + Catalogue.kind(draft.fact()).name();
        }
        return coming(before, draft, who)
                .map(coming -> concerns(before, coming))
                .orElse("");
    }

    private Optional<Coming> coming(CustodyRecord before, Draft draft, Badge who) {
        return draft.fact() instanceof CellAllocated allocated
                ? Optional.of(new Coming(allocated.cell(), allocated.separationReason()))
                : Housing.coming(before, draft, moment(who));
    }

    private String concerns(CustodyRecord newcomer, Coming coming) {
        Room room = DemoFacility.facility().room(coming.room()).orElseThrow();
        if (room.capacity() == 0) {
            return "";
        }
        List<CustodyRecord> others = records.values().stream()
                .filter(record -> !record.id().equals(newcomer.id()))
                .toList();
        LocalDate today = LocalDate.ofInstant(moment(DemoOfficers.CUSTODY).now(), DemoFacility.ZONE);
        Set<Separation.Concern> concerns =
                Housing.concerns(newcomer, room, others, DemoFacility.facility().areaNorm(), today);
        boolean stands = concerns.isEmpty() || (coming.reason() != null && !Separation.refuses(concerns));
        return stands ? "" : newcomer.number() + " " + coming.room() + " " + concerns;
    }

    private Answer answer(RecordId id, Decision decision, List<Event> before) {
        return switch (decision) {
            case Decision.Accepted(List<Event> events) -> {
                CustodyRecord record = before.isEmpty()
                        ? new CustodyRecord(id, new RecordNumber(DemoFacility.CODE, 2026, records.size() + 1), events)
                        : record(id).with(events);
                records.put(id, record);
                yield new Answer.Stored(id, record.version(), List.of());
            }
            case Decision.Refused(var refusal) ->
                new Answer.Refused(refusal.getClass().getSimpleName());
            case Decision.Invalid(var errors) -> new Answer.Refused("Invalid " + errors);
        };
    }

    private static custody.record.access.Action action(CustodyRecord record, Fact fact) {
        if (fact instanceof Correction correction) {
            return record.event(correction.corrects())
                    .map(event -> new custody.record.access.Action.Correcting(Catalogue.kind(event.fact())))
                    .orElseThrow();
        }
        return new custody.record.access.Action.Adding(Catalogue.kind(fact));
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

    private static Officer officer(Badge badge) {
        return DemoOfficers.all().stream()
                .filter(officer -> officer.badge().equals(badge))
                .findFirst()
                .orElseThrow();
    }

    private Moment moment(Badge who) {
        return new Moment(now, who, () -> new EventId(new UUID(11, ++ids)));
    }
}
