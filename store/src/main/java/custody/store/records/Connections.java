package custody.store.records;

import custody.store.database.Database;
import custody.store.database.Database.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections of the appender's threads. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int SILENCE = 20_000;

    /** Behind it, at the end of the message, the server waits until all that was committed before is on disk. */
    static final String FLUSH = "SELECT pg_logical_emit_message(true, 'custody', '')";

    private Connections() {}

    /**
     * One for the append: as application, plans fixed, no scan of whole tables whatever the statistics say, and never
     * without an answer for more than 20 s. What it commits is on disk.
     */
    static Connection forAppending(Database database) throws SQLException {
        return open(database, "on");
    }

    /**
     * The same, with commits that do not wait for the disk: the next may follow while the one before is on its way there.
     * Whoever answers for such a commit first commits something after it that waits ({@link ReadingBack}).
     */
    static Connection forCommitting(Database database) throws SQLException {
        return open(database, "off");
    }

    private static Connection open(Database database, String synchronous) throws SQLException {
        Connection connection = database.connect(Login.APPLICATION);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = custody; SET enable_seqscan = off; SET enable_bitmapscan = off;"
                    + " SET plan_cache_mode = force_generic_plan; SET synchronous_commit = " + synchronous);
            connection.setNetworkTimeout(Runnable::run, SILENCE);
            return connection;
        } catch (SQLException failed) {
            close(connection);
            throw failed;
        }
    }

    static void close(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.atDebug().setCause(alreadyGone).log("connection was gone");
        }
    }
}
