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

/** Writes batches and reads them back, on one connection that it opens anew when it is gone. One owner. */
final class Committing implements AutoCloseable {
    private final Database database;
    private final int epoch;
    private final TreeHasher hasher = new TreeHasher();
    private @Nullable Connection connection;

    Committing(Database database, int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /**
     * Commits a batch. Returns only when every row was committed and read back as it was written.
     *
     * @throws SQLException nothing was committed, or nobody knows: the head in the database tells
     * @throws LedgerStopped what was read back differs
     */
    void commit(Batch batch) throws SQLException {
        Connection open = connection();
        try (PreparedStatement statement = BatchScript.of(open, epoch, batch).prepare()) {
            boolean rows = statement.execute();
            int head = 0;
            int last = 0;
            for (int count = statement.getUpdateCount(); rows || count != -1; count = statement.getUpdateCount()) {
                if (rows) {
                    verify(batch, statement.getResultSet());
                } else {
                    // The head's update stands right before the commit.
                    head = last;
                    last = count;
                }
                rows = statement.getMoreResults();
            }
            if (head != 1) {
                throw new LedgerStopped("the tree head was not where it was left; run the check");
            }
        } catch (SQLException failed) {
            drop();
            throw failed;
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

    private void drop() {
        Connections.close(connection);
        connection = null;
    }

    @Override
    public void close() {
        drop();
    }
}
