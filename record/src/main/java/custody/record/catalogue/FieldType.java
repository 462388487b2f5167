package custody.record.catalogue;

import java.util.List;

/** What a field takes. Closed, so that every form control, parser and printer is complete. */
public sealed interface FieldType {

    /** Most items of any list field. */
    int MOST_ITEMS = 20;

    /** One line of text, at most {@code max} characters. */
    record Line(int max) implements FieldType {}

    /** Text with line breaks, at most {@code max} characters. */
    record Lines(int max) implements FieldType {}

    /** A code in ASCII that matches {@code pattern} as a whole; {@code example} is one. */
    record Code(String pattern, String example) implements FieldType {}

    /**
     * One of a closed set, by wire name. {@code set} names it in the label bundles; what is {@code former} is accepted, and
     * offered no longer.
     */
    record Choice(String set, List<String> options, List<String> former) implements FieldType {
        public Choice {
            options = List.copyOf(options);
            former = List.copyOf(former);
        }

        /** One of which all is offered. */
        public Choice(String set, List<String> options) {
            this(set, options, List.of());
        }
    }

    /** Any number of a closed set, by wire name. */
    record Choices(String set, List<String> options) implements FieldType {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** Yes or no. */
    record YesNo() implements FieldType {}

    /** Whole number, limits included. */
    record Quantity(long min, long max, String unit) implements FieldType {}

    /** Instant, ISO 8601 with offset. */
    record Moment() implements FieldType {}

    /** Calendar date, ISO 8601. */
    record Day() implements FieldType {}

    /** One officer by badge. */
    record Officer() implements FieldType {}

    /** Several officers by badge. */
    record Officers() implements FieldType {}

    /** A room of the facility by code. */
    record Room() implements FieldType {}

    /** Another event of the same record by id. */
    record EventReference() implements FieldType {}

    /** Several other events of the same record by id. */
    record EventReferences() implements FieldType {}

    /** Several lines of text. */
    record LineList(int max) implements FieldType {}

    /** Cameras of the facility by id; each read as a line of at most {@code max} characters, as earlier entries hold them. */
    record Cameras(int max) implements FieldType {}

    /** New values of another event's fields, each under {@code fields.<name>}; only a correction has them. */
    record Replacements() implements FieldType {}
}
