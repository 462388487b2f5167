package custody.store.check;

import custody.store.faults.StoreFault;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.records.KeyRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Data keys by id, opened as they are needed; the least used are forgotten. One owner. */
final class KnownKeys {
    private static final int MOST = 50_000;
    private static final String SELECT = "SELECT id, purpose, facility, month, kek, wrapped FROM data_key WHERE id = ?";

    private final Snapshot snapshot;
    private final DataKeys keys;
    private final Map<UUID, Optional<DataKey>> opened = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<DataKey>> eldest) {
            return size() > MOST;
        }
    };

    KnownKeys(Snapshot snapshot, DataKeys keys) {
        this.snapshot = snapshot;
        this.keys = keys;
    }

    /** The key of that id; empty if there is none or it does not open. */
    Optional<DataKey> find(UUID id) throws SQLException {
        Optional<DataKey> known = opened.get(id);
        if (known == null) {
            known = read(id);
            opened.put(id, known);
        }
        return known;
    }

    private Optional<DataKey> read(UUID id) throws SQLException {
        List<DataKey> found = new ArrayList<>();
        snapshot.each(SELECT, select -> select.setObject(1, id), rows -> open(KeyRows.read(rows, 1), found));
        return found.stream().findFirst();
    }

    private void open(DataKeys.Wrapped row, List<DataKey> found) {
        try {
            found.add(keys.open(row));
        } catch (StoreFault doesNotOpen) {
            found.clear();
        }
    }
}
