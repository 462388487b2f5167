package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.CameraAlarm;
import custody.record.desk.Outcome;
import custody.record.detention.CustodyRecord;
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
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import custody.record.law.rules.Escalation.Rung;
import custody.record.law.rules.Packs;
import custody.store.alarms.Alerts;
import custody.store.alarms.MessageIds;
import custody.store.alarms.PostgresCameraAlarms;
import custody.store.check.AlertLaw;
import custody.store.check.CheckReport;
import custody.store.rulepacks.RulePackFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
    private static final List<String> TABLES =
            List.of("alarm_taken", "alarm_message", "alert", "alarm_due", "camera_alarm");
    private static final Badge ANOTHER = new Badge("1000009");
    private static final Packs LAW = RulePackFolder.read(Path.of("..", "rulepacks"));

    private final Path folder = TestStores.prepared("alarms-tampered");
    private TamperedFolder tampered;
    private RecordId record;
    private EventId breach;
    /** What the law itself makes of a record of somebody held for four days. */
    private EventId held;

    private EventId question;
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
            question = raised(store, new FlagRaised(Flag.LATE_ENTRY, List.of(warning), null));
            var _ = raised(store, new AlertAcknowledged(warning, null));
            climb(store);
            held = heldTooLong(store, now.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(4)));
            cameras(store, now);
            assertTrue(store.awaitSealed(5000));
        }
        tampered = new TamperedFolder(folder, Optional.of(new AlertLaw(LAW, "ua", InstantSource.system())));
        assertEquals(List.of(), tampered.check().discoveries());
    }

    private EventId raised(Store store, Fact fact) {
        Draft draft = Draft.of(fact, new Occurrence(Instant.now(), null, Occurrence.Source.LIVE));
        Outcome outcome = store.records().addBySystem(record, draft, Samples.WRITER);
        List<Event> events = ((Outcome.Stored) outcome).record().events();
        return events.getLast().id();
    }

    /** Its breach is written as the law's board says it, and nobody takes note of it. */
    private static EventId heldTooLong(Store store, Instant then) {
        Outcome opened = store.records().open(Samples.HOME, Samples.booking("Другий", then), Samples.WRITER);
        CustodyRecord record = ((Outcome.Stored) opened).record();
        Circumstances peace = new Circumstances(Samples.facility().zone(), List.of());
        Board board = new Lawbook(LAW, "ua", _ -> peace)
                .board(Samples.HOME, record.standing(), Instant.now())
                .orElseThrow();
        ClockBreached fact = custody.record.law.Alerts.of(board, record.events()).stream()
                .map(alert -> alert.fact())
                .filter(ClockBreached.class::isInstance)
                .map(ClockBreached.class::cast)
                .filter(breach -> breach.rule().equals("maximum"))
                .findFirst()
                .orElseThrow();
        Draft draft = Draft.of(fact, new Occurrence(fact.due(), null, Occurrence.Source.LIVE));
        Outcome raised = store.records().addBySystem(record.id(), draft, Samples.WRITER);
        return ((Outcome.Stored) raised).record().events().getLast().id();
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
        tampered.close();
    }

    private CheckReport afterwards(String... breaking) throws SQLException {
        tampered.sql("DROP SCHEMA IF EXISTS kept CASCADE", "CREATE SCHEMA kept");
        for (String table : TABLES) {
            tampered.sql("CREATE TABLE kept." + table + " AS TABLE " + table);
        }
        try {
            tampered.sql(breaking);
            return tampered.check();
        } finally {
            for (String table : TABLES) {
                tampered.sql("DELETE FROM " + table, "INSERT INTO " + table + " SELECT * FROM kept." + table);
            }
            assertEquals(List.of(), tampered.check().discoveries(), "put back");
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

    @Test
    void findsAnAlertSettledOrSilencedThatByItsEventsIsStillOwed() throws SQLException {
        String mine = " WHERE event_id = '" + held.value() + "'";
        finds(" settled_at", "UPDATE alert SET settled_at = raised_at" + mine);
        finds(" urging", "UPDATE alert SET urging = false" + mine);
        finds(" next_step_at", "UPDATE alert SET next_step_at = NULL" + mine);
        finds(" next_step_at", "UPDATE alert SET next_step_at = raised_at + interval '1 year'" + mine);
        finds(" rung", "UPDATE alert SET rung = 5" + mine);
    }

    @Test
    void findsAQuestionSettledThatNobodyAnswered() throws SQLException {
        String mine = " WHERE event_id = '" + question.value() + "'";
        finds(" settled_at", "UPDATE alert SET settled_at = raised_at" + mine);
        finds(" settled_at", "UPDATE alert SET urging = false" + mine);
    }

    /** A node that has yet to compute a record puts its alerts right by itself; so does one that is made to. */
    @Test
    void leavesOutARecordThatTheNodeIsToCompute() throws SQLException {
        String record = "SELECT record_id FROM alert WHERE event_id = '" + held.value() + "'";
        String due =
                "INSERT INTO alarm_due (record_id, version, next_due, pack, pack_version, pack_hash) SELECT record_id, "
                        + "version, now(), 'ua', '1', '' FROM custody_record WHERE record_id = (" + record + ")";
        String settled = "UPDATE alert SET settled_at = raised_at WHERE event_id = '" + held.value() + "'";
        assertTrue(afterwards(due, settled).agrees());
    }

    /** The page that lists what is compared promises no more than this. */
    @Test
    void cannotFindThatAWarningIsShownAsOpenOrWhatAChannelDelivered() throws SQLException {
        assertTrue(afterwards(
                        "UPDATE alert SET settled_at = NULL, urging = true",
                        "UPDATE alarm_message SET delivered_at = made_at, next_attempt_at = NULL",
                        "UPDATE camera_alarm SET next_step_at = NULL")
                .agrees());
        assertTrue(afterwards("DELETE FROM alarm_message").agrees());
    }
}
