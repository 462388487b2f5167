package custody.record.law.rules;

import java.util.List;

/**
 * What must be shown of an action; one of the ways is enough.
 *
 * @param name what is required
 * @param when for whom
 * @param ways how it may be shown
 */
public record Requirement(Text name, Condition when, List<Way> ways) {
    public Requirement {
        ways = List.copyOf(ways);
    }

    /** One way to show it. */
    public sealed interface Way {
        /** When this way is open. */
        Condition when();
    }

    /** The entry names something in that field. */
    public record Named(Condition when, String field) implements Way {}

    /** The entry says that value in that field. */
    public record Says(Condition when, String field, String value) implements Way {}

    /** The entry lists at least so many in that field. */
    public record AtLeast(Condition when, String field, int count) implements Way {}

    /** Such an event had happened by then, at least so many times. */
    public record Before(Condition when, Pattern pattern, int times) implements Way {}

    /** Such an event had happened by then, and no such end since. */
    public record Attending(Condition when, Pattern arrived, Pattern left) implements Way {}
}
