package custody.ledger.log;

import java.util.List;

/** The closed set of values that a field can commit to. */
public sealed interface FieldValue {
    /** Text of valid Unicode (no lone surrogates). Committed as given: the caller normalises before. */
    record Text(String text) implements FieldValue {
        public Text {
            WellFormed.require(text);
        }
    }

    /** A whole number within 53 bits. */
    record Whole(long number) implements FieldValue {
        public Whole {
            WholeNumber.require(number);
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements FieldValue {}

    /** The field was asked and has no value; JSON null. */
    record Nothing() implements FieldValue {}

    /** Several texts in their order. */
    record Texts(List<String> texts) implements FieldValue {
        public Texts {
            texts = List.copyOf(texts);
            texts.forEach(WellFormed::require);
        }
    }

    static FieldValue of(String text) {
        return new Text(text);
    }

    static FieldValue of(long number) {
        return new Whole(number);
    }

    static FieldValue of(boolean yes) {
        return new Flag(yes);
    }
}
