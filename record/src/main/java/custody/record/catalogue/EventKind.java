package custody.record.catalogue;

import custody.record.events.Fact;
import java.util.List;
import java.util.Optional;

/**
 * One kind of event.
 *
 * @param name wire name, kebab-case, stable for ever
 * @param group where people look for it
 * @param type the record that holds it
 * @param fields its fields in the order of its record
 */
public record EventKind(String name, Group group, Class<? extends Fact> type, List<Field> fields) {
    public EventKind {
        fields = List.copyOf(fields);
    }

    /** The field of that canonical name. */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
