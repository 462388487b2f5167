package custody.web.pages;

import custody.record.access.Action;
import custody.record.access.Relation;
import custody.record.access.Role;
import custody.record.access.Visible;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Wire;
import custody.record.desk.Receipt;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.detention.Lateness;
import custody.record.events.Event;
import custody.record.law.Lawbook;
import custody.web.components.Row;
import custody.web.forms.People;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Turns a record into its timeline, the newest first, showing of each event what the reader may see. */
final class Timeline {
    private final CustodyRecord record;
    private final Visit visit;
    private final People people;
    private final List<Receipt> receipts;
    private final Relation relation;
    private final Role role;
    private final EventWords words;

    Timeline(CustodyRecord record, Visit visit, People people, List<Receipt> receipts, Lawbook law) {
        this.record = record;
        this.visit = visit;
        this.people = people;
        this.receipts = receipts;
        this.relation = visit.relation(record);
        this.role = Role.of(visit.officer().category());
        this.words = new EventWords(visit, people, law, record::event);
    }

    List<TimelineItem> items() {
        return record.entries().stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.standing().occurredAt())
                        .thenComparingInt(entry -> entry.original().version())
                        .reversed())
                .map(this::item)
                .toList();
    }

    private TimelineItem item(Entry entry) {
        Event event = entry.standing();
        EventKind kind = Catalogue.kind(event.fact());
        boolean full = Visible.to(role, relation, event, record::event) == Visible.FULL;
        boolean correctable = full
                && !entry.withdrawn()
                && custody.record.access.Access.decide(visit.officer(), new Action.Correcting(kind), relation)
                        .permitted();
        return new TimelineItem(
                "event-" + event.version(),
                event.version(),
                visit.wording().kind(kind),
                Wire.name(kind.group()),
                EventWords.occurred(event.occurrence(), visit.times()),
                visit.times().machine(event.occurredAt()),
                recorded(event),
                Lateness.late(entry.original()) ? visit.times().length(Lateness.delay(entry.original())) : "",
                people.names(List.of(event.recordedBy())).getFirst(),
                full ? words.details(event, kind) : List.<Row>of(),
                !full,
                full ? words.missing(event.fact()) : List.of(),
                entry.corrections().isEmpty()
                        ? List.of()
                        : new CorrectionLines(entry, full, visit, people, record::event).lines(),
                entry.withdrawn(),
                state(event.version()),
                correctable && !kind.name().equals("correction"));
    }

    /** When it was written, where a clock on the wall would have shown another minute. */
    private String recorded(Event event) {
        Times times = visit.times();
        Instant shown = event.occurrence().until() == null
                ? event.occurredAt()
                : event.occurrence().until();
        boolean same = Duration.between(shown, event.recordedAt()).abs().compareTo(Duration.ofMinutes(1)) < 0;
        return same ? "" : times.full(event.recordedAt());
    }

    private String state(int version) {
        Receipt.State state =
                version <= receipts.size() ? receipts.get(version - 1).state() : Receipt.State.RECORDED;
        return Wire.name(state);
    }

    /** Groups that occur, for the filter. */
    static List<Row> groups(List<TimelineItem> items, Wording wording) {
        return items.stream()
                .map(TimelineItem::group)
                .distinct()
                .sorted()
                .map(group -> new Row(group, wording.say("group." + group)))
                .toList();
    }
}
