package custody.store.records;

import custody.ledger.log.Field;
import custody.ledger.log.Leaf;
import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.desk.RoleEntry;
import custody.record.desk.StorageUnavailable;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.store.database.Queries;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.payloads.CredentialFields;
import custody.store.payloads.OfficerFields;
import custody.store.payloads.Payload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Officers, each row encrypted under its facility's staff key of the month. Safe for many threads. */
final class PostgresOfficers implements Officers {
    private static final String SELECT = """
            SELECT o.badge, o.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM officer o JOIN data_key k ON k.id = o.data_key
            """;

    /** Whose entries they are stands inside: all that lie under a key of staff are opened. */
    private static final String ENTRIES = """
            SELECT o.origin, l.index, l.leaf, l.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM data_key k JOIN leaf l ON l.data_key = k.id JOIN ledger_epoch o USING (epoch)
            WHERE k.purpose = ? AND l.record_id IS NULL ORDER BY l.epoch DESC, l.index DESC
            """;

    private final Queries queries;
    private final Appending appending;
    private final DataKeys keys;
    private final Map<UUID, DataKey> opened = new ConcurrentHashMap<>();

    PostgresOfficers(Queries queries, Appending appending, DataKeys keys) {
        this.queries = queries;
        this.appending = appending;
        this.keys = keys;
    }

    @Override
    public Optional<Officer> find(Badge badge) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE o.badge = ?")) {
                select.setString(1, badge.number());
                return rows(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<Officer> all() {
        return queries.with(this::everybody);
    }

    private List<Officer> everybody(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " ORDER BY o.badge")) {
            return rows(select);
        }
    }

    private List<Officer> rows(PreparedStatement select) throws SQLException {
        List<Officer> officers = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                DataKeys.Wrapped wrapped = KeyRows.read(rows, 3);
                DataKey key = opened.computeIfAbsent(wrapped.id(), _ -> keys.open(wrapped));
                officers.add(key.open(Binding.officer(rows.getString(1)), rows.getBytes(2))
                        .map(Payload::decode)
                        .map(OfficerFields::officer)
                        .orElseThrow(() -> new StorageUnavailable(
                                "an officer's row was changed; run the check", new IllegalStateException("officer"))));
            }
        }
        return officers;
    }

    @Override
    public List<RoleEntry> history(Badge badge) {
        return queries.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
                select.setString(1, KeyPurpose.STAFF.word());
                List<RoleEntry> entries = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        entry(rows, badge).ifPresent(entries::add);
                    }
                }
                return entries;
            }
        });
    }

    private Optional<RoleEntry> entry(ResultSet rows, Badge badge) throws SQLException {
        DataKeys.Wrapped wrapped = KeyRows.read(rows, 5);
        DataKey key = opened.computeIfAbsent(wrapped.id(), _ -> keys.open(wrapped));
        long index = rows.getLong(2);
        List<Field> fields = key.open(Binding.entry(rows.getString(1), index), rows.getBytes(4))
                .map(Payload::decode)
                .orElseThrow(() -> new StorageUnavailable(
                        "an entry about an officer was changed; run the check", new IllegalStateException("role")));
        if (!CredentialFields.badge(fields).equals(Optional.of(badge))) {
            return Optional.empty();
        }
        Instant at = Leaf.parse(rows.getBytes(3)).orThrow().time().recordedAt();
        RoleEntry.What what = CredentialFields.are(fields)
                ? new RoleEntry.WayIn(CredentialFields.kind(fields))
                : new RoleEntry.Became(OfficerFields.officer(fields));
        return Optional.of(new RoleEntry(at, index, CredentialFields.by(fields), what));
    }

    @Override
    public void put(Officer officer, Accounts.By by) {
        Wish.PuttingOfficer wish = new Wish.PuttingOfficer(officer, by, new CompletableFuture<>());
        appending.append(wish, wish.answer());
    }
}
