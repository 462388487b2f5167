package custody.store.records;

import custody.record.desk.LedgerStopped;
import custody.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes batches and commits them, on one connection that it opens anew when it is gone. A batch without rows needs nothing. One owner. */
final class Committing implements AutoCloseable {
    private static final String NOT_NULL = "23502";

    private final Database database;
    private final int epoch;
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
            moved(statement, 0);
        }
    }

    /** {@link #write} and {@link #finish} in one message. */
    void whole(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = BatchScript.whole(connection(), epoch, batch)) {
            moved(statement, 1);
        }
    }

    /** Sends; the head's update stands behind so many other results. */
    private static void moved(PreparedStatement statement, int before) throws SQLException {
        try {
            statement.execute();
        } catch (SQLException refused) {
            if (NOT_NULL.equals(refused.getSQLState())) {
                throw elsewhere();
            }
            throw refused;
        }
        for (int result = 0; result < before; result++) {
            statement.getMoreResults();
        }
        if (statement.getUpdateCount() != 1) {
            throw elsewhere();
        }
    }

    private static LedgerStopped elsewhere() {
        return new LedgerStopped("the tree head was not where it was left; run the check");
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
