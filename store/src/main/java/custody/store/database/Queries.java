package custody.store.database;

import custody.record.desk.StorageUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements and transactions on the pool; a database that does not answer is {@link StorageUnavailable}. Safe for
 * many threads. Columns are counted from 1.
 */
public final class Queries {
    private final DataSource pool;

    public Queries(DataSource pool) {
        this.pool = pool;
    }

    /** What a row becomes. */
    @FunctionalInterface
    public interface Each<T> {
        T of(Row row) throws SQLException;
    }

    /** Something to do on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** A row, read in the types of the trade. */
    public record Row(ResultSet columns) {
        public String text(int at) throws SQLException {
            return String.valueOf(columns.getString(at));
        }

        public Optional<String> textIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getString(at));
        }

        public Instant time(int at) throws SQLException {
            return columns.getObject(at, OffsetDateTime.class).toInstant();
        }

        public Optional<Instant> timeIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getObject(at, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }

        public UUID id(int at) throws SQLException {
            return columns.getObject(at, UUID.class);
        }

        public Optional<UUID> idIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getObject(at, UUID.class));
        }

        public int number(int at) throws SQLException {
            return columns.getInt(at);
        }

        public Optional<byte[]> bytesIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getBytes(at));
        }
    }

    /** What the rows of a query become; {@code values} stand for its question marks, in order. */
    public <T> List<T> list(String sql, Each<T> each, @Nullable Object... values) {
        return with(connection -> list(connection, sql, each, values));
    }

    /** As {@link #list(String, Each, Object...)}, on a connection of the caller's. */
    public static <T> List<T> list(Connection connection, String sql, Each<T> each, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement select = bound(connection, sql, values);
                ResultSet rows = select.executeQuery()) {
            var found = new ArrayList<T>();
            var row = new Row(rows);
            while (rows.next()) {
                found.add(each.of(row));
            }
            return found;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Each<T> each, @Nullable Object... values) {
        return list(sql, each, values).stream().findFirst();
    }

    /** Runs a statement that changes rows; answers how many. */
    public int change(String sql, @Nullable Object... values) {
        return with(connection -> change(connection, sql, values));
    }

    /** As {@link #change(String, Object...)}, on a connection of the caller's. */
    public static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** All of it is committed, or nothing. */
    public <T> T transaction(Work<T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                T done = work.in(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error failed) {
                // After an error too: ending the transaction below would otherwise commit what was done so far.
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** On one connection, each statement committed on its own. */
    public <T> T with(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new StorageUnavailable("the database does not answer", failed);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Instant at -> statement.setObject(i + 1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case String[] words -> statement.setArray(i + 1, connection.createArrayOf("text", words));
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                case null -> statement.setObject(i + 1, null);
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
