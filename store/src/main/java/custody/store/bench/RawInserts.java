package custody.store.bench;

import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.records.Feeding.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What PostgreSQL itself gives for the same bytes: one table, one prepared statement and one commit for each batch, in one
 * connection, with nothing hashed, encrypted or read back. The bytes are made beforehand. The disk is awaited by every
 * commit, or by every so many together as the append does it.
 */
final class RawInserts implements Layer {
    private static final String TABLE = """
            DROP TABLE IF EXISTS raw_insert;
            CREATE TABLE raw_insert (index bigint PRIMARY KEY, record_id uuid NOT NULL, version integer NOT NULL,
                leaf bytea NOT NULL, payload bytea NOT NULL, UNIQUE (record_id, version))
                WITH (toast_tuple_target = 8160);
            ALTER TABLE raw_insert ALTER COLUMN leaf SET STORAGE EXTERNAL;
            ALTER TABLE raw_insert ALTER COLUMN payload SET STORAGE EXTERNAL
            """;
    private static final String INSERT = """
            INSERT INTO raw_insert
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::integer[], ?::bytea[], ?::bytea[])""";
    private static final int EVENTS_OF_A_RECORD = 150;

    /** Returns when all that was written before is on disk. */
    private static final String FLUSH = "SELECT pg_logical_emit_message(false, 'raw', '', true)";

    private final String table;
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement flush;
    private final List<Stored> bytes;
    private final int batch;
    private final int together;
    private final Random random = new Random(7);
    private final UUID[] records;
    private long index;
    private int version;

    /** {@code together} is the number of commits that await the disk at once. */
    RawInserts(Database database, List<Stored> bytes, int batch, int together) throws SQLException {
        this.table = "public.raw_insert_" + together;
        this.connection = database.connect(Login.OWNER);
        this.together = together;
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE.replace("raw_insert", table));
            statement.execute("SET synchronous_commit = " + (together > 1 ? "off" : "on"));
        }
        this.insert = connection.prepareStatement(INSERT.replace("raw_insert", table));
        this.flush = connection.prepareStatement(FLUSH);
        this.bytes = bytes;
        this.batch = batch;
        this.records = new UUID[batch];
    }

    @Override
    public String name() {
        return together == 1 ? "raw INSERT" : "  the disk awaited by " + together + " at once";
    }

    @Override
    public double eventsPerSecond(double seconds) throws SQLException {
        long first = index;
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            for (int commit = 0; commit < together; commit++) {
                insert();
            }
            if (together > 1) {
                flush.execute();
            }
        }
        return (index - first) / ((System.nanoTime() - start) / 1e9);
    }

    private void insert() throws SQLException {
        Long[] indices = new Long[batch];
        Integer[] versions = new Integer[batch];
        byte[][] leaves = new byte[batch][];
        byte[][] payloads = new byte[batch][];
        for (int row = 0; row < batch; row++) {
            if (version % EVENTS_OF_A_RECORD == 0) {
                records[row] = new UUID(random.nextLong(), random.nextLong());
            }
            Stored stored = bytes.get((int) (index % bytes.size()));
            leaves[row] = stored.leaf();
            payloads[row] = stored.payload();
            versions[row] = version;
            indices[row] = index++;
        }
        version++;
        insert.setArray(1, connection.createArrayOf("bigint", indices));
        insert.setArray(2, connection.createArrayOf("uuid", records));
        insert.setArray(3, connection.createArrayOf("integer", versions));
        insert.setArray(4, connection.createArrayOf("bytea", leaves));
        insert.setArray(5, connection.createArrayOf("bytea", payloads));
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            insert.close();
            flush.close();
            statement.execute("DROP TABLE " + table);
        }
    }
}
