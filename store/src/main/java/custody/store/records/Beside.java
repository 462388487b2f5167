package custody.store.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of another table that stands or falls with an entry: written in the entry's own transaction. It must not be able to
 * fail for what it says ({@code ON CONFLICT}), since the entries of others are in the same transaction.
 *
 * @param sql one statement that answers no rows, with a {@code ?} for each value
 * @param values {@link String}, {@link Long}, {@link Integer}, {@link Boolean}, {@link java.util.UUID}, {@code byte[]}, {@code
 *     String[]}, {@code Long[]}, {@link Instant}, null, or {@link Place} for where the entry itself is
 */
public record Beside(String sql, List<@Nullable Object> values) {
    public Beside {
        // Not List.copyOf: values may be null.
        values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }

    /** The row of a statement with its values. */
    public static Beside of(String sql, @Nullable Object... values) {
        return new Beside(sql, java.util.Arrays.<@Nullable Object>asList(values));
    }

    /** Where the entry is, known only when it is placed. */
    public enum Place {
        EPOCH,
        INDEX
    }

    /** A row with the place of its entry. */
    record Placed(Beside row, long index) {
        void write(Script script, int epoch) {
            script.then(row.sql());
            for (Object value : row.values()) {
                script.with(bound(value, epoch));
            }
        }

        private Script.Binder bound(@Nullable Object value, int epoch) {
            return (statement, position) -> {
                switch (value) {
                    case Place place when place == Place.EPOCH -> statement.setInt(position, epoch);
                    case Place _ -> statement.setLong(position, index);
                    case Instant at -> statement.setObject(position, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                    case byte[] bytes -> statement.setBytes(position, bytes);
                    case String[] words ->
                        statement.setArray(position, statement.getConnection().createArrayOf("text", words));
                    case Long[] numbers ->
                        statement.setArray(position, statement.getConnection().createArrayOf("bigint", numbers));
                    case null -> statement.setObject(position, null);
                    default -> statement.setObject(position, value);
                }
            };
        }
    }
}
