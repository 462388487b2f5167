package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.CameraAlarm;
import custody.record.desk.Outcome;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Alerts;
import custody.store.alarms.MessageIds;
import custody.store.alarms.PostgresCameraAlarms;
import custody.store.check.CheckReport;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Passphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A thief with the owner's rights changes what is told of alarms; the check must name the row. What no entry says, and so nobody
 * finds, stands in the last test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmTamperingTest {
    private static final List<String> TABLES = List.of("alarm_taken", "alarm_message", "alert", "camera_alarm");
    private static final Badge ANOTHER = new Badge("1000009");

    private final Path folder = TestStores.prepared("alarms-tampered");
    private Database database;
    private RecordId record;
    private EventId breach;
    private CameraAlarm covered;
    private CameraAlarm away;

    @BeforeAll
    void fill() throws InterruptedException, SQLException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            Instant now = Instant.now();
            Outcome opened = store.records().open(Samples.HOME, Samples.booking("Перший", now), Samples.WRITER);
            record = ((Outcome.Stored) opened).record().id();
            // Finer than the database keeps.
            Instant due = Instant.parse("2026-01-01T00:00:00.123456789Z");
            breach = raised(store, new ClockBreached("relatives", "208(4)", due, null, "ua 1"));
            EventId warning = raised(store, new ClockWarning("protocol", null, 75, due, "ua 1"));
            var _ = raised(store, new FlagRaised(Flag.LATE_ENTRY, List.of(warning), null));
            var _ = raised(store, new AlertAcknowledged(warning, null));
            climb(store);
            cameras(store, now);
            assertTrue(store.awaitSealed(5000));
        }
        database = EmbeddedPostgres.start(folder, new SecureRandom());
        assertEquals(List.of(), check().discoveries());
    }

    private EventId raised(Store store, Fact fact) {
        Draft draft = Draft.of(fact, new Occurrence(Instant.now(), null, Occurrence.Source.LIVE));
        Outcome outcome = store.records().addBySystem(record, draft, Samples.WRITER);
        List<Event> events = ((Outcome.Stored) outcome).record().events();
        return events.getLast().id();
    }

    private static void climb(Store store) {
        for (Alerts.Step step : store.alerts().due(Instant.now(), 10)) {
            Alerts.Outgoing message = new Alerts.Outgoing(
                    MessageIds.of(step.alert().event(), Rung.CUSTODY_OFFICER, "email"), "email", Rung.CUSTODY_OFFICER);
            assertTrue(store.alerts().climb(step, Rung.CUSTODY_OFFICER, null, List.of(message), Instant.now()));
        }
    }

    /** One lasts and was taken note of; one has gone and come back; one has settled. */
    private void cameras(Store store, Instant now) {
        PostgresCameraAlarms alarms = store.cameraAlarms();
        alarms.raise(Samples.HOME, "cam-1", "covered", now.minusSeconds(9), now);
        covered = alarms.lasting(Samples.HOME).getFirst();
        assertTrue(alarms.acknowledge(covered.id(), Samples.HOME, Samples.OFFICER, "", now.plusSeconds(60)));
        alarms.raise(Samples.HOME, "", "recorder-away", now.minusSeconds(9), now);
        away = alarms.lasting(Samples.HOME).stream()
                .filter(alarm -> alarm.camera().isEmpty())
                .findFirst()
                .orElseThrow();
        alarms.settle(away, now.plusSeconds(30));
        alarms.raise(Samples.HOME, "", "recorder-away", now.plusSeconds(40), now.plusSeconds(50));
        assertEquals(2, alarms.lasting(Samples.HOME).size());
        alarms.raise(Samples.HOME, "cam-2", "offline", now.minusSeconds(9), now);
        alarms.lasting(Samples.HOME).stream()
                .filter(alarm -> alarm.camera().equals("cam-2"))
                .forEach(alarm -> alarms.settle(alarm, now.plusSeconds(70)));
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private CheckReport check() {
        return FolderCheck.of(
                folder,
                new StoreSettings.Server.External(database.access(Login.OWNER), database.access(Login.APPLICATION)),
                new Passphrase.BesideKeystore());
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = database.connect(Login.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private CheckReport afterwards(String... breaking) throws SQLException {
        sql("DROP SCHEMA IF EXISTS kept CASCADE", "CREATE SCHEMA kept");
        for (String table : TABLES) {
            sql("CREATE TABLE kept." + table + " AS TABLE " + table);
        }
        try {
            sql(breaking);
            return check();
        } finally {
            for (String table : TABLES) {
                sql("DELETE FROM " + table, "INSERT INTO " + table + " SELECT * FROM kept." + table);
            }
            assertEquals(List.of(), check().discoveries(), "put back");
        }
    }

    private void finds(String where, String... breaking) throws SQLException {
        CheckReport report = afterwards(breaking);
        assertFalse(report.agrees());
        assertTrue(
                report.discoveries().stream()
                        .anyMatch(found -> found.what().equals("ROW_DIFFERS")
                                && found.where().contains(where)),
                () -> where + " is not in " + report.lines());
    }

    private String breachRow() {
        return " WHERE event_id = '" + breach.value() + "'";
    }

    @Test
    void findsAnAlertThatWasDeleted() throws SQLException {
        finds("alert of record " + record, "DELETE FROM alarm_message", "DELETE FROM alert" + breachRow());
    }

    @Test
    void findsEveryColumnOfAnAlertThatItsEventSays() throws SQLException {
        for (String change : List.of(
                "event_id = gen_random_uuid()",
                "facility = 'UA26-0099'",
                "kind = 'QUESTION'",
                "rule = 'another'",
                "provision = NULL",
                "percent = 75",
                "pack = 'another'",
                "due = due + interval '1 hour'",
                "came_true_at = came_true_at + interval '1 ms'",
                "raised_at = raised_at + interval '1 ms'")) {
            String column = change.substring(0, change.indexOf(' '));
            finds(record + " version 4 " + column, "UPDATE alert SET " + change + breachRow());
        }
    }

    @Test
    void findsAnAlertThatNoEventRaises() throws SQLException {
        String copy = "INSERT INTO alert SELECT (jsonb_populate_record(a, '{\"version\": 2, \"event_id\":"
                + " \"00000000-0000-4000-8000-000000000000\"}')).* FROM alert a" + breachRow();
        finds("alert of record " + record + " version 2", copy);
        finds(
                "alerts of record 00000000-0000-4000-8000-000000000000",
                "UPDATE alert SET record_id = '00000000-0000-4000-8000-000000000000'" + breachRow());
    }

    @Test
    void findsWhoTookNoteInventedExchangedOrTakenAway() throws SQLException {
        String where = " acknowledged_by";
        finds(
                where,
                "UPDATE alert SET acknowledged_by = '" + Samples.OFFICER.number() + "', acknowledged_at = raised_at"
                        + breachRow());
        String noted = " WHERE acknowledged_by IS NOT NULL";
        finds(where, "UPDATE alert SET acknowledged_by = '" + ANOTHER.number() + "'" + noted);
        finds(where, "UPDATE alert SET acknowledged_at = acknowledged_at - interval '1 minute'" + noted);
        finds(where, "UPDATE alert SET acknowledged_by = NULL, acknowledged_at = NULL" + noted);
    }

    @Test
    void findsAMessageThatTellsOfAnotherAlarmOrGoesElsewhere() throws SQLException {
        finds("alarm message", "UPDATE alarm_message SET rung = 2", "UPDATE alert SET rung = 2");
        finds("alarm message", "UPDATE alarm_message SET channel = 'sms'");
        finds("alarm message", "UPDATE alarm_message SET version = 5 WHERE version = 4");
        finds("alarm message", "UPDATE alarm_message SET id = gen_random_uuid()");
        finds("alarm message", "UPDATE alert SET rung = 0" + breachRow());
    }

    @Test
    void findsAnAlarmAboutACameraDeletedInventedOrChanged() throws SQLException {
        String where = "camera alarm " + covered.id();
        String mine = " WHERE id = '" + covered.id() + "'";
        finds(where, "DELETE FROM camera_alarm" + mine);
        finds(
                "camera alarm 00000000-0000-4000-8000-000000000000",
                "UPDATE camera_alarm SET id = '00000000-0000-4000-8000-000000000000'" + mine);
        for (String change : List.of(
                "facility = 'UA26-0099'",
                "camera = 'cam-2'",
                "trouble = 'black'",
                "came_true_at = came_true_at + interval '1 ms'",
                "raised_at = raised_at + interval '1 ms'",
                "settled_at = raised_at",
                "acknowledged_by = '1000009'",
                "acknowledged_by = NULL, acknowledged_at = NULL")) {
            String column = change.substring(0, change.indexOf(' '));
            finds(where + " " + column, "UPDATE camera_alarm SET " + change + mine);
        }
        finds(
                where + " acknowledged_by",
                "UPDATE camera_alarm SET acknowledged_at = acknowledged_at - interval '1 s'" + mine);
        finds(
                "camera alarm " + away.id() + " acknowledged_by",
                "UPDATE camera_alarm SET acknowledged_by = '1000001', acknowledged_at = raised_at WHERE id = '"
                        + away.id() + "'");
        finds(" settled_at", "UPDATE camera_alarm SET settled_at = NULL WHERE camera = 'cam-2'");
        finds(" settled_at", "UPDATE camera_alarm SET settled_at = settled_at - interval '1 s' WHERE camera = 'cam-2'");
    }

    /** The page that lists what is compared promises no more than this. */
    @Test
    void cannotFindHowFarAnAlertClimbedThatItSettledOrWhatAChannelDelivered() throws SQLException {
        assertTrue(afterwards(
                        "UPDATE alert SET settled_at = raised_at, urging = false, next_step_at = NULL",
                        "UPDATE alarm_message SET delivered_at = made_at, next_attempt_at = NULL",
                        "UPDATE camera_alarm SET next_step_at = NULL")
                .agrees());
        assertTrue(afterwards("DELETE FROM alarm_message").agrees());
    }
}
