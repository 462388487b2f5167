package custody.store.alarms;

import custody.record.desk.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs one query or one transaction on the pool; a database that does not answer is {@link StorageUnavailable}. */
final class Queries {
    private final DataSource pool;

    Queries(DataSource pool) {
        this.pool = pool;
    }

    /** Something to do on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    /** All of it, or nothing. */
    <T> T atOnce(Work<T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                T done = work.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }
}
