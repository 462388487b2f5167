package custody.web.law;

import custody.record.access.Action.Adding;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.events.SystemFact.FlagRaised;
import custody.web.forms.People;
import custody.web.law.FlagView.About;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a record's flags into words, the unanswered ones first. Lives for one page. */
public final class FlagWords {
    private final CustodyRecord record;
    private final Visit visit;
    private final RecordDesk desk;
    private final People people;
    private final Function<FlagRaised, String> measured;

    /** Of that record at this visit; {@code measured} says in words what a flag measured. */
    public FlagWords(
            CustodyRecord record, Visit visit, RecordDesk desk, People people, Function<FlagRaised, String> measured) {
        this.record = record;
        this.visit = visit;
        this.desk = desk;
        this.people = people;
        this.measured = measured;
    }

    /** The flags; none for a reader who sees of them only that they were raised. */
    public List<FlagView> flags() {
        Map<EventId, Event> answers = new HashMap<>();
        List<Event> raised = new ArrayList<>();
        for (Event event : record.standing()) {
            if (event.fact() instanceof FlagAnswered answer) {
                answers.put(answer.flag(), event);
            } else if (event.fact() instanceof FlagRaised && seen(event)) {
                raised.add(event);
            }
        }
        return raised.stream()
                .map(event -> flag(event, answers.get(event.id())))
                .sorted(Comparator.comparing(FlagView::answered))
                .toList();
    }

    private boolean seen(Event event) {
        Role role = Role.of(visit.officer().category());
        return Visible.to(role, visit.relation(record), event, record::event) == Visible.FULL;
    }

    private FlagView flag(Event raised, @Nullable Event answer) {
        FlagRaised flag = (FlagRaised) raised.fact();
        boolean may = answer == null && desk.may(visit, record, new Adding(Catalogue.kind(FlagAnswered.class)));
        return new FlagView(
                visit.wording().constant(flag.flag()),
                measured.apply(flag),
                visit.times().near(raised.occurredAt(), visit.now()),
                flag.about().stream().map(this::about).toList(),
                may
                        ? TaskWords.form(
                                record,
                                "flag-answered",
                                Map.of("flag", raised.id().toString()),
                                "flags")
                        : "",
                answer != null && answer.fact() instanceof FlagAnswered said ? said.answer() : "",
                answer == null
                        ? ""
                        : people.names(List.of(answer.recordedBy())).getFirst() + ", "
                                + visit.times().near(answer.recordedAt(), visit.now()));
    }

    private About about(EventId id) {
        return record.event(id)
                .map(event -> new About(
                        "/records/" + record.id() + "?all=1#event-" + event.version(),
                        visit.wording().kind(Catalogue.kind(event.fact())) + ", "
                                + visit.times().near(event.occurredAt(), visit.now())))
                .orElseGet(() -> new About("", id.toString()));
    }
}
