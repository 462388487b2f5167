package custody.store.records;

import custody.record.desk.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs queries on the pool; a database that does not answer is {@link StorageUnavailable}. Safe for many threads. */
final class Reads {
    private final DataSource pool;

    Reads(DataSource pool) {
        this.pool = pool;
    }

    /** A query. */
    @FunctionalInterface
    interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T with(Query<T> query) {
        try (Connection connection = pool.getConnection()) {
            return query.run(connection);
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }
}
