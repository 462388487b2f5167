package custody.record.desk;

import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.law.rules.Escalation.Rung;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Alerts as they stand. Raised and acknowledged by events of their records, in the transaction of those events. Safe for
 * many threads.
 */
public interface RaisedAlerts {

    /** Most that one page shows. */
    int MOST = 500;

    /**
     * What is open at a facility, or waits for somebody to take note of it; breaches first, then warnings, each the oldest
     * first, at most {@link #MOST}. The reading is a leaf before this returns.
     */
    List<RaisedAlert> open(FacilityCode facility, Reading reading);

    /** One alert, by its event. The reading is a leaf before this returns. */
    Optional<RaisedAlert> find(EventId event, FacilityCode facility, Reading reading);

    /**
     * Alerts that have climbed to a rung and that nobody took note of, the newest first, at most {@link #MOST}. Ids alone, which
     * name nobody, so that looking is no reading.
     */
    List<EventId> unheeded(FacilityCode facility, Rung rung);

    /** A screen of somebody who stands on a rung shows these; those of them that climbed there have been heard there. */
    void heard(FacilityCode facility, Rung rung, List<EventId> shown);

    /**
     * Of the {@link #open} alerts those whose rung nobody was reached on: no message of it arrived at any address, and no screen
     * showed it. Where this was not written down yet when the alert was raised, it is not among them.
     */
    Set<EventId> unreached(FacilityCode facility);

    /** Messages that did not arrive, the oldest first, at most {@link #MOST}. They name no person. */
    List<WaitingMessage> waiting(FacilityCode facility);

    /** Somebody is to be told now, on screen; {@code event} is the id of the alarm where it is about a camera. */
    record Told(FacilityCode facility, EventId event, Rung rung) {}

    /** Watches until the returned handle is closed. The watcher must not block. */
    AutoCloseable watch(Consumer<Told> watcher);

    /** Alerts of a record no longer stand as they did: what they asked for was done, or was never owed. */
    record Settled(FacilityCode facility, RecordId record) {}

    /** Watches what no entry says until the returned handle is closed. The watcher must not block. */
    AutoCloseable watchSettling(Consumer<Settled> watcher);
}
