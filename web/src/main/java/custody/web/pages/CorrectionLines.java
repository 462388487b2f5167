package custody.web.pages;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.detention.Entry;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Value;
import custody.web.forms.People;
import custody.web.pages.TimelineItem.Change;
import custody.web.pages.TimelineItem.CorrectionLine;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The corrections of one event, each with what it changed, in the order they were written. */
final class CorrectionLines {
    private final Entry entry;
    private final boolean full;
    private final Wording say;
    private final Times times;
    private final People people;
    private final ValueWords values;
    private final EventKind kind;

    CorrectionLines(Entry entry, boolean full, Visit visit, People people, Function<EventId, Optional<Event>> events) {
        this.entry = entry;
        this.full = full;
        this.say = visit.wording();
        this.times = visit.times();
        this.people = people;
        this.values = new ValueWords(say, times, people, events);
        this.kind = Catalogue.kind(entry.original().fact());
    }

    List<CorrectionLine> lines() {
        Map<String, Value> before =
                new HashMap<>(Catalogue.encode(entry.original().fact()));
        Instant at = entry.original().occurredAt();
        List<CorrectionLine> lines = new ArrayList<>();
        for (Event event : entry.corrections()) {
            Correction correction = (Correction) event.fact();
            List<Change> changes = changes(correction, before, at);
            before.putAll(correction.fields());
            at = correction.occurredAt() == null ? at : correction.occurredAt();
            lines.add(new CorrectionLine(
                    event.version(),
                    times.full(event.recordedAt()),
                    people.names(List.of(event.recordedBy())).getFirst(),
                    full ? correction.reason() : "",
                    full ? changes : List.of()));
        }
        return lines;
    }

    /** What a correction that is not added yet would change, against what stands now. */
    List<Change> changes(Correction correction) {
        Event standing = entry.standing();
        return changes(correction, Catalogue.encode(standing.fact()), standing.occurredAt());
    }

    private List<Change> changes(Correction correction, Map<String, Value> before, Instant at) {
        List<Change> changes = new ArrayList<>();
        if (correction.occurredAt() != null) {
            changes.add(new Change(
                    say.field("envelope", "occurredAt"), times.full(at), times.full(correction.occurredAt())));
        }
        if (correction.until() != null) {
            changes.add(new Change(say.field("envelope", "until"), "", times.full(correction.until())));
        }
        envelope(correction, changes);
        correction.fields().forEach((name, value) -> changes.add(change(name, before.get(name), value)));
        return changes;
    }

    private void envelope(Correction correction, List<Change> changes) {
        Event original = entry.original();
        if (!correction.performedBy().isEmpty()) {
            changes.add(new Change(
                    say.field("envelope", "performedBy"),
                    String.join("; ", people.names(original.performedBy())),
                    String.join("; ", people.names(correction.performedBy()))));
        }
        if (!correction.present().isEmpty()) {
            changes.add(new Change(
                    say.field("envelope", "present"),
                    String.join("; ", original.present()),
                    String.join("; ", correction.present())));
        }
        if (correction.place() != null) {
            changes.add(new Change(
                    say.field("envelope", "place"),
                    original.place() == null ? "" : people.roomName(original.place()),
                    people.roomName(correction.place())));
        }
        if (correction.withdrawn() != null) {
            changes.add(new Change(
                    say.field("correction", "withdrawn"),
                    "",
                    say.say(correction.withdrawn() ? "form.yes" : "form.no")));
        }
    }

    private Change change(String name, @Nullable Value before, Value after) {
        Field field = kind.field(name).orElseThrow();
        return new Change(
                say.field(kind.name(), name),
                before == null ? "" : values.say(field, before),
                values.say(field, after));
    }
}
