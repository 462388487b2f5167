package custody.store.records;

import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.store.database.Database;
import custody.store.records.Row.Payloaded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was committed, hashes it again and waits until it is on disk: several batches in one message where several
 * wait, on a connection that wrote none of them. One owner.
 */
final class ReadingBack implements AutoCloseable {
    private static final String ROWS =
            "SELECT index, leaf, ciphertext FROM leaf WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index";

    private final Database database;
    private final int epoch;
    private final TreeHasher hasher = new TreeHasher();
    private @Nullable Connection connection;

    ReadingBack(Database database, int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** The first index at which the database does not hold what these batches, which follow each other, wrote. */
    OptionalLong firstDifference(List<Batch> batches) throws SQLException {
        List<Row> rows =
                batches.stream().flatMap(batch -> batch.rows().stream()).toList();
        if (rows.isEmpty()) {
            return OptionalLong.empty();
        }
        int same = same(rows);
        return same == rows.size()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(same).index());
    }

    /** How many rows from the first on are there as they were written. */
    private int same(List<Row> rows) throws SQLException {
        long first = rows.getFirst().index();
        Script script = new Script(connection()).then(ROWS);
        script.with(epoch).with(first).with(first + rows.size()).then(Connections.FLUSH);
        try (PreparedStatement statement = script.prepare()) {
            statement.execute();
            try (ResultSet read = statement.getResultSet()) {
                int same = 0;
                while (read.next() && same < rows.size() && holds(read, rows.get(same))) {
                    same++;
                }
                return same;
            }
        }
    }

    private boolean holds(ResultSet read, Row row) throws SQLException {
        Payloaded payload = row.payload();
        byte[] ciphertext = read.getBytes(3);
        return read.getLong(1) == row.index()
                && hasher.leaf(read.getBytes(2)).equals(row.leafHash())
                && (payload == null
                        ? ciphertext == null
                        : ciphertext != null && Hash.sha256(ciphertext).equals(payload.hash()));
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = Connections.forAppending(database);
            connection = open;
        }
        return open;
    }

    /** Closes the connection; the next reading opens another. */
    void drop() {
        Connections.close(connection);
        connection = null;
    }

    @Override
    public void close() {
        drop();
    }
}
