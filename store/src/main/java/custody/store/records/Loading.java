package custody.store.records;

import custody.ledger.log.Field;
import custody.ledger.tree.Hash;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.payloads.EventFields;
import custody.store.payloads.Payload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads records whole from the database. Safe for many threads. */
public final class Loading {
    private static final String HEADS = """
            SELECT r.record_id, r.facility, r.year, r.running, l.leaf_hash,
                   k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM custody_record r
            JOIN leaf l USING (epoch, index)
            JOIN data_key k ON k.id = r.record_id
            WHERE r.record_id = ANY (?)
            """;
    private static final String EVENTS = """
            SELECT e.record_id, e.index, o.origin, e.ciphertext
            FROM leaf e JOIN ledger_epoch o USING (epoch)
            WHERE e.record_id = ANY (?) AND e.version IS NOT NULL
            ORDER BY e.record_id, e.version
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final DataKeys keys;

    /** Over an open keystore. */
    public Loading(DataKeys keys) {
        this.keys = keys;
    }

    /** The records of these ids that exist. Throws {@link Unreadable} where one does not open. */
    Map<RecordId, Kept> load(Connection connection, Collection<RecordId> ids) throws SQLException {
        UUID[] wanted = ids.stream().map(RecordId::value).toArray(UUID[]::new);
        Map<RecordId, Head> heads = heads(connection, wanted);
        Map<RecordId, List<Event>> events = events(connection, wanted, heads);
        Map<RecordId, Kept> loaded = new HashMap<>();
        heads.forEach((id, head) -> {
            List<Event> all = Optional.ofNullable(events.get(id)).orElseThrow(() -> new Unreadable(id));
            loaded.put(id, new Kept(new CustodyRecord(id, head.number(), all), head.lastLeaf(), head.key()));
        });
        return loaded;
    }

    /** As {@link #load}, the records alone. */
    public Map<RecordId, CustodyRecord> records(Connection connection, Collection<RecordId> ids) throws SQLException {
        Map<RecordId, CustodyRecord> records = new HashMap<>();
        load(connection, ids).forEach((id, kept) -> records.put(id, kept.record()));
        return records;
    }

    /**
     * What could be loaded.
     *
     * @param loaded records that open
     * @param unreadable those that do not, and why
     */
    record Opened(Map<RecordId, Kept> loaded, Map<RecordId, RuntimeException> unreadable) {
        Map<RecordId, CustodyRecord> records() {
            Map<RecordId, CustodyRecord> records = new HashMap<>();
            loaded.forEach((id, kept) -> records.put(id, kept.record()));
            return records;
        }
    }

    /** As {@link #load}, but one that does not open keeps back no other. */
    Opened opened(Connection connection, Collection<RecordId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return new Opened(Map.of(), Map.of());
        }
        try {
            return new Opened(load(connection, ids), Map.of());
        } catch (RuntimeException oneDoesNotOpen) {
            return oneByOne(connection, ids);
        }
    }

    private Opened oneByOne(Connection connection, Collection<RecordId> ids) throws SQLException {
        Opened all = new Opened(new HashMap<>(), new HashMap<>());
        for (RecordId id : ids) {
            try {
                all.loaded().putAll(load(connection, List.of(id)));
            } catch (RuntimeException unreadable) {
                LOG.atError().addKeyValue("record", id).log("a record does not open as it was stored; run the check");
                all.unreadable().put(id, unreadable);
            }
        }
        return all;
    }

    private record Head(RecordNumber number, Hash lastLeaf, DataKey key) {}

    private Map<RecordId, Head> heads(Connection connection, UUID[] wanted) throws SQLException {
        Map<RecordId, Head> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setArray(1, connection.createArrayOf("uuid", wanted));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    RecordNumber number =
                            new RecordNumber(new FacilityCode(rows.getString(2)), rows.getInt(3), rows.getInt(4));
                    DataKey key = keys.open(KeyRows.read(rows, 6));
                    heads.put(
                            new RecordId(rows.getObject(1, UUID.class)),
                            new Head(number, Hash.of(rows.getBytes(5)), key));
                }
            }
        }
        return heads;
    }

    private static Map<RecordId, List<Event>> events(Connection connection, UUID[] wanted, Map<RecordId, Head> heads)
            throws SQLException {
        Map<RecordId, List<Event>> events = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
            select.setArray(1, connection.createArrayOf("uuid", wanted));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    RecordId id = new RecordId(rows.getObject(1, UUID.class));
                    Head head = heads.get(id);
                    if (head == null) {
                        throw new Unreadable(id);
                    }
                    Binding binding = Binding.entry(rows.getString(3), rows.getLong(2));
                    List<Field> fields = head.key()
                            .open(binding, rows.getBytes(4))
                            .map(Payload::decode)
                            .orElseThrow(() -> new Unreadable(id));
                    events.computeIfAbsent(id, _ -> new ArrayList<>()).add(EventFields.event(fields));
                }
            }
        }
        return events;
    }

    /** What is stored of a record contradicts itself or was changed: the check says what and where. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(RecordId record) {
            super("record " + record + " does not open as it was stored; run the check");
        }
    }
}
