package custody.store.archive;

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

/** Runs statements on the pool; a database that does not answer is {@link StorageUnavailable}. Safe for many threads. */
final class Query {
    private final DataSource pool;

    Query(DataSource pool) {
        this.pool = pool;
    }

    /** What a row becomes. */
    @FunctionalInterface
    interface Each<T> {
        T of(Row row) throws SQLException;
    }

    /** Something done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** A row, read in the types of the trade. */
    record Row(ResultSet columns) {
        String text(int at) throws SQLException {
            return String.valueOf(columns.getString(at));
        }

        Optional<String> textIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getString(at));
        }

        Instant time(int at) throws SQLException {
            return columns.getObject(at, OffsetDateTime.class).toInstant();
        }

        Optional<Instant> timeIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getObject(at, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }

        UUID id(int at) throws SQLException {
            return columns.getObject(at, UUID.class);
        }

        Optional<UUID> idIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getObject(at, UUID.class));
        }

        Optional<byte[]> bytesIfAny(int at) throws SQLException {
            return Optional.ofNullable(columns.getBytes(at));
        }
    }

    <T> List<T> list(String sql, Each<T> each, @Nullable Object... values) {
        return with(connection -> list(connection, sql, each, values));
    }

    static <T> List<T> list(Connection connection, String sql, Each<T> each, @Nullable Object... values)
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

    <T> Optional<T> first(String sql, Each<T> each, @Nullable Object... values) {
        return list(sql, each, values).stream().findFirst();
    }

    int change(String sql, @Nullable Object... values) {
        return with(connection -> change(connection, sql, values));
    }

    static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** All of it is committed, or nothing. */
    <T> T transaction(Work<T> work) {
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

    private <T> T with(Work<T> work) {
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
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                case null -> statement.setObject(i + 1, null);
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
