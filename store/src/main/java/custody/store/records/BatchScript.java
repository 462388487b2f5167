package custody.store.records;

import custody.ledger.tree.Tile;
import custody.store.keys.DataKeys;
import custody.store.records.Row.Payloaded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one transaction of a batch, in one message. */
final class BatchScript {
    private static final String LEAVES = """
            INSERT INTO leaf (epoch, index, leaf, leaf_hash, record_id, version, data_key, ciphertext)
            SELECT ?, * FROM unnest(
                ?::bigint[], ?::bytea[], ?::bytea[], ?::uuid[], ?::integer[], ?::uuid[], ?::bytea[])""";
    private static final String TILES = """
            INSERT INTO tile (epoch, level, number, hashes, root)
            SELECT ?, * FROM unnest(?::integer[], ?::bigint[], ?::bytea[], ?::bytea[])""";
    /** From elsewhere than where this node left it the head gets no size, which the table refuses: nothing commits. */
    private static final String HEAD = """
            UPDATE tree_head SET size = CASE size WHEN ? THEN ?::bigint END, root = ?, frontier = ? WHERE epoch = ?""";

    private static final String KEYS = """
            INSERT INTO data_key (id, purpose, facility, month, kek, wrapped)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])""";
    private static final String REQUESTS = """
            INSERT INTO request_key (name, body_digest, record_id, first_version, last_version, at)
            SELECT *, now() FROM unnest(?::bytea[], ?::bytea[], ?::uuid[], ?::integer[], ?::integer[])""";

    private final Script script;
    private final int epoch;
    private final Batch batch;

    private BatchScript(Connection connection, int epoch, Batch batch) {
        this.script = new Script(connection);
        this.epoch = epoch;
        this.batch = batch;
    }

    /** The whole transaction; the head's update is the second statement, behind BEGIN. */
    static PreparedStatement of(Connection connection, int epoch, Batch batch) throws SQLException {
        BatchScript script = new BatchScript(connection, epoch, batch);
        script.script.then("BEGIN");
        script.head();
        script.write();
        return script.script.then("COMMIT").prepare();
    }

    private void head() {
        script.then(HEAD).with(batch.first()).with(batch.head().size());
        script.with(batch.head().root().bytes()).with(batch.frontier()).with(epoch);
    }

    private void write() {
        leaves();
        tiles();
        keys();
        ProjectionScript.write(script, epoch, batch);
        AlertScript.write(script, batch);
        requests();
        batch.beside().forEach(row -> row.write(script, epoch));
    }

    private void leaves() {
        List<Row> rows = batch.rows();
        int count = rows.size();
        Long[] indices = new Long[count];
        byte[][] leaves = new byte[count][];
        byte[][] hashes = new byte[count][];
        @Nullable UUID[] records = new UUID[count];
        @Nullable Integer[] versions = new Integer[count];
        @Nullable UUID[] keys = new UUID[count];
        byte @Nullable [][] ciphertexts = new byte[count][];
        for (int at = 0; at < count; at++) {
            Row row = rows.get(at);
            indices[at] = row.index();
            leaves[at] = row.leaf();
            hashes[at] = row.leafHash().bytes();
            Payloaded payload = row.payload();
            if (payload != null) {
                records[at] = payload.record();
                versions[at] = payload.event() ? payload.version() : null;
                keys[at] = payload.key().equals(payload.record()) ? null : payload.key();
                ciphertexts[at] = payload.ciphertext();
            }
        }
        script.then(LEAVES).with(epoch).with("bigint", indices);
        script.with("bytea", leaves).with("bytea", hashes);
        script.with("uuid", records).with("integer", versions).with("uuid", keys);
        script.with("bytea", ciphertexts);
    }

    private void tiles() {
        List<Tile> tiles = batch.tiles();
        if (tiles.isEmpty()) {
            return;
        }
        script.then(TILES).with(epoch);
        script.with(
                "integer",
                tiles.stream().map(tile -> tile.coordinates().level()).toArray(Integer[]::new));
        script.with(
                "bigint", tiles.stream().map(tile -> tile.coordinates().index()).toArray(Long[]::new));
        script.with("bytea", tiles.stream().map(Tile::bytes).toArray(byte[][]::new));
        script.with("bytea", tiles.stream().map(tile -> tile.root().bytes()).toArray(byte[][]::new));
    }

    private void keys() {
        List<DataKeys.Wrapped> keys = batch.keys();
        if (keys.isEmpty()) {
            return;
        }
        script.then(KEYS).with("uuid", keys.stream().map(DataKeys.Wrapped::id).toArray(UUID[]::new));
        script.with("text", keys.stream().map(key -> key.purpose().word()).toArray(String[]::new));
        script.with("text", keys.stream().map(DataKeys.Wrapped::facility).toArray(String[]::new));
        script.with("text", keys.stream().map(key -> key.month().toString()).toArray(String[]::new));
        script.with("text", keys.stream().map(DataKeys.Wrapped::kek).toArray(String[]::new));
        script.with("bytea", keys.stream().map(DataKeys.Wrapped::wrapped).toArray(byte[][]::new));
    }

    private void requests() {
        List<Batch.Remembered> requests = batch.requests();
        if (requests.isEmpty()) {
            return;
        }
        script.then(REQUESTS);
        script.with("bytea", requests.stream().map(Batch.Remembered::name).toArray(byte[][]::new));
        script.with("bytea", requests.stream().map(Batch.Remembered::bodyDigest).toArray(byte[][]::new));
        script.with("uuid", requests.stream().map(Batch.Remembered::record).toArray(UUID[]::new));
        script.with(
                "integer", requests.stream().map(Batch.Remembered::firstVersion).toArray(Integer[]::new));
        script.with(
                "integer", requests.stream().map(Batch.Remembered::lastVersion).toArray(Integer[]::new));
    }
}
