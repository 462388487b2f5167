package custody.store.check;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.store.alarms.MessageIds;
import custody.store.records.SaidAlert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds each alert against the event that raised it and the events that took note of it, column by column, and each message
 * against the alarm it tells of. How far an alert has climbed, whether it is settled, and whether a message arrived depends on time,
 * on the law and on others: that no entry says.
 */
final class AlertCheck {
    private static final String ROWS = """
            SELECT record_id, version, event_id, facility, kind, rule, provision, percent, pack, due, came_true_at, raised_at,
                   acknowledged_by, acknowledged_at
            FROM alert WHERE record_id = ANY (?)
            """;
    private static final String RECORDS = "SELECT DISTINCT record_id FROM alert";
    private static final String MESSAGES = """
            SELECT m.id, m.channel, m.rung, coalesce(a.event_id, c.id), coalesce(a.rung, c.rung)
            FROM alarm_message m LEFT JOIN alert a ON a.record_id = m.record_id AND a.version = m.version
            LEFT JOIN camera_alarm c ON c.id = m.camera_alarm
            """;

    /** The database rounds to microseconds. */
    private static final Duration ROUNDED = Duration.ofNanos(1_000);

    private final Snapshot snapshot;
    private final Consumer<Discovery> discoveries;

    AlertCheck(Snapshot snapshot, Consumer<Discovery> discoveries) {
        this.snapshot = snapshot;
        this.discoveries = discoveries;
    }

    private record Place(UUID record, int version) {
        @Override
        public String toString() {
            return "alert of record " + record + " version " + version;
        }
    }

    private record Raised(Event event, String facility, SaidAlert said, List<Event> acknowledged) {}

    /** Compares the alerts of some records. */
    void compare(Map<RecordId, CustodyRecord> records) throws SQLException {
        Map<Place, Raised> raised = new HashMap<>();
        records.values().forEach(record -> raised(record, raised));
        Object[] ids = records.keySet().stream().map(RecordId::value).toArray();
        snapshot.each(ROWS, select -> select.setArray(1, snapshot.connection().createArrayOf("uuid", ids)), row -> {
            Place place = new Place(row.getObject(1, UUID.class), row.getInt(2));
            Raised expected = raised.remove(place);
            if (expected == null) {
                differs(place.toString(), "no row: no such event raises one", "a row");
            } else {
                row(place, expected, row);
            }
        });
        raised.keySet().forEach(place -> differs(place.toString(), "a row", "none"));
    }

    private static void raised(CustodyRecord record, Map<Place, Raised> into) {
        Map<UUID, List<Event>> acknowledged = new HashMap<>();
        for (Event event : record.events()) {
            SaidAlert.of(event.fact())
                    .ifPresent(said -> into.put(
                            new Place(record.id().value(), event.version()),
                            new Raised(
                                    event,
                                    record.number().facility().code(),
                                    said,
                                    acknowledged.computeIfAbsent(event.id().value(), _ -> new ArrayList<>()))));
            if (event.fact() instanceof AlertAcknowledged noted) {
                acknowledged
                        .computeIfAbsent(noted.alert().value(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    private void row(Place place, Raised expected, ResultSet row) throws SQLException {
        SaidAlert said = expected.said();
        same(place, "event_id", expected.event().id().value(), row.getObject(3, UUID.class));
        same(place, "facility", expected.facility(), row.getString(4));
        same(place, "kind", said.kind().name(), row.getString(5));
        same(place, "rule", said.rule(), row.getString(6));
        same(place, "provision", said.provision(), row.getString(7));
        same(place, "percent", said.percent(), row.getInt(8));
        same(place, "pack", said.pack(), row.getString(9));
        sameTime(place, "due", said.due(), time(row, 10));
        sameTime(place, "came_true_at", expected.event().occurredAt(), time(row, 11));
        sameTime(place, "raised_at", expected.event().recordedAt(), time(row, 12));
        String by = row.getString(13);
        Instant at = time(row, 14);
        boolean agrees = expected.acknowledged().isEmpty()
                ? by == null && at == null
                : expected.acknowledged().stream()
                        .anyMatch(event -> event.recordedBy().number().equals(by) && close(event.recordedAt(), at));
        if (!agrees) {
            differs(
                    place + " acknowledged_by",
                    expected.acknowledged().isEmpty() ? "nobody took note" : "whom an event names, and when",
                    "something else");
        }
    }

    /** Alerts of records that have no events. */
    void strangers(Set<UUID> known) throws SQLException {
        snapshot.each(RECORDS, _ -> {}, row -> {
            UUID record = row.getObject(1, UUID.class);
            if (!known.contains(record)) {
                differs("alerts of record " + record, "no row: there is no event", "a row");
            }
        });
    }

    /** The id of a message follows from the alarm, the rung and the channel; the alarm has climbed as far at least. */
    void messages() throws SQLException {
        snapshot.each(MESSAGES, _ -> {}, row -> {
            UUID id = row.getObject(1, UUID.class);
            Optional<UUID> about = Optional.ofNullable(row.getObject(4, UUID.class));
            int rung = row.getInt(3);
            if (about.isEmpty()) {
                differs("alarm message " + id, "an alarm that it tells of", "none");
            } else if (!MessageIds.fits(id, about.get(), rung, row.getString(2))) {
                differs("alarm message " + id, "the alarm, rung and channel that its id is made of", "others");
            } else if (rung > row.getInt(5)) {
                differs("alarm message " + id, "an alarm that climbed to its rung", "one that did not");
            }
        });
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static boolean close(@Nullable Instant said, @Nullable Instant stored) {
        if (said == null || stored == null) {
            return Objects.equals(said, stored);
        }
        return Duration.between(said, stored).abs().compareTo(ROUNDED) < 0;
    }

    private void same(Place place, String column, @Nullable Object said, @Nullable Object stored) {
        if (!Optional.ofNullable(said).equals(Optional.ofNullable(stored))) {
            differs(place + " " + column, "what its event says", "something else");
        }
    }

    private void sameTime(Place place, String column, @Nullable Instant said, @Nullable Instant stored) {
        if (!close(said, stored)) {
            differs(place + " " + column, "the time of its event", "another");
        }
    }

    private void differs(String where, String expected, String actual) {
        discoveries.accept(Discovery.row(where, expected, actual));
    }
}
