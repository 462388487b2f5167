package custody.store.check;

import custody.store.database.Database;
import custody.store.database.Database.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One unchanging view of the database, read-only, for the whole check. A page that does not have its checksum is a
 * discovery and not the end. One owner.
 */
final class Snapshot implements AutoCloseable {
    private static final String DAMAGED = "XX001";
    private static final Pattern PAGE = Pattern.compile("invalid page in block (\\d+) of relation \"?([^\"\\s]+)\"?");

    private final Connection connection;
    private final Consumer<Discovery> discoveries;
    private long damagedBlock;

    private Snapshot(Connection connection, Consumer<Discovery> discoveries) {
        this.connection = connection;
        this.discoveries = discoveries;
    }

    static Snapshot open(Database database, Consumer<Discovery> discoveries) throws SQLException {
        Connection connection = database.connect(Login.APPLICATION);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new Snapshot(connection, discoveries);
    }

    /** Block of the damaged page that was met last. */
    long damagedBlock() {
        return damagedBlock;
    }

    Connection connection() {
        return connection;
    }

    /** Something done with each row. */
    @FunctionalInterface
    interface Each {
        void row(ResultSet rows) throws SQLException;
    }

    /** Sets parameters. */
    @FunctionalInterface
    interface Bind {
        void to(PreparedStatement statement) throws SQLException;
    }

    /** Something read from the database. */
    @FunctionalInterface
    interface Attempt<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Runs a query over its rows; whether it came to its end. */
    boolean each(String sql, Bind bind, Each each) throws SQLException {
        return attempt(open -> {
                    try (PreparedStatement select = open.prepareStatement(sql)) {
                        select.setFetchSize(500);
                        bind.to(select);
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                each.row(rows);
                            }
                        }
                    }
                    return true;
                })
                .isPresent();
    }

    /** Reads something; empty where a damaged page stood in the way, which is a discovery. */
    <T> Optional<T> attempt(Attempt<T> attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T read = attempt.read(connection);
            connection.releaseSavepoint(before);
            return Optional.of(read);
        } catch (SQLException failed) {
            if (!DAMAGED.equals(failed.getSQLState())) {
                throw failed;
            }
            connection.rollback(before);
            discoveries.accept(damaged(failed));
            return Optional.empty();
        }
    }

    private Discovery damaged(SQLException failed) throws SQLException {
        String message = String.valueOf(failed.getMessage());
        Matcher page = PAGE.matcher(message);
        if (!page.find()) {
            return Discovery.of(Discovery.Kind.PAGE_DAMAGED, "the database", "readable pages", message);
        }
        damagedBlock = Long.parseLong(page.group(1));
        String where = "relation " + relation(page.group(2)) + " block " + page.group(1);
        return Discovery.of(Discovery.Kind.PAGE_DAMAGED, where, "a page with its checksum", "another checksum");
    }

    private String relation(String path) throws SQLException {
        String node = path.substring(path.lastIndexOf('/') + 1).replaceAll("_.*$", "");
        try (PreparedStatement select =
                connection.prepareStatement("SELECT pg_filenode_relation(0, ?::oid)::regclass::text")) {
            select.setString(1, node);
            try (ResultSet rows = select.executeQuery()) {
                String name = rows.next() ? rows.getString(1) : null;
                return name == null ? path : name + " (" + path + ")";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
