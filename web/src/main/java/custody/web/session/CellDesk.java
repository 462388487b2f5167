package custody.web.session;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Housing;
import custody.record.detention.Refusal;
import custody.record.events.MovementFact.CellAllocated;
import custody.record.places.Facility;
import custody.record.places.Room;
import custody.record.places.Separation.Concern;
import custody.web.problems.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
     * What is done with an entry, from {@link #against} to the adding: where it allocates a cell, no other allocation comes
     * between, so that two who look at the same moment do not fill one place.
     */
    public <T> T inTurn(Draft draft, Supplier<T> doing) {
        return draft.fact() instanceof CellAllocated ? allocations.of(doing) : doing.get();
    }

    /** What stands against an entry, where it allocates a cell: a refusal, or that its reason is missing. */
    public Optional<Problem> against(Visit visit, CustodyRecord person, Draft draft) {
        if (!(draft.fact() instanceof CellAllocated allocated)) {
            return Optional.empty();
        }
        Facility facility = facility(visit, person);
        Optional<Room> room = facility.room(allocated.cell());
        if (room.isEmpty()) {
            return Optional.empty();
        }
        Set<Concern> concerns = concerns(person, room.get(), others(visit, person, facility), facility, visit);
        Refusal refusal = Housing.refusal(concerns);
        if (refusal != null) {
            return Optional.of(Problem.refused(refusal));
        }
        return concerns.isEmpty() || allocated.separationReason() != null
                ? Optional.empty()
                : Optional.of(Problem.invalid(List.of(FieldError.of("/fields/separationReason", Code.REQUIRED))));
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
