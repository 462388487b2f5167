package custody.store.records;

import custody.record.desk.Looks;
import custody.record.desk.PastReading;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.payloads.Payload;
import custody.store.payloads.ReadingFields;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at one record, opened with its key. Safe for many threads. */
final class PastReadings {
    /** Counted and chosen in one statement: a look that is taken meanwhile is in both or in neither. */
    private static final String SELECT = """
            WITH counted AS (SELECT count(*) AS total FROM leaf WHERE record_id = ? AND version IS NULL)
            SELECT r.index, o.origin, r.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped, c.total
            FROM (SELECT epoch, index, ciphertext, coalesce(data_key, record_id) AS key
                  FROM leaf WHERE record_id = ? AND version IS NULL ORDER BY epoch DESC, index DESC
                  OFFSET greatest((SELECT total FROM counted) - ?, 0) LIMIT ?) r
            CROSS JOIN counted c JOIN ledger_epoch o USING (epoch) JOIN data_key k ON k.id = r.key
            ORDER BY r.epoch DESC, r.index DESC
            """;

    private final Queries queries;
    private final DataKeys keys;

    PastReadings(Queries queries, DataKeys keys) {
        this.queries = queries;
        this.keys = keys;
    }

    /** Those up to a number, newest first. */
    Looks of(RecordId record, long upTo, int most) {
        return queries.with(connection -> select(connection, record, Math.max(upTo, 1), most));
    }

    private Looks select(Connection connection, RecordId record, long upTo, int most) throws SQLException {
        List<PastReading> found = new ArrayList<>();
        long total = 0;
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, record.value());
            select.setObject(2, record.value());
            select.setLong(3, upTo);
            select.setInt(4, most);
            try (ResultSet rows = select.executeQuery()) {
                DataKey key = null;
                while (rows.next()) {
                    key = key == null ? keys.open(KeyRows.read(rows, 4)) : key;
                    long index = rows.getLong(1);
                    total = rows.getLong(10);
                    found.add(key.open(Binding.entry(rows.getString(2), index), rows.getBytes(3))
                            .map(Payload::decode)
                            .map(fields -> ReadingFields.reading(fields, index))
                            .orElseThrow(() -> new Loading.Unreadable(record)));
                }
            }
        }
        return new Looks(found, Math.min(upTo, total), total);
    }
}
