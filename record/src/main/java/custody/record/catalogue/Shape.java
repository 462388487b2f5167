package custody.record.catalogue;

import custody.record.events.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record type taken apart: its fields, and how to go from the record to canonical fields and back.
 *
 * @param <T> the record type
 */
final class Shape<T> {
    private final Class<? extends T> type;
    private final String base;
    private final List<Part> parts;
    private final Constructor<?> constructor;
    private final List<Field> fields;
    private final Set<String> names;

    Shape(Class<? extends T> type, String base) {
        this.type = type;
        this.base = base;
        this.parts = partsOf(type, "");
        this.constructor = canonicalConstructor(type);
        this.fields = parts.stream().flatMap(part -> part.fields().stream()).toList();
        this.names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Fields in the order of the record. */
    List<Field> fields() {
        return fields;
    }

    /** Canonical fields: those that hold something, in the order of the record. */
    SequencedMap<String, Value> encode(T holder) {
        SequencedMap<String, Value> encoded = new LinkedHashMap<>();
        parts.forEach(part -> part.encode(holder, encoded));
        return encoded;
    }

    /** Reads an input; every error is reported at once, fields nobody knows among them. */
    Parsed<T> parse(Map<String, Value> input) {
        Findings findings = new Findings(base);
        if (!names.containsAll(input.keySet())) {
            input.keySet().stream()
                    .filter(name -> !known(name))
                    .sorted()
                    .forEach(name -> findings.add(name, FieldError.Code.UNKNOWN));
        }
        @Nullable Object[] arguments = arguments(parts, input, findings);
        if (findings.count() > 0) {
            return new Parsed.Wrong<>(findings.errors());
        }
        return new Parsed.Ok<>(type.cast(construct(constructor, arguments)));
    }

    private boolean known(String name) {
        return names.contains(name) || (name.startsWith("fields.") && names.contains("fields"));
    }

    private static List<Part> partsOf(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> partOf(component, prefix))
                .toList();
    }

    private static Part partOf(RecordComponent component, String prefix) {
        Class<?> type = component.getType();
        if (type.isRecord() && FieldTypes.nested(type)) {
            return new Part.Nested(
                    component, partsOf(type, prefix + component.getName() + "."), canonicalConstructor(type));
        }
        return new Part.Leaf(component, FieldTypes.field(component, prefix), FieldTypes.elementOf(component));
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without its constructor", impossible);
        }
    }

    static @Nullable Object[] arguments(List<Part> parts, Map<String, Value> input, Findings findings) {
        @Nullable Object[] arguments = new Object[parts.size()];
        for (int index = 0; index < arguments.length; index++) {
            arguments[index] = parts.get(index).parse(input, findings);
        }
        return arguments;
    }

    static Object construct(Constructor<?> constructor, @Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("fields passed their checks but not their record's", broken);
        }
    }

    static @Nullable Object read(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("a record that cannot be read", broken);
        }
    }
}
