package custody.record.desk;

import custody.record.events.Badge;

/**
 * A look at personal data (Police Law 27: who, post, badge, what, when).
 *
 * @param badge who looks
 * @param post post, as known at the time
 * @param purpose what for
 * @param what what is looked at, {@code record-page}, {@code record-refresh} where an open page asked by itself, {@code whiteboard}, {@code api}; never content
 */
public record Reading(Badge badge, String post, Purpose purpose, String what) {

    /** The closed list of purposes. */
    public enum Purpose {
        CARE,
        RIGHTS,
        INVESTIGATION,
        COMPLAINT,
        COURT,
        INSPECTION,
        STATISTICS,
        TECHNICAL
    }
}
