package custody.store.records;

import custody.ledger.log.LeafTime;

/** The node's clocks, both at once. Safe for many threads. */
@FunctionalInterface
public interface NodeTime {

    /** Now: wall clock in whole milliseconds with boot, uptime, source and error. */
    LeafTime now();
}
