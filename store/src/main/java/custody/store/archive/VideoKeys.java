package custody.store.archive;

import custody.store.database.Queries;
import custody.store.faults.StoreFault;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.records.KeyRows;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Keys of a facility and month for what about video is personal. A new one is stored before it is used; that two are made at once
 * costs nothing, since only one is stored. Safe for many threads.
 */
public final class VideoKeys {
    private static final String COLUMNS = "SELECT id, purpose, facility, month, kek, wrapped FROM data_key WHERE ";
    private static final String CURRENT = COLUMNS + "purpose = 'video' AND facility = ? AND month = ?";
    private static final String INSERT = """
            INSERT INTO data_key (id, purpose, facility, month, kek, wrapped) VALUES (?, 'video', ?, ?, ?, ?)
            ON CONFLICT (purpose, facility, month) WHERE purpose <> 'record' DO NOTHING
            """;

    private final Queries queries;
    private final DataKeys keys;
    private final Map<String, DataKey> current = new ConcurrentHashMap<>();
    private final Map<UUID, DataKey> known = new ConcurrentHashMap<>();

    /** Over connections of the application role. */
    public VideoKeys(DataSource pool, DataKeys keys) {
        this.queries = new Queries(pool);
        this.keys = keys;
    }

    /** The key for what is sealed now. */
    DataKey now(String facility, Instant now) {
        String month = DataKeys.month(now).toString();
        return current.computeIfAbsent(facility + " " + month, _ -> find(facility, month, now));
    }

    private DataKey find(String facility, String month, Instant now) {
        if (queries.list(CURRENT, row -> row.id(1), facility, month).isEmpty()) {
            DataKeys.Wrapped fresh = keys.fresh(UUID.randomUUID(), KeyPurpose.VIDEO, facility, now)
                    .row();
            queries.change(INSERT, fresh.id(), facility, month, fresh.kek(), fresh.wrapped());
        }
        return queries.list(CURRENT, row -> keys.open(KeyRows.read(row.columns(), 1)), facility, month)
                .getFirst();
    }

    /** The key that something was sealed with. */
    DataKey of(UUID id) {
        return known.computeIfAbsent(
                id,
                _ -> queries.first(COLUMNS + "id = ?", row -> keys.open(KeyRows.read(row.columns(), 1)), id)
                        .orElseThrow(() -> new StoreFault(StoreFault.Code.KEYSTORE_WRONG, "a video key is gone")));
    }
}
