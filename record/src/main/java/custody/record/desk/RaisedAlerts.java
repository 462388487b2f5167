package custody.record.desk;

import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.law.rules.Escalation.Rung;
import java.util.List;
import java.util.Optional;
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
