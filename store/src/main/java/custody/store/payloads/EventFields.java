package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.ledger.tree.Hash;
import custody.record.catalogue.Canonical;
import custody.record.events.Event;
import custody.record.events.RecordNumber;
import custody.record.events.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as committed fields: its canonical form, and what chains it to its record. {@code previousLeaf} is the leaf
 * hash of the record's event before, so that none can be left out; the first event has {@code number} and {@code
 * recordKey} instead.
 */
public final class EventFields {
    private static final String PREVIOUS = "previousLeaf";
    private static final String NUMBER = "number";
    private static final String KEY = "recordKey";
    private static final Set<String> CHAINING = Set.of(PREVIOUS, NUMBER, KEY);

    private EventFields() {}

    /** Fields of the first event of a record. */
    public static List<Field> first(Event event, RecordNumber number, Hash keyFingerprint) {
        List<Field> fields = canonical(event);
        fields.add(new Field(NUMBER, new FieldValue.Text(number.toString())));
        fields.add(new Field(KEY, new FieldValue.Text(keyFingerprint.base64())));
        return fields;
    }

    /** Fields of a later event. */
    public static List<Field> next(Event event, Hash previousLeaf) {
        List<Field> fields = canonical(event);
        fields.add(new Field(PREVIOUS, new FieldValue.Text(previousLeaf.base64())));
        return fields;
    }

    private static List<Field> canonical(Event event) {
        Map<String, Value> form = Canonical.encode(event);
        List<Field> fields = new ArrayList<>(form.size() + 2);
        form.forEach((name, value) -> fields.add(new Field(name, committed(value))));
        return fields;
    }

    static FieldValue committed(Value value) {
        return switch (value) {
            case Value.Text(String text) -> new FieldValue.Text(text);
            case Value.Whole(long number) -> new FieldValue.Whole(number);
            case Value.Flag(boolean flag) -> new FieldValue.Flag(flag);
            case Value.Texts(List<String> texts) -> new FieldValue.Texts(texts);
        };
    }

    /** The event that fields hold; throws {@link IllegalArgumentException} if they hold none. */
    public static Event event(List<Field> fields) {
        Map<String, Value> form = new LinkedHashMap<>();
        for (Field field : fields) {
            Value value = value(field.value());
            if (value != null && !CHAINING.contains(field.name())) {
                form.put(field.name(), value);
            }
        }
        return Canonical.decode(form);
    }

    static @Nullable Value value(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> new Value.Text(text);
            case FieldValue.Whole(long number) -> new Value.Whole(number);
            case FieldValue.Flag(boolean yes) -> new Value.Flag(yes);
            case FieldValue.Texts(List<String> texts) -> new Value.Texts(texts);
            case FieldValue.Nothing() -> null;
        };
    }

    /** The leaf hash of the event before, in base64; empty in a first event. */
    public static Optional<String> previousLeaf(List<Field> fields) {
        return text(fields, PREVIOUS);
    }

    /** The record's number; only in a first event. */
    public static Optional<String> number(List<Field> fields) {
        return text(fields, NUMBER);
    }

    /** Fingerprint of the record's key in base64; only in a first event. */
    public static Optional<String> recordKey(List<Field> fields) {
        return text(fields, KEY);
    }

    static Optional<String> text(List<Field> fields, String name) {
        for (Field field : fields) {
            if (field.name().equals(name) && field.value() instanceof FieldValue.Text(String text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
