package custody.web.words;

import custody.record.detention.Refusal;
import custody.record.detention.Refusals.Part;
import java.time.Instant;

/** A refusal as a sentence: the values that the domain names go into the sentence's numbered places. */
public final class Refusals {
    private Refusals() {}

    /** The refusal's name, as in {@code /problems/<name>}. */
    public static String name(Refusal refusal) {
        return custody.record.detention.Refusals.name(refusal);
    }

    /** Why it is refused, with the record's own times and words. */
    public static String sentence(Refusal refusal, Wording wording, Times times) {
        Object[] values = custody.record.detention.Refusals.parts(refusal).stream()
                .map(part -> value(part, wording, times))
                .toArray();
        return wording.say("refusal." + name(refusal), values);
    }

    private static String value(Part part, Wording wording, Times times) {
        return switch (part) {
            case Part.At(Instant instant) -> times.full(instant);
            case Part.Label(String key) -> wording.say(key);
            case Part.Typed(String words) -> words;
        };
    }
}
