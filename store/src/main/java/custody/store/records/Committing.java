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

    /** Class of what is wrong with a connection. */
    private static final String CONNECTION = "08";

    private final Database database;
    private final int epoch;
    private @Nullable Connection connection;

    /** Whether a batch was sent whose end nobody knows: the server may still commit it, however late. */
    private boolean doubtful;

    Committing(Database database, int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /**
     * Commits a batch in one message. Others see it from then on; that it outlives a crash is known when it was read back.
     *
     * @throws SQLException nothing was committed, or nobody knows: the head in the database tells
     * @throws LedgerStopped the head was not where this node left it, and nothing of this node's was on its way
     */
    void commit(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = BatchScript.of(connection(), epoch, batch)) {
            statement.execute();
            statement.getMoreResults();
            if (statement.getUpdateCount() != 1) {
                throw elsewhere();
            }
            doubtful = false;
        } catch (SQLException refused) {
            boolean moved = NOT_NULL.equals(refused.getSQLState());
            if (moved && !doubtful) {
                throw elsewhere();
            }
            doubtful = !moved && (doubtful || unanswered(refused));
            throw refused;
        }
    }

    private static boolean unanswered(SQLException failed) {
        return failed.getSQLState() == null || failed.getSQLState().startsWith(CONNECTION);
    }

    private static LedgerStopped elsewhere() {
        return new LedgerStopped("the tree head was not where it was left; run the check");
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = Connections.forCommitting(database);
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
