package custody.store.records;

import custody.ledger.tree.Tile;
import custody.store.keys.DataKeys;
import custody.store.records.Row.Payloaded;
import custody.store.records.Row.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The one transaction of a batch, in one message or in two (its rows, its head), and the reading back behind commits. */
final class BatchScript {
    private static final String LEAVES = """
            INSERT INTO leaf (epoch, index, leaf, leaf_hash)
            SELECT ?, * FROM unnest(?::bigint[], ?::bytea[], ?::bytea[])""";
    /** Both tables of a batch that holds events and nothing else, as most do: one statement costs less than two. */
    private static final String LEAVES_AND_EVENTS = """
            WITH x AS MATERIALIZED (
                SELECT * FROM unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::uuid[], ?::integer[], ?::bytea[])
                    AS x(i, l, h, r, v, c)),
            e AS (INSERT INTO event (epoch, index, record_id, version, ciphertext) SELECT ?, i, r, v, c FROM x)
            INSERT INTO leaf (epoch, index, leaf, leaf_hash) SELECT ?, i, l, h FROM x""";

    private static final String EVENTS = """
            INSERT INTO event (epoch, index, record_id, version, ciphertext)
            SELECT ?, * FROM unnest(?::bigint[], ?::uuid[], ?::integer[], ?::bytea[])""";
    private static final String READINGS = """
            INSERT INTO reading (epoch, index, record_id, data_key, ciphertext)
            SELECT ?, * FROM unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::bytea[])""";
    private static final String ROLE_CHANGES = """
            INSERT INTO role_change (epoch, index, data_key, ciphertext)
            SELECT ?, * FROM unnest(?::bigint[], ?::uuid[], ?::bytea[])""";
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

    /** Begins the transaction and writes every row. */
    static PreparedStatement rows(Connection connection, int epoch, Batch batch) throws SQLException {
        BatchScript script = new BatchScript(connection, epoch, batch);
        script.script.then("BEGIN");
        script.write();
        return script.script.prepare();
    }

    /** Moves the head and commits; the head's update is the first that counts. */
    static PreparedStatement head(Connection connection, int epoch, Batch batch) throws SQLException {
        BatchScript script = new BatchScript(connection, epoch, batch);
        script.head();
        return script.script.then("COMMIT").prepare();
    }

    /** The whole transaction; the head's update is the second that counts, behind BEGIN. */
    static PreparedStatement whole(Connection connection, int epoch, Batch batch) throws SQLException {
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
        List<Row> events = at(Place.EVENT);
        List<Row> readings = at(Place.READING);
        List<Row> changes = at(Place.ROLE_CHANGE);
        if (events.size() == batch.rows().size()) {
            leavesAndEvents(events);
        } else {
            leaves();
            events(events);
        }
        if (!readings.isEmpty()) {
            script.then(READINGS).with(epoch).with("bigint", indices(readings));
            script.with("uuid", payloads(readings, Payloaded::record, UUID[]::new));
            script.with("uuid", payloads(readings, Payloaded::key, UUID[]::new));
            script.with("bytea", payloads(readings, Payloaded::ciphertext, byte[][]::new));
        }
        if (!changes.isEmpty()) {
            script.then(ROLE_CHANGES).with(epoch).with("bigint", indices(changes));
            script.with("uuid", payloads(changes, Payloaded::key, UUID[]::new));
            script.with("bytea", payloads(changes, Payloaded::ciphertext, byte[][]::new));
        }
        tiles();
        keys();
        ProjectionScript.write(script, epoch, batch);
        AlertScript.write(script, batch);
        requests();
        batch.beside().forEach(row -> row.write(script, epoch));
    }

    private void leavesAndEvents(List<Row> rows) {
        script.then(LEAVES_AND_EVENTS).with("bigint", indices(rows)).with("bytea", leaves(rows));
        script.with("bytea", hashes(rows));
        eventColumns(rows);
        script.with(epoch).with(epoch);
    }

    private void leaves() {
        List<Row> rows = batch.rows();
        script.then(LEAVES).with(epoch).with("bigint", indices(rows));
        script.with("bytea", leaves(rows)).with("bytea", hashes(rows));
    }

    private void events(List<Row> rows) {
        if (!rows.isEmpty()) {
            script.then(EVENTS).with(epoch).with("bigint", indices(rows));
            eventColumns(rows);
        }
    }

    private void eventColumns(List<Row> rows) {
        script.with("uuid", payloads(rows, Payloaded::record, UUID[]::new));
        script.with("integer", payloads(rows, Payloaded::version, Integer[]::new));
        script.with("bytea", payloads(rows, Payloaded::ciphertext, byte[][]::new));
    }

    private static byte[][] leaves(List<Row> rows) {
        return rows.stream().map(Row::leaf).toArray(byte[][]::new);
    }

    private static byte[][] hashes(List<Row> rows) {
        return rows.stream().map(row -> row.leafHash().bytes()).toArray(byte[][]::new);
    }

    private List<Row> at(Place place) {
        List<Row> found = new ArrayList<>(batch.rows().size());
        for (Row row : batch.rows()) {
            Payloaded payload = row.payload();
            if (payload != null && payload.place() == place) {
                found.add(row);
            }
        }
        return found;
    }

    private static Object[] indices(List<Row> rows) {
        return rows.stream().map(Row::index).toArray(Long[]::new);
    }

    private static <T> T[] payloads(
            List<Row> rows,
            Function<Payloaded, ? extends @org.jspecify.annotations.Nullable Object> part,
            java.util.function.IntFunction<T[]> array) {
        return rows.stream()
                .map(row -> part.apply(java.util.Objects.requireNonNull(row.payload())))
                .toArray(array);
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
