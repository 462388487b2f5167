package custody.record.catalogue;

import custody.record.events.Value;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One component of a record: a field, or a nested record of fields. */
sealed interface Part {

    List<Field> fields();

    void encode(Object holder, SequencedMap<String, Value> into);

    /** The component's value, or null; what is wrong goes into {@code findings}. */
    @Nullable
    Object parse(Map<String, Value> input, Findings findings);

    /** A component that is one field; {@code element} is its type, or that of its items. */
    record Leaf(RecordComponent component, Field field, Class<?> element) implements Part {

        @Override
        public List<Field> fields() {
            return List.of(field);
        }

        @Override
        public void encode(Object holder, SequencedMap<String, Value> into) {
            Object value = Shape.read(component, holder);
            if (value != null) {
                Encoding.into(field, value, into);
            }
        }

        @Override
        public @Nullable Object parse(Map<String, Value> input, Findings findings) {
            Object value = new Reading(field, input, findings).value(element);
            boolean absent = Reading.absent(input.get(field.name()));
            if (absent && field.demand() == Field.Demand.REQUIRED) {
                findings.add(field.name(), FieldError.Code.REQUIRED);
            }
            return value;
        }
    }

    /** A component that is a record of further components. */
    record Nested(RecordComponent component, List<Part> parts, Constructor<?> constructor) implements Part {

        @Override
        public List<Field> fields() {
            return parts.stream().flatMap(part -> part.fields().stream()).toList();
        }

        @Override
        public void encode(Object holder, SequencedMap<String, Value> into) {
            Object value = Shape.read(component, holder);
            if (value != null) {
                parts.forEach(part -> part.encode(value, into));
            }
        }

        @Override
        public @Nullable Object parse(Map<String, Value> input, Findings findings) {
            int before = findings.count();
            @Nullable Object[] arguments = Shape.arguments(parts, input, findings);
            return findings.count() > before ? null : Shape.construct(constructor, arguments);
        }
    }
}
