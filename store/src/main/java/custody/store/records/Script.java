package custody.store.records;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several statements sent as one message, so that a whole transaction and the reading back after it cost one round trip.
 * The driver sends them in order; after a failure the server skips the rest.
 */
final class Script {
    private final Connection connection;
    private final StringBuilder sql = new StringBuilder(2000);
    private final List<Binder> binders = new ArrayList<>();

    Script(Connection connection) {
        this.connection = connection;
    }

    /** Sets one parameter. */
    @FunctionalInterface
    interface Binder {
        void bind(PreparedStatement statement, int position) throws SQLException;
    }

    Script then(String statement) {
        if (!sql.isEmpty()) {
            sql.append(";\n");
        }
        sql.append(statement);
        return this;
    }

    Script with(Binder binder) {
        binders.add(binder);
        return this;
    }

    Script with(int number) {
        return with((statement, position) -> statement.setInt(position, number));
    }

    Script with(long number) {
        return with((statement, position) -> statement.setLong(position, number));
    }

    Script with(byte[] bytes) {
        return with((statement, position) -> statement.setBytes(position, bytes));
    }

    Script with(String type, @Nullable Object[] elements) {
        return with((statement, position) -> {
            Array array = connection.createArrayOf(type, elements);
            statement.setArray(position, array);
        });
    }

    PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        int position = 1;
        for (Binder binder : binders) {
            binder.bind(statement, position++);
        }
        return statement;
    }
}
