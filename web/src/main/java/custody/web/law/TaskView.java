package custody.web.law;

import custody.web.components.Row;
import java.time.Instant;
import java.util.List;

/**
 * Something to do now, in words.
 *
 * @param person who it is about; empty on the person's own page
 * @param recordPath the record's page
 * @param title what is asked
 * @param provision article and part
 * @param standing whether the time is the law's or ours, in words
 * @param dueAt for sorting; the far future where no end is known
 * @param due when it is due, local; empty where no end is known
 * @param dueMachine the same, UTC; empty where no end is known
 * @param left time left or passed over; empty where no end is known
 * @param overdue whether it is late
 * @param attempts what was tried in vain; empty where nothing was
 * @param ways form that does it and its name, the usual one first; empty where the visitor may record none
 */
public record TaskView(
        String person,
        String recordPath,
        String title,
        String provision,
        String standing,
        Instant dueAt,
        String due,
        String dueMachine,
        String left,
        boolean overdue,
        String attempts,
        List<Row> ways) {
    public TaskView {
        ways = List.copyOf(ways);
    }

    /** The provision as it stands before whose number it is; nothing where that says it already: our own standard. */
    public String cited() {
        return standing.startsWith(provision) ? "" : provision + " · ";
    }
}
