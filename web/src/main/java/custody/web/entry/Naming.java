package custody.web.entry;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.catalogue.Pointers;
import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether the officers, rooms and cameras that a kind's fields name exist. The catalogue knows only how they are written. */
final class Naming {
    private static final String REPLACED = "fields.";

    private Naming() {}

    /** Fields that name nobody or nothing; those that are {@code wrong} already are not asked. */
    static List<FieldError> unknown(EventKind kind, Map<String, Value> fields, Known known, List<FieldError> wrong) {
        Set<String> asked = wrong.stream().map(FieldError::pointer).collect(Collectors.toUnmodifiableSet());
        List<FieldError> errors = new ArrayList<>();
        for (Field field : kind.fields()) {
            String pointer = Pointers.field(field.name());
            Value value = fields.get(field.name());
            if (value != null && !asked.contains(pointer) && !exists(field.type(), value, known)) {
                errors.add(FieldError.of(pointer, Code.NOT_FOUND));
            }
        }
        return errors;
    }

    /** The same of a correction's new values, which stand in {@code fields} under {@code fields.<name>}. */
    static List<FieldError> replaced(EventKind corrected, Map<String, Value> fields, Known known) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(REPLACED)) {
                values.put(name.substring(REPLACED.length()), value);
            }
        });
        // How they are written is judged with the values that stay; here that only keeps the unreadable from being
        // looked up.
        List<FieldError> wrong =
                Catalogue.parse(corrected, values) instanceof Parsed.Wrong<Fact>(List<FieldError> found)
                        ? found
                        : List.of();
        return unknown(corrected, values, known, wrong).stream()
                .map(error -> new FieldError("/fields" + error.pointer(), error.code(), error.limits()))
                .toList();
    }

    private static boolean exists(FieldType type, Value value, Known known) {
        return switch (type) {
            case FieldType.Officer(), FieldType.Officers() -> all(value, word -> known.officer(new Badge(word)));
            case FieldType.Room() -> all(value, word -> known.room(new RoomCode(word)));
            case FieldType.Cameras _ -> all(value, known::camera);
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.Choice _,
                    FieldType.Choices _,
                    FieldType.YesNo(),
                    FieldType.Quantity _,
                    FieldType.Moment(),
                    FieldType.Day(),
                    FieldType.EventReference(),
                    FieldType.EventReferences(),
                    FieldType.LineList _,
                    FieldType.Replacements() -> true;
        };
    }

    private static boolean all(Value value, Predicate<String> exists) {
        return switch (value) {
            case Value.Text(String word) -> word.isBlank() || exists.test(word.strip());
            case Value.Texts(List<String> words) ->
                words.stream().filter(word -> !word.isBlank()).allMatch(word -> exists.test(word.strip()));
            case Value.Whole _, Value.Flag _ -> true;
        };
    }
}
