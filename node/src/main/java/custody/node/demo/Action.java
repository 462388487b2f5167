package custody.node.demo;

import custody.record.detention.Booking;
import custody.record.detention.Draft;

/**
 * What a step writes. Records and events go by the names the demo gives them, since their ids are known only once they
 * are stored; a fact that points to another event holds {@link EventNames#placeholder} until it is played.
 */
public sealed interface Action {

    /** Name of the custody record, for example {@code 07}. */
    String record();

    /** Opens a record. Its first events are named after their kinds. */
    record Open(String record, Booking booking) implements Action {}

    /** Adds an event, a correction of an earlier one included. */
    record Add(String record, String event, Draft draft) implements Action {}
}
