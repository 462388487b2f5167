package custody.node.wiring;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sign of life in the ledger each minute: where it is missing, the node was not running. */
final class Heartbeat implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Store store;

    Heartbeat(Store store) {
        this.store = store;
    }

    @Override
    public void run() {
        try {
            store.note(EntryClass.HEARTBEAT, ClearFacts.none());
        } catch (RuntimeException | Error missed) {
            // The next one comes in a minute; the gap in the ledger says the rest.
            LOG.atWarn().addKeyValue("why", missed.getClass().getSimpleName()).log("heartbeat missed");
        }
    }
}
