package custody.record.catalogue;

import custody.record.events.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** All kinds there are, read once off the sealed hierarchy of {@link Fact}. */
public final class Catalogue {
    private static final SequencedMap<String, Shape> SHAPES = read();
    private static final Map<Class<?>, Shape> BY_TYPE = byType();

    private Catalogue() {}

    /** Every kind, in the order of the groups and of their files. */
    public static List<EventKind> kinds() {
        return SHAPES.values().stream().map(Shape::kind).toList();
    }

    /** The kind of that wire name. */
    public static Optional<EventKind> kind(String name) {
        return Optional.ofNullable(SHAPES.get(name)).map(Shape::kind);
    }

    /** The kind of that fact. */
    public static EventKind kind(Fact fact) {
        return shape(fact).kind();
    }

    /** Canonical fields of a fact: those that hold something, in the order of its record. */
    public static SequencedMap<String, custody.record.events.Value> encode(Fact fact) {
        return shape(fact).encode(fact);
    }

    /** Reads a fact of that kind; every error is reported, pointers begin with {@code /fields}. */
    public static Parsed<Fact> parse(EventKind kind, Map<String, custody.record.events.Value> input) {
        return shape(kind.type()).parse(input);
    }

    /** Names of expected fields that this fact leaves open; empty when it is complete. */
    public static List<String> missing(Fact fact) {
        SequencedMap<String, custody.record.events.Value> held = encode(fact);
        return kind(fact).fields().stream()
                .filter(field -> field.demand() == Field.Demand.EXPECTED && !held.containsKey(field.name()))
                .map(Field::name)
                .toList();
    }

    private static Shape shape(Fact fact) {
        return shape(fact.getClass());
    }

    private static Shape shape(Class<?> type) {
        Shape shape = BY_TYPE.get(type);
        if (shape == null) {
            throw new IllegalArgumentException("not a kind of event: " + type.getSimpleName());
        }
        return shape;
    }

    private static SequencedMap<String, Shape> read() {
        SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
        for (Class<?> group : Fact.class.getPermittedSubclasses()) {
            for (Class<?> type : group.getPermittedSubclasses()) {
                Shape shape = new Shape(Group.of(group), type.asSubclass(Fact.class));
                shapes.put(shape.kind().name(), shape);
            }
        }
        return shapes;
    }

    private static Map<Class<?>, Shape> byType() {
        Map<Class<?>, Shape> types = new LinkedHashMap<>();
        Collection<Shape> all = new ArrayList<>(SHAPES.values());
        all.forEach(shape -> types.put(shape.kind().type(), shape));
        return Map.copyOf(types);
    }
}
