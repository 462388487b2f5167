package custody.store.bench;

import custody.store.database.Database;
import custody.store.database.Database.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.UUID;

/**
 * What PostgreSQL itself gives for the same bytes: one table, one statement and one commit for each batch, prepared, in
 * one connection, with nothing hashed, encrypted or read back.
 */
final class RawInserts {
    private static final String TABLE = """
            DROP TABLE IF EXISTS public.raw_insert;
            CREATE TABLE public.raw_insert (index bigint PRIMARY KEY, record_id uuid NOT NULL, version integer NOT NULL,
                leaf bytea NOT NULL, payload bytea NOT NULL, UNIQUE (record_id, version))
                WITH (toast_tuple_target = 8160);
            ALTER TABLE public.raw_insert ALTER COLUMN leaf SET STORAGE EXTERNAL;
            ALTER TABLE public.raw_insert ALTER COLUMN payload SET STORAGE EXTERNAL
            """;
    private static final String INSERT = """
            INSERT INTO public.raw_insert
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::integer[], ?::bytea[], ?::bytea[])""";

    private final Database database;
    private final int leafBytes;
    private final int payloadBytes;

    RawInserts(Database database, int leafBytes, int payloadBytes) {
        this.database = database;
        this.leafBytes = leafBytes;
        this.payloadBytes = payloadBytes;
    }

    /** Inserts batches of that size for that long, after a warm-up of a third of it that is not counted. */
    Rate run(int batch, double seconds) throws SQLException {
        try (Connection connection = database.connect(Login.OWNER)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert(connection, insert, 0, batch, seconds / 3);
                return insert(connection, insert, 1_000_000_000L, batch, seconds);
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("DROP TABLE public.raw_insert");
                }
            }
        }
    }

    private Rate insert(Connection connection, PreparedStatement insert, long first, int batch, double seconds)
            throws SQLException {
        Random random = new Random(first);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long index = first;
        java.util.stream.LongStream.Builder nanos = java.util.stream.LongStream.builder();
        UUID[] records = new UUID[batch];
        for (int version = 0; System.nanoTime() < end; version++) {
            long begin = System.nanoTime();
            Long[] indices = new Long[batch];
            Integer[] versions = new Integer[batch];
            byte[][] leaves = new byte[batch][leafBytes];
            byte[][] payloads = new byte[batch][payloadBytes];
            for (int row = 0; row < batch; row++) {
                records[row] = version % 150 == 0 ? new UUID(random.nextLong(), random.nextLong()) : records[row];
                indices[row] = index++;
                versions[row] = version;
                random.nextBytes(leaves[row]);
                random.nextBytes(payloads[row]);
            }
            insert.setArray(1, connection.createArrayOf("bigint", indices));
            insert.setArray(2, connection.createArrayOf("uuid", records));
            insert.setArray(3, connection.createArrayOf("integer", versions));
            insert.setArray(4, connection.createArrayOf("bytea", leaves));
            insert.setArray(5, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
            nanos.add(System.nanoTime() - begin);
        }
        return Rate.of(
                index - first, (System.nanoTime() - start) / 1e9, nanos.build().toArray());
    }
}
