package custody.record.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with one field of an input.
 *
 * @param pointer RFC 6901 pointer to the field, {@code /fields/language}
 * @param code the rule that is broken
 * @param limits the rule's numbers or options by name, never the value that was typed
 */
public record FieldError(String pointer, Code code, Map<String, String> limits) {
    public FieldError {
        limits = Map.copyOf(limits);
        // The sentence has a place for each of them: one that is not said would reach the reader as a placeholder.
        if (!code.forms().contains(limits.keySet())) {
            throw new IllegalArgumentException(code + " says one of " + code.forms() + ", not " + limits.keySet());
        }
    }

    FieldError(String pointer, Code code) {
        this(pointer, code, Map.of());
    }

    /** An error without numbers. */
    public static FieldError of(String pointer, Code code) {
        return new FieldError(pointer, code);
    }

    /** The rules; each has a text in both languages for every form in which its limits are told. */
    public enum Code {
        /** The field is missing and demanded. */
        REQUIRED,
        /** No such field. */
        UNKNOWN,
        /** Not the type the field takes. */
        TYPE,
        /** Longer than {@code max}. */
        TOO_LONG,
        /** More than {@code max} items. */
        TOO_MANY,
        /** Outside {@code min} to {@code max}. */
        RANGE,
        /** Not one of {@code options}; or not to be chosen because of {@code concern}. */
        CHOICE,
        /** Not written as {@code form} says. */
        FORMAT,
        /** Control characters. */
        CHARACTERS,
        /** Later than it can be: now, or {@code max}. */
        FUTURE,
        /** Earlier than it can be: than another time in the input, or {@code min}. */
        ORDER,
        /** Names something that does not exist. */
        NOT_FOUND;

        /** Names of the limits that are told with it, one set for each way to tell it; the usual way first. */
        public List<Set<String>> forms() {
            return switch (this) {
                case REQUIRED, UNKNOWN, TYPE, CHARACTERS, NOT_FOUND -> List.of(Set.of());
                case TOO_LONG, TOO_MANY -> List.of(Set.of("max"));
                case RANGE -> List.of(Set.of("min", "max"));
                case CHOICE -> List.of(Set.of("options"), Set.of("concern"));
                case FORMAT -> List.of(Set.of("form"));
                case FUTURE -> List.of(Set.of(), Set.of("max"));
                case ORDER -> List.of(Set.of(), Set.of("min"));
            };
        }
    }
}
