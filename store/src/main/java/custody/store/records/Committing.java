package custody.store.records;

import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.record.desk.LedgerStopped;
import custody.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches, commits them and reads them back, on one connection that it opens anew when it is gone. A batch without
 * rows needs nothing. One owner.
 */
final class Committing implements AutoCloseable {
    private final Database database;
    private final int epoch;
    private final TreeHasher hasher = new TreeHasher();
    private @Nullable Connection connection;

    Committing(Database database, int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** Opens a transaction and writes all rows of a batch, everything but the head. */
    void write(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = BatchScript.rows(connection(), epoch, batch)) {
            statement.execute();
        }
    }

    /**
     * Moves the head and commits what was written.
     *
     * @throws SQLException nothing was committed, or nobody knows: the head in the database tells
     * @throws LedgerStopped the head was not where this node left it
     */
    void finish(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = BatchScript.head(connection(), epoch, batch)) {
            statement.execute();
            if (statement.getUpdateCount() != 1) {
                throw new LedgerStopped("the tree head was not where it was left; run the check");
            }
        }
    }

    /**
     * Reads a committed batch back.
     *
     * @throws LedgerStopped what was read differs from what was written
     */
    void readBack(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = BatchScript.back(connection(), epoch, batch);
                ResultSet read = statement.executeQuery()) {
            verify(batch, read);
        }
    }

    private void verify(Batch batch, ResultSet read) throws SQLException {
        int found = 0;
        while (read.next()) {
            if (found >= batch.rows().size() || !same(batch.rows().get(found), read)) {
                throw stopped(batch, found);
            }
            found++;
        }
        if (found != batch.rows().size()) {
            throw stopped(batch, found);
        }
    }

    private boolean same(Row row, ResultSet read) throws SQLException {
        Row.Payloaded payload = row.payload();
        byte[] ciphertext = read.getBytes(3);
        boolean leaf =
                read.getLong(1) == row.index() && hasher.leaf(read.getBytes(2)).equals(row.leafHash());
        boolean beside = payload == null
                ? ciphertext == null
                : ciphertext != null && Hash.sha256(ciphertext).equals(payload.hash());
        return leaf && beside;
    }

    private static LedgerStopped stopped(Batch batch, int at) {
        return new LedgerStopped(
                "entry " + (batch.first() + at) + " was not read back as it was written; run the check");
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = Connections.forAppending(database);
            connection = open;
        }
        return open;
    }

    /** Closes the connection; what it did not commit is undone. */
    void drop() {
        Connections.close(connection);
        connection = null;
    }

    @Override
    public void close() {
        drop();
    }
}
