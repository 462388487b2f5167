package custody.web.words;

import custody.record.catalogue.Wire;
import custody.record.detention.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as a sentence: its values, in the order of its record, go into the sentence's numbered places. */
public final class Refusals {
    private Refusals() {}

    /** The refusal's name, as in {@code /problems/<name>}. */
    public static String name(Refusal refusal) {
        return Wire.name(refusal.getClass());
    }

    /** Why it is refused, with the record's own times and words. */
    public static String sentence(Refusal refusal, Wording wording, Times times) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : refusal.getClass().getRecordComponents()) {
            values.add(value(read(component, refusal), wording, times));
        }
        return wording.say("refusal." + name(refusal), values.toArray());
    }

    private static String value(@Nullable Object value, Wording wording, Times times) {
        return switch (value) {
            case null -> wording.say("place.unknown");
            case Instant instant -> times.full(instant);
            case Enum<?> constant -> wording.constant(constant);
            case String kind when wording.has("kind." + kind) -> wording.say("kind." + kind);
            case String text when text.isEmpty() -> wording.say("place.unknown");
            // Identifiers print what they are.
            default -> value.toString();
        };
    }

    private static @Nullable Object read(RecordComponent component, Refusal refusal) {
        try {
            return component.getAccessor().invoke(refusal);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("a refusal that cannot be read", broken);
        }
    }
}
