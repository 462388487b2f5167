package custody.web.session;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Housing;
import custody.record.detention.Housing.Coming;
import custody.record.detention.Moment;
import custody.record.detention.Refusal;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MovementFact.CellAllocated;
import custody.record.events.MovementFact.Moved;
import custody.record.events.Occurrence;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.record.places.Separation.Concern;
import custody.web.problems.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a person may be put into a cell with those who are there. It takes the records of all who are there, so it is
 * asked before the record itself decides; forms and API ask the same.
 */
@Component
public final class CellDesk {
    private final CustodyRecords records;
    private final Facilities facilities;
    private final OneAtATime allocations = new OneAtATime();

    CellDesk(CustodyRecords records, Facilities facilities) {
        this.records = records;
        this.facilities = facilities;
    }

    /**
     * A cell as it stands for one person.
     *
     * @param room the cell
     * @param there how many others are in it
     * @param concerns what stands against this person, the gravest first
     */
    public record Cell(Room room, int there, Set<Concern> concerns) {}

    /** Every room that holds people, as it stands for that person. The look at the others is recorded. */
    public List<Cell> cells(Visit visit, CustodyRecord person) {
        Facility facility = facility(visit, person);
        List<CustodyRecord> others = others(visit, person, facility);
        List<Cell> cells = new ArrayList<>();
        for (Room room : facility.rooms()) {
            if (room.capacity() > 0) {
                int there = Housing.in(room, others).size();
                cells.add(new Cell(room, there, concerns(person, room, others, facility, visit)));
            }
        }
        return cells;
    }

    /**
     * What is done with an entry, from {@link #against} to the adding: where it may put somebody into a cell, no other such entry
     * comes between, so that two who look at the same moment do not fill one place.
     */
    public <T> T inTurn(Draft draft, Supplier<T> doing) {
        boolean moves = draft.fact() instanceof CellAllocated
                || draft.fact() instanceof Moved
                || draft.fact() instanceof Correction;
        return moves ? allocations.of(doing) : doing.get();
    }

    /**
     * What stands against an entry that puts the person into a cell, whether it allocates one, moves the person there or corrects
     * what did: a refusal, or that its reason is missing. The field that is to change is named.
     */
    public Optional<Problem> against(Visit visit, CustodyRecord person, Draft draft) {
        Facility facility = facility(visit, person);
        return coming(visit, person, draft)
                .flatMap(coming -> facility.room(coming.room())
                        .filter(room -> room.capacity() > 0 || draft.fact() instanceof CellAllocated)
                        .flatMap(room -> against(
                                concerns(person, room, others(visit, person, facility), facility, visit),
                                coming,
                                draft,
                                person)));
    }

    /** What is allocated is judged whatever else the record says of it; the rest only where the person comes to be there by it. */
    private static Optional<Coming> coming(Visit visit, CustodyRecord person, Draft draft) {
        Fact placing = placing(draft.fact(), person);
        if (draft.fact() instanceof CellAllocated allocated) {
            return Optional.of(new Coming(allocated.cell(), allocated.separationReason()));
        }
        if (!(placing instanceof Moved || placing instanceof CellAllocated)) {
            return Optional.empty();
        }
        Moment moment = new Moment(visit.now(), visit.officer().badge(), () -> new EventId(UUID.randomUUID()));
        return Housing.coming(person, draft, moment);
    }

    /**
     * What says where the person comes to be: the entry, or what it corrects. A correction of anything else puts nobody anywhere:
     * who is back since a release is taken back was there all the time.
     */
    private static Fact placing(Fact fact, CustodyRecord person) {
        return fact instanceof Correction correction
                ? person.event(correction.corrects()).map(Event::fact).orElse(correction)
                : fact;
    }

    private static Optional<Problem> against(Set<Concern> concerns, Coming coming, Draft draft, CustodyRecord person) {
        Fact fact = draft.fact();
        Refusal refusal = happened(draft) ? null : Housing.refusal(concerns);
        if (refusal instanceof Refusal.UnsuitableCell(Concern why)) {
            Map<String, String> limits = Map.of("concern", Wire.name(why));
            return Optional.of(Problem.refused(refusal).at(List.of(new FieldError(where(fact), Code.CHOICE, limits))));
        }
        return concerns.isEmpty() || coming.reason() != null
                ? Optional.empty()
                : Optional.of(Problem.invalid(List.of(FieldError.of(why(fact, person), Code.REQUIRED))));
    }

    /** An allocation is decided. A move that is written afterwards is told: what was so is said with a reason, not refused. */
    private static boolean happened(Draft draft) {
        return draft.fact() instanceof Moved && draft.occurrence().source() != Occurrence.Source.LIVE;
    }

    /** The field of an entry that says where the person comes to be. */
    private static String where(Fact fact) {
        if (fact instanceof Correction correction) {
            return Stream.of("cell", "to")
                    .filter(correction.fields()::containsKey)
                    .map(name -> "/fields/fields/" + name)
                    .findFirst()
                    .orElse(correction.withdrawn() == null ? "/fields/occurredAt" : "/fields/withdrawn");
        }
        return fact instanceof Moved ? "/fields/to" : "/fields/cell";
    }

    /** The field that takes the reason for a place that only stands in question. */
    private static String why(Fact fact, CustodyRecord person) {
        String field = placing(fact, person) instanceof Moved ? "/fields/reason" : "/fields/separationReason";
        return fact instanceof Correction ? "/fields" + field : field;
    }

    private Facility facility(Visit visit, CustodyRecord person) {
        return facilities.find(person.number().facility()).orElse(visit.facility());
    }

    private List<CustodyRecord> others(Visit visit, CustodyRecord person, Facility facility) {
        return records.inCustody(facility.code(), visit.reading("cells")).records().stream()
                .filter(record -> !record.id().equals(person.id()))
                .toList();
    }

    private static Set<Concern> concerns(
            CustodyRecord person, Room room, List<CustodyRecord> others, Facility facility, Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), facility.zone());
        return Housing.concerns(person, room, others, facility.areaNorm(), today);
    }
}
