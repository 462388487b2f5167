package custody.web.forms;

import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.events.Event;
import custody.web.components.Option;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Events of a record that a form may point to, the newest first. */
final class Events {
    private Events() {}

    static List<Option> options(CustodyRecord record, Set<String> chosen, Wording wording, Times times) {
        return record.entries().stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::standing)
                .sorted(Comparator.comparing(Event::occurredAt).reversed())
                .map(event -> new Option(
                        event.id().toString(),
                        times.full(event.occurredAt()) + " · " + wording.kind(Catalogue.kind(event.fact())),
                        chosen.contains(event.id().toString())))
                .toList();
    }
}
