package custody.store.records;

import custody.ledger.tree.Hash;
import custody.record.detention.CustodyRecord;
import custody.store.keys.DataKey;

/**
 * A record as the appender knows it. Immutable.
 *
 * @param record all its events
 * @param lastLeaf leaf hash of its newest event, to chain the next one to
 * @param key its key
 */
record Kept(CustodyRecord record, Hash lastLeaf, DataKey key) {}
