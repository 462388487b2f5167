package custody.store.check;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.LeafHeader;
import custody.record.desk.Reading;
import custody.store.alarms.CameraAlarmEntry;
import custody.store.payloads.ReadingFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds alarms about cameras against the entries of their beginnings and ends and of who took note, gathered while the leaves are
 * streamed. How far an alarm has climbed no entry says. One run each.
 */
final class CameraAlarmCheck {
    private static final String ROWS = """
            SELECT id, facility, camera, trouble, came_true_at, raised_at, settled_at, acknowledged_by, acknowledged_at
            FROM camera_alarm ORDER BY id
            """;

    /** The database rounds to microseconds. */
    private static final Duration ROUNDED = Duration.ofNanos(1_000);

    private final Map<UUID, Said> said = new LinkedHashMap<>();

    /** What the entries say of one alarm, the first of them and the last; who took note first. */
    private record Said(CameraAlarmEntry first, CameraAlarmEntry last, Optional<Noted> noted) {}

    private record Noted(String badge, @Nullable Instant at) {}

    /** Takes an entry in clear. */
    void take(EntryClass entryClass, ClearFacts facts) {
        if (entryClass == EntryClass.GAP) {
            CameraAlarmEntry.of(facts)
                    .ifPresent(entry -> said.merge(
                            entry.alarm(),
                            new Said(entry, entry, Optional.empty()),
                            (before, now) -> new Said(before.first(), now.last(), before.noted())));
        }
    }

    /** Takes a committed entry that is no event. */
    void take(LeafHeader header, List<Field> fields) {
        if (!ReadingFields.looks(fields)) {
            return;
        }
        Reading reading = ReadingFields.reading(fields, header.index()).reading();
        CameraAlarmEntry.Acknowledged.of(reading.what())
                .ifPresent(noted -> said.computeIfPresent(
                        noted.alarm(),
                        (_, before) -> new Said(
                                before.first(),
                                before.last(),
                                before.noted()
                                        .or(() -> Optional.of(
                                                new Noted(reading.badge().number(), noted.at()))))));
    }

    void run(Snapshot snapshot, Consumer<Discovery> discoveries) throws SQLException {
        snapshot.each(ROWS, _ -> {}, row -> {
            UUID id = row.getObject(1, UUID.class);
            Said expected = said.remove(id);
            String where = "camera alarm " + id;
            if (expected == null) {
                discoveries.accept(Discovery.row(where, "no row: no entry raised it", "a row"));
                return;
            }
            for (String column : differing(expected, row)) {
                discoveries.accept(Discovery.row(where + " " + column, "what its entries say", "something else"));
            }
        });
        said.keySet().forEach(id -> discoveries.accept(Discovery.row("camera alarm " + id, "a row", "none")));
    }

    private static List<String> differing(Said expected, ResultSet row) throws SQLException {
        CameraAlarmEntry first = expected.first();
        CameraAlarmEntry last = expected.last();
        List<String> columns = new ArrayList<>();
        if (first.facility() != null && !first.facility().equals(row.getString(2))) {
            columns.add("facility");
        }
        if (!first.camera().equals(row.getString(3))) {
            columns.add("camera");
        }
        if (!first.trouble().equals(row.getString(4))) {
            columns.add("trouble");
        }
        if (!unsaidOrClose(first.since(), time(row, 5))) {
            columns.add("came_true_at");
        }
        if (!unsaidOrClose(first.at(), time(row, 6))) {
            columns.add("raised_at");
        }
        Instant settled = time(row, 7);
        if (last.well() != (settled != null) || (last.well() && !unsaidOrClose(last.at(), settled))) {
            columns.add("settled_at");
        }
        Optional<String> by = Optional.ofNullable(row.getString(8));
        Instant at = time(row, 9);
        boolean noted = by.equals(expected.noted().map(Noted::badge))
                && expected.noted()
                        .map(each -> at != null && unsaidOrClose(each.at(), at))
                        .orElse(at == null);
        if (!noted) {
            columns.add("acknowledged_by");
        }
        return columns;
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Entries of before the times were said say nothing to hold a row against. */
    private static boolean unsaidOrClose(@Nullable Instant said, @Nullable Instant stored) {
        return said == null
                || (stored != null && Duration.between(said, stored).abs().compareTo(ROUNDED) < 0);
    }
}
