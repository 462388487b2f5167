package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.events.Fact;
import custody.record.law.rules.Pack;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what happens in cases, and refuses on its line what the record could not hold. */
final class CaseEvents {
    private static final Set<String> BESIDE = Set.of("at", "until", "as", "corrects", "to");
    private static final String CORRECTION = "correction";

    private final List<String> zeros;
    private final Offsets first;

    private CaseEvents(List<String> zeros, Offsets first) {
        this.zeros = zeros;
        this.first = first;
    }

    /** The T0s of a file, from each of which every case is run. */
    static CaseEvents of(Cases.Source source) {
        Node node = source.block().need("t0");
        Pack pack = source.pack();
        List<OffsetDateTime> times = Block.list(
                node, zero -> Block.parsed(zero, "a time such as 2026-06-10T10:00:00+03:00", OffsetDateTime::parse));
        if (times.isEmpty()) {
            throw Block.at(node, "there is no t0");
        }
        return new CaseEvents(
                Block.list(node, Block::text), new Offsets(times.getFirst().toInstant(), pack.zone()));
    }

    List<String> zeros() {
        return zeros;
    }

    /** A time of a case, or what is wrong with it. */
    void time(Node node, String text) {
        try {
            first.at(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw Block.at(node, "expected a time such as 72h-1s, 2026-06-11T22:00 or day+2, not " + text);
        }
    }

    /** Events that follow those before them; labels of earlier ones may be named. */
    List<Map<String, Object>> read(@Nullable Node node, List<Map<String, Object>> before) {
        List<Map<String, Object>> events = new ArrayList<>(before);
        if (node != null) {
            for (Node item : Block.items(node)) {
                events.add(event(item, labels(events)));
            }
        }
        return List.copyOf(events);
    }

    /** Tells a case once: a correction of a field that its event has not, say, is seen only then. */
    void recordable(Node node, List<Map<String, Object>> events) {
        try {
            Timeline.told(events, first, 1).standing();
        } catch (IllegalArgumentException | IllegalStateException not) {
            throw Block.at(node, "what happens in this case cannot be recorded: " + not.getMessage());
        }
    }

    private static Set<String> labels(List<Map<String, Object>> events) {
        return events.stream()
                .map(event -> event.containsKey("as") ? String.valueOf(event.get("as")) : kind(event))
                .collect(Collectors.toSet());
    }

    private static String kind(Map<String, Object> event) {
        return event.keySet().stream()
                .filter(key -> !BESIDE.contains(key))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> event(Node node, Set<String> labels) {
        Block block = Block.of(node);
        Map<String, Object> event = new LinkedHashMap<>();
        block.all().forEach((key, value) -> event.put(key, plain(value)));
        List<String> kinds =
                event.keySet().stream().filter(key -> !BESIDE.contains(key)).toList();
        if (kinds.size() != 1) {
            throw Block.at(node, "an event is one kind, with at, until, as, corrects, to beside it: " + kinds);
        }
        time(node, Block.text(block.need("at")));
        for (String key : List.of("until", "to")) {
            if (block.has(key)) {
                time(node, Block.text(block.need(key)));
            }
        }
        if (block.has("corrects")) {
            known(block.need("corrects"), Block.text(block.need("corrects")), labels);
        }
        String kind = kinds.getFirst();
        fields(node, kind, Block.of(block.need(kind)), labels);
        return event;
    }

    /** A correction names fields of the event that it corrects: those are read when the case is run. */
    private void fields(Node node, String name, Block said, Set<String> labels) {
        EventKind kind = Catalogue.kind(name).orElseThrow(() -> Words.unknownKind(node, name));
        if (name.equals(CORRECTION)) {
            return;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        said.all().forEach((key, value) -> {
            Field field = Words.field(kind, value, key);
            if (field.type() instanceof FieldType.EventReference) {
                known(value, Block.text(value), labels);
                plain.put(key, Timeline.id(1).toString());
            } else {
                plain.put(key, first.date(plain(value)));
            }
        });
        if (Timeline.parsed(name, Timeline.fields(name, plain)) instanceof Parsed.Wrong<Fact> wrong) {
            throw Block.at(node, name + " cannot be recorded so: " + wrong.errors());
        }
    }

    private static void known(Node node, String label, Set<String> labels) {
        if (!labels.contains(label)) {
            throw Block.at(node, "no event before this one is called " + label);
        }
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            Block.of(node).all().forEach((key, value) -> map.put(key, plain(value)));
            return map;
        }
        return node instanceof SequenceNode ? Block.list(node, Block::text) : Block.text(node);
    }
}
