package custody.record.catalogue;

import java.util.List;

/** What reading an input gives: the value, or every error at once. */
public sealed interface Parsed<T> {

    /** Read. */
    record Ok<T>(T value) implements Parsed<T> {}

    /** Not read; nothing may be stored. */
    record Wrong<T>(List<FieldError> errors) implements Parsed<T> {
        public Wrong {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("wrong needs an error");
            }
        }
    }
}
