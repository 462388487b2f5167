package custody.store.records;

import custody.ledger.tree.Hash;
import custody.record.detention.CustodyRecord;
import custody.store.keys.DataKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one batch does with one record, in order; or with none, for entries that concern no record. Strands of one batch
 * are independent of each other, so they are decided and encoded in parallel. One owner at a time.
 */
final class Strand {
    private final @Nullable Kept before;
    private final List<Settled> settled = new ArrayList<>();
    private @Nullable CustodyRecord record;
    private @Nullable DataKey key;
    private @Nullable Hash lastLeaf;

    Strand(@Nullable Kept before) {
        this.before = before;
        if (before != null) {
            record = before.record();
            key = before.key();
            lastLeaf = before.lastLeaf();
        }
    }

    /** The record as it stands by now. */
    Optional<CustodyRecord> record() {
        return Optional.ofNullable(record);
    }

    Optional<DataKey> key() {
        return Optional.ofNullable(key);
    }

    Optional<Hash> lastLeaf() {
        return Optional.ofNullable(lastLeaf);
    }

    /** The record before this batch; empty for a new one. */
    Optional<Kept> before() {
        return Optional.ofNullable(before);
    }

    void opened(CustodyRecord opened, DataKey fresh) {
        record = opened;
        key = fresh;
    }

    void continued(CustodyRecord longer) {
        record = longer;
    }

    void encoded(Hash leaf) {
        lastLeaf = leaf;
    }

    void settle(Settled settlement) {
        settled.add(settlement);
    }

    List<Settled> settled() {
        return settled;
    }

    /** Whether the batch changes the record. */
    boolean changed() {
        CustodyRecord now = record;
        return now != null && (before == null || before.record().version() != now.version());
    }

    /** The record as this batch leaves it; empty where there is none. */
    Optional<Kept> after() {
        CustodyRecord now = record;
        DataKey sealing = key;
        Hash leaf = lastLeaf;
        return now == null || sealing == null || leaf == null
                ? Optional.empty()
                : Optional.of(new Kept(now, leaf, sealing));
    }
}
