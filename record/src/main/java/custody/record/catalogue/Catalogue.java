package custody.record.catalogue;

import custody.record.events.Fact;
import custody.record.events.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** All kinds there are, read once off the sealed hierarchy of {@link Fact}. */
public final class Catalogue {
    private static final List<Entry> ENTRIES = read();
    private static final List<EventKind> KINDS =
            ENTRIES.stream().map(Entry::kind).toList();
    private static final Map<String, EventKind> BY_NAME = byName();
    private static final Map<Class<?>, Entry> BY_TYPE = byType();

    private Catalogue() {}

    /** A kind, and how its record is taken apart. */
    private record Entry(EventKind kind, Shape<Fact> shape) {}

    /** Every kind, in the order of the groups and of their files. */
    public static List<EventKind> kinds() {
        return KINDS;
    }

    /** The kind of that wire name. */
    public static Optional<EventKind> kind(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The kind of that fact. */
    public static EventKind kind(Fact fact) {
        return entry(fact.getClass()).kind();
    }

    /** The kind that a record type holds. */
    public static EventKind kind(Class<? extends Fact> type) {
        return entry(type).kind();
    }

    /** Canonical fields of a fact: those that hold something, in the order of its record. */
    public static SequencedMap<String, Value> encode(Fact fact) {
        return entry(fact.getClass()).shape().encode(fact);
    }

    /** Reads a fact of that kind; every error is reported, pointers begin with {@code /fields}. */
    public static Parsed<Fact> parse(EventKind kind, Map<String, Value> input) {
        return entry(kind.type()).shape().parse(input);
    }

    /** Names of expected fields that this fact leaves open; empty when it is complete. */
    public static List<String> missing(Fact fact) {
        SequencedMap<String, Value> held = encode(fact);
        return kind(fact).fields().stream()
                .filter(field -> field.demand() == Field.Demand.EXPECTED && !held.containsKey(field.name()))
                .map(Field::name)
                .toList();
    }

    private static Entry entry(Class<?> type) {
        Entry entry = BY_TYPE.get(type);
        if (entry == null) {
            throw new IllegalArgumentException("not a kind of event: " + type.getSimpleName());
        }
        return entry;
    }

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Class<?> group : Fact.class.getPermittedSubclasses()) {
            for (Class<?> nested : group.getPermittedSubclasses()) {
                Class<? extends Fact> type = nested.asSubclass(Fact.class);
                Shape<Fact> shape = new Shape<>(type, "/fields");
                entries.add(new Entry(new EventKind(Wire.name(type), Group.of(group), type, shape.fields()), shape));
            }
        }
        return List.copyOf(entries);
    }

    private static Map<String, EventKind> byName() {
        Map<String, EventKind> names = new LinkedHashMap<>();
        for (EventKind kind : KINDS) {
            if (names.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two kinds are called " + kind.name());
            }
        }
        return Map.copyOf(names);
    }

    private static Map<Class<?>, Entry> byType() {
        Map<Class<?>, Entry> types = new LinkedHashMap<>();
        ENTRIES.forEach(entry -> types.put(entry.kind().type(), entry));
        return Map.copyOf(types);
    }
}
