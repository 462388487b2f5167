package custody.store.records;

import custody.ledger.tree.Tile;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TreeHead;
import custody.record.detention.Situation;
import custody.store.keys.DataKeys;
import java.util.List;
import java.util.UUID;

/**
 * Everything that one transaction writes, and the answers to give afterwards.
 *
 * @param first index of the first row
 * @param rows leaves in order, without holes
 * @param head tree with them
 * @param frontier right edge with them
 * @param tiles tiles that became full
 * @param keys new data keys
 * @param projections records as they stand now
 * @param requests request keys to remember
 * @param facilities facilities put in
 * @param officers officers put in
 * @param beside rows of other tables, in order
 * @param settled wishes to answer, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record Batch(
        long first,
        List<Row> rows,
        TreeHead head,
        byte[] frontier,
        List<Tile> tiles,
        List<DataKeys.Wrapped> keys,
        List<Projection> projections,
        List<Remembered> requests,
        List<custody.record.places.Facility> facilities,
        List<OfficerRow> officers,
        List<Beside.Placed> beside,
        List<Settled> settled) {

    /** The tree's parts of a batch. */
    static byte[] frontier(TileBuilder tree) {
        return tree.frontier().encode();
    }

    /**
     * A record on one line.
     *
     * @param fresh whether the row is new
     * @param kept the record
     * @param situation how things stand
     * @param index of its newest event's leaf
     * @param summary situation, encrypted
     * @param tokens search tokens to store; null where the names are as before
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Projection(
            boolean fresh,
            Kept kept,
            Situation situation,
            long index,
            byte[] summary,
            @org.jspecify.annotations.Nullable List<byte[]> tokens) {}

    /** A stored request. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Remembered(byte[] name, byte[] bodyDigest, UUID record, int firstVersion, int lastVersion) {}

    /** An officer's row. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record OfficerRow(String badge, UUID key, byte[] ciphertext) {}
}
