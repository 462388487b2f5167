package custody.record.catalogue;

import custody.record.events.Value;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** From a component's value to its canonical field. */
final class Encoding {
    private Encoding() {}

    static void into(Field field, Object value, SequencedMap<String, Value> into) {
        switch (value) {
            case String text -> into.put(field.name(), new Value.Text(text));
            case Boolean flag -> into.put(field.name(), new Value.Flag(flag));
            case Integer number -> into.put(field.name(), new Value.Whole(number));
            case Enum<?> choice -> into.put(field.name(), new Value.Text(Wire.name(choice)));
            case List<?> list -> list(field, list, into);
            case Map<?, ?> replacements ->
                replacements.forEach((name, held) -> into.put("fields." + name, (Value) held));
            // Instants, dates and one-field identifiers all print their canonical text.
            default -> into.put(field.name(), new Value.Text(value.toString()));
        }
    }

    private static void list(Field field, List<?> list, SequencedMap<String, Value> into) {
        if (!list.isEmpty()) {
            into.put(
                    field.name(),
                    new Value.Texts(list.stream().map(Encoding::item).toList()));
        }
    }

    private static String item(Object item) {
        return item instanceof Enum<?> choice ? Wire.name(choice) : item.toString();
    }
}
