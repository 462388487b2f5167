package custody.store.records;

import custody.record.events.FacilityCode;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Keys that a facility's entries of one month share. Owned by the appender; forgotten with its edge. */
final class SharedKeys {
    private static final String FIND = """
            SELECT id, purpose, facility, month, kek, wrapped FROM data_key
            WHERE purpose = ? AND facility = ? AND month = ?
            """;

    private final DataKeys keys;
    private final Map<String, DataKey> known = new HashMap<>();

    SharedKeys(DataKeys keys) {
        this.keys = keys;
    }

    /** The key of purpose, facility and month; a new one is handed to {@code fresh} to be stored in the same transaction. */
    DataKey find(
            Connection connection,
            KeyPurpose purpose,
            FacilityCode facility,
            Instant now,
            Consumer<DataKeys.Wrapped> fresh)
            throws SQLException {
        String name = purpose + " " + facility + " " + DataKeys.month(now);
        DataKey there = known.get(name);
        if (there != null) {
            return there;
        }
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, purpose.word());
            select.setString(2, facility.code());
            select.setString(3, DataKeys.month(now).toString());
            try (ResultSet rows = select.executeQuery()) {
                DataKey key = rows.next() ? keys.open(KeyRows.read(rows, 1)) : make(purpose, facility, now, fresh);
                known.put(name, key);
                return key;
            }
        }
    }

    private DataKey make(KeyPurpose purpose, FacilityCode facility, Instant now, Consumer<DataKeys.Wrapped> fresh) {
        DataKeys.Fresh made = keys.fresh(UUID.randomUUID(), purpose, facility.code(), now);
        fresh.accept(made.row());
        return made.key();
    }

    void forget() {
        known.clear();
    }
}
