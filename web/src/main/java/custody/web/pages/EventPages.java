package custody.web.pages;

import custody.record.access.Action;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Group;
import custody.record.desk.Officers;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.MovementFact.CellAllocated;
import custody.web.components.Row;
import custody.web.entry.FacilityCameras;
import custody.web.forms.EventForm;
import custody.web.forms.People;
import custody.web.forms.Section;
import custody.web.session.CellDesk;
import custody.web.session.Visit;
import custody.web.session.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages of adding an event. */
@Component
public class EventPages {
    private final Pages pages;
    private final Visits visits;
    private final Officers officers;
    private final FacilityCameras cameras;
    private final CellDesk cells;

    EventPages(Pages pages, Visits visits, Officers officers, CellDesk cells, FacilityCameras cameras) {
        this.pages = pages;
        this.visits = visits;
        this.officers = officers;
        this.cameras = cameras;
        this.cells = cells;
    }

    /**
     * A group and its kinds.
     *
     * @param title name of the group
     * @param kinds address and name of each kind
     */
    public record KindGroup(String title, List<Row> kinds) {}

    /** Every kind that the visitor may add, by group. */
    ResponseEntity<String> choose(
            HttpServletRequest request, Visit visit, CustodyRecord record, Predicate<Action> may) {
        List<KindGroup> groups = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Row> kinds = Catalogue.kinds().stream()
                    .filter(kind -> kind.group() == group && may.test(new Action.Adding(kind)))
                    .map(kind -> new Row(
                            "/records/" + record.id() + "/events/new/" + kind.name(),
                            visit.wording().kind(kind)))
                    .toList();
            if (!kinds.isEmpty()) {
                groups.add(new KindGroup(visit.wording().group(group), kinds));
            }
        }
        People people = People.of(visit, officers, cameras);
        return pages.show(
                request, "pages/chooseKind", Map.of("record", RecordView.of(record, visit, people), "groups", groups));
    }

    /** The form of one kind. */
    ResponseEntity<String> form(HttpServletRequest request, int status, Filling filling) {
        Visit visit = visits.of(request);
        People people = People.of(visit, officers, cameras);
        EventKind kind = filling.kind();
        List<Section> sections =
                new EventForm(kind, visit, people).sections(filling.record(), filling.typed(), filling.mistakes());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", RecordView.of(filling.record(), visit, people));
        parameters.put("title", visit.wording().kind(kind));
        parameters.put("action", "/records/" + filling.record().id() + "/events/new/" + kind.name());
        parameters.put("sections", sections);
        parameters.put("errors", filling.mistakes().summary());
        if (kind.type().equals(CellAllocated.class)) {
            parameters.put("cells", CellRow.of(cells.cells(visit, filling.record()), visit));
        }
        parameters.put("key", filling.key());
        parameters.put("back", filling.typed().one(Return.PARAMETER));
        parameters.put(
                "cancel", Return.of(filling.typed()).path(filling.record().id()));
        parameters.put("since", since(filling.since(), visit, people));
        return pages.show(request, status, "pages/eventForm", parameters);
    }

    /** What others wrote meanwhile: when it happened and what it was, and who wrote it. */
    static List<Row> since(List<Event> events, Visit visit, People people) {
        return events.stream()
                .map(event -> new Row(
                        EventWords.occurred(event.occurrence(), visit.times()) + " · "
                                + visit.wording().kind(Catalogue.kind(event.fact())),
                        people.names(List.of(event.recordedBy())).getFirst()))
                .toList();
    }
}
