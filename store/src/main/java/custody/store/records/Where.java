package custody.store.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query, joined by AND, with their values as parameters. */
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** An array parameter. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    private record Several(String type, Object[] elements) {}

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    Where and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    Where andBoth(String condition, Object one, Object other) {
        conditions.add(condition);
        values.add(one);
        values.add(other);
        return this;
    }

    Where and(String condition, String type, Object[] elements) {
        conditions.add(condition);
        values.add(new Several(type, elements));
        return this;
    }

    String condition() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** Sets the values from parameter 1 on; answers the next position. */
    int bind(PreparedStatement statement, Connection connection) throws SQLException {
        int position = 1;
        for (Object value : values) {
            if (value instanceof Several several) {
                statement.setArray(position++, connection.createArrayOf(several.type(), several.elements()));
            } else {
                statement.setObject(position++, value);
            }
        }
        return position;
    }
}
