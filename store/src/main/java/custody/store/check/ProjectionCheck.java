package custody.store.check;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.RecordId;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.payloads.Payload;
import custody.store.payloads.SummaryFields;
import custody.store.records.Loading;
import custody.store.records.Projecting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Folds each record anew from its events and compares what lists show of it and its alerts, column by column. */
final class ProjectionCheck {
    private static final int STEP = 200;
    private static final String ROWS = """
            SELECT record_id, facility, year, running, version, status, ended, apprehended_at, last_event_at, epoch,
                   index, summary
            FROM custody_record WHERE record_id = ANY (?)
            """;
    private static final String ALL = "SELECT record_id FROM custody_record";
    private static final String TOKENS = "SELECT encode(token, 'hex') FROM search_token WHERE record_id = ?";

    private final Snapshot snapshot;
    private final Followed followed;
    private final Loading loading;
    private final Projecting projecting;
    private final KnownKeys keys;
    private final AlertCheck alerts;
    private final AlertStanding standing;
    private final Consumer<CustodyRecord> others;
    private final Consumer<Discovery> discoveries;

    ProjectionCheck(
            Snapshot snapshot,
            Followed followed,
            Loading loading,
            Projecting projecting,
            KnownKeys keys,
            AlertCheck alerts,
            AlertStanding standing,
            Consumer<CustodyRecord> others,
            Consumer<Discovery> discoveries) {
        this.snapshot = snapshot;
        this.followed = followed;
        this.loading = loading;
        this.projecting = projecting;
        this.keys = keys;
        this.alerts = alerts;
        this.standing = standing;
        this.others = others;
        this.discoveries = discoveries;
    }

    /** Compares all; answers how many records there are by their events. */
    long run() throws SQLException {
        Set<UUID> listed = new HashSet<>();
        snapshot.each(ALL, _ -> {}, row -> listed.add(row.getObject(1, UUID.class)));
        for (UUID id : listed) {
            if (!followed.records().containsKey(id)) {
                discover(id, "custody_record", "no row: there is no event", "a row");
            }
        }
        List<UUID> known = new ArrayList<>(followed.records().keySet());
        for (int from = 0; from < known.size(); from += STEP) {
            compare(known.subList(from, Math.min(from + STEP, known.size())), listed);
        }
        return known.size();
    }

    private void compare(List<UUID> ids, Set<UUID> listed) throws SQLException {
        for (UUID id : ids) {
            if (!listed.contains(id)) {
                discover(id, "custody_record", "a row", "none");
            }
        }
        Map<RecordId, CustodyRecord> folded = new HashMap<>();
        fold(ids, folded);
        snapshot.each(
                ROWS,
                select -> select.setArray(1, snapshot.connection().createArrayOf("uuid", ids.toArray())),
                row -> row(row, folded));
        alerts.compare(folded);
        standing.compare(folded);
        folded.values().forEach(others);
    }

    /** Many at a time; one that does not open must not hide the others. */
    private void fold(List<UUID> ids, Map<RecordId, CustodyRecord> folded) throws SQLException {
        List<RecordId> records = ids.stream().map(RecordId::new).toList();
        try {
            snapshot.attempt(connection -> loading.records(connection, records)).ifPresent(folded::putAll);
        } catch (RuntimeException doesNotOpen) {
            if (ids.size() > 1) {
                fold(ids.subList(0, ids.size() / 2), folded);
                fold(ids.subList(ids.size() / 2, ids.size()), folded);
            }
        }
    }

    private void row(ResultSet row, Map<RecordId, CustodyRecord> all) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Followed.Line line = followed.records().get(id);
        String number = "%s/%d/%05d".formatted(row.getString(2), row.getInt(3), row.getInt(4));
        if (line == null) {
            return;
        }
        same(id, "number", line.number(), number);
        same(id, "version", line.version(), row.getInt(5));
        same(id, "epoch", line.epoch(), row.getInt(10));
        same(id, "index", line.index(), row.getLong(11));
        Optional<CustodyRecord> record = Optional.ofNullable(all.get(new RecordId(id)));
        if (record.isEmpty()) {
            discover(id, "events", "a record that folds", "one that does not");
            return;
        }
        Situation situation = record.get().situation();
        same(id, "status", situation.status().name(), row.getString(6));
        same(id, "ended", situation.status().ended(), row.getBoolean(7));
        same(id, "apprehended_at", micros(situation.apprehendedAt()), time(row, 8));
        same(id, "last_event_at", micros(situation.lastEventAt()), time(row, 9));
        summary(id, situation, record.get().version(), row.getBytes(12));
        tokens(id, record.get(), situation);
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private void summary(UUID id, Situation situation, int version, byte[] sealed) throws SQLException {
        Optional<DataKey> key = keys.find(id);
        boolean same = key.flatMap(known -> known.open(Binding.summary(id, version), sealed))
                .map(Payload::decode)
                .map(fields -> fields.equals(SummaryFields.of(situation)))
                .orElse(false);
        if (!same) {
            discover(id, "summary", "what the events fold to", "something else");
        }
    }

    private void tokens(UUID id, CustodyRecord record, Situation situation) throws SQLException {
        Set<String> expected = new HashSet<>();
        projecting
                .tokens(record.number(), situation)
                .forEach(token -> expected.add(HexFormat.of().formatHex(token)));
        Set<String> stored = new HashSet<>();
        snapshot.each(TOKENS, select -> select.setObject(1, id), row -> stored.add(row.getString(1)));
        if (!stored.equals(expected)) {
            discover(id, "search_token", expected.size() + " tokens of its names", "others");
        }
    }

    private void same(UUID id, String column, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            discover(id, column, expected.toString(), actual.toString());
        }
    }

    private void discover(UUID id, String column, String expected, String actual) {
        discoveries.accept(Discovery.projection("record " + id + " " + column, expected, actual));
    }
}
