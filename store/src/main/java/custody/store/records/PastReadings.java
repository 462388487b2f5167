package custody.store.records;

import custody.record.desk.PastReading;
import custody.record.events.RecordId;
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
    private static final int MOST = 1000;
    private static final String SELECT = """
            SELECT r.index, o.origin, r.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM leaf r JOIN ledger_epoch o USING (epoch) JOIN data_key k ON k.id = coalesce(r.data_key, r.record_id)
            WHERE r.record_id = ? AND r.version IS NULL ORDER BY r.epoch DESC, r.index DESC LIMIT ?
            """;

    private final Reads reads;
    private final DataKeys keys;

    PastReadings(Reads reads, DataKeys keys) {
        this.reads = reads;
        this.keys = keys;
    }

    /** The newest 1,000, newest first. */
    List<PastReading> of(RecordId record) {
        return reads.with(connection -> select(connection, record));
    }

    private List<PastReading> select(Connection connection, RecordId record) throws SQLException {
        List<PastReading> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, record.value());
            select.setInt(2, MOST);
            try (ResultSet rows = select.executeQuery()) {
                DataKey key = null;
                while (rows.next()) {
                    key = key == null ? keys.open(KeyRows.read(rows, 4)) : key;
                    long index = rows.getLong(1);
                    found.add(key.open(Binding.entry(rows.getString(2), index), rows.getBytes(3))
                            .map(Payload::decode)
                            .map(fields -> ReadingFields.reading(fields, index))
                            .orElseThrow(() -> new Loading.Unreadable(record)));
                }
            }
        }
        return found;
    }
}
