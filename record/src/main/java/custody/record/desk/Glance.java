package custody.record.desk;

import custody.record.detention.CustodyRecord;
import java.util.Optional;

/**
 * A record as it stands, to decide by, while the look at it is still on its way to disk. What is then added to the record lies behind
 * the look; nothing else that the record says may leave before {@link #awaitNoted} returned.
 *
 * @param record as it stands; empty where there is none
 * @param noted waits until the look is a leaf
 */
public record Glance(Optional<CustodyRecord> record, Runnable noted) {
    /** Waits until the look is a leaf; throws {@link StorageUnavailable} or {@link LedgerStopped} where it cannot become one. */
    public void awaitNoted() {
        noted.run();
    }
}
