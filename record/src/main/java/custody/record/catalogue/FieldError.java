package custody.record.catalogue;

import java.util.Map;

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
    }

    FieldError(String pointer, Code code) {
        this(pointer, code, Map.of());
    }

    /** An error without numbers. */
    public static FieldError of(String pointer, Code code) {
        return new FieldError(pointer, code);
    }

    /** The rules; each has a text in both languages. */
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
        /** Not one of {@code options}. */
        CHOICE,
        /** Not written as {@code form} says. */
        FORMAT,
        /** Control characters. */
        CHARACTERS,
        /** Later than it can be. */
        FUTURE,
        /** Earlier than it can be. */
        ORDER,
        /** Names something that does not exist. */
        NOT_FOUND
    }
}
