package custody.record.catalogue;

import custody.record.events.Fact;
import custody.record.events.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record type taken apart: its fields, and how to go from the record to canonical fields and back. */
final class Shape {
    private final EventKind kind;
    private final List<Part> parts;
    private final Constructor<?> constructor;
    private final Set<String> names;

    Shape(Group group, Class<? extends Fact> type) {
        this.parts = partsOf(type, "");
        this.constructor = canonicalConstructor(type);
        List<Field> fields =
                parts.stream().flatMap(part -> part.fields().stream()).toList();
        this.names = fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
        this.kind = new EventKind(Wire.name(type), group, type, fields);
    }

    EventKind kind() {
        return kind;
    }

    SequencedMap<String, Value> encode(Fact fact) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        parts.forEach(part -> part.encode(fact, fields));
        return fields;
    }

    Parsed<Fact> parse(Map<String, Value> input) {
        List<FieldError> errors = new ArrayList<>();
        input.keySet().stream()
                .filter(name -> !known(name))
                .sorted()
                .forEach(name -> errors.add(FieldError.of(Pointers.field(name), FieldError.Code.UNKNOWN)));
        Object[] arguments =
                parts.stream().map(part -> part.parse(input, errors)).toArray();
        if (!errors.isEmpty()) {
            return new Parsed.Wrong<>(errors);
        }
        return new Parsed.Ok<>((Fact) construct(constructor, arguments));
    }

    private boolean known(String name) {
        return names.contains(name) || (name.startsWith("fields.") && names.contains("fields"));
    }

    static List<Part> partsOf(Class<?> type, String prefix) {
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
        return new Part.Leaf(component, FieldTypes.field(component, prefix));
    }

    static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without its constructor", impossible);
        }
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
