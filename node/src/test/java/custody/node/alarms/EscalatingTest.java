package custody.node.alarms;

import static custody.node.alarms.AlarmHouse.comes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import custody.node.alarms.channels.ChannelSettings;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.desk.Reading;
import custody.record.desk.WaitingMessage;
import custody.record.detention.CustodyRecord;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CoercionFact;
import custody.record.events.ContactFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Board;
import custody.record.law.Task;
import custody.record.law.Tasks;
import custody.record.law.rules.Escalation.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alert")
final class EscalatingTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private AlarmHouse house = AlarmHouse.open(clock);
    private Alarms alarms = start();

    private Alarms start() {
        var _ = house.store().raisedAlerts().watch(told::add);
        return Alarms.start(house.store(), house.law(), ChannelSettings.NONE, clock);
    }

    @BeforeEach
    void fresh() {
        told.clear();
    }

    @AfterEach
    void close() {
        alarms.close();
        house.close();
    }

    private void pass(Duration time) {
        clock.pass(time);
        alarms.wake();
    }

    private RecordId broken() {
        RecordId record = house.book(Duration.ofHours(4), Basis.ADMINISTRATIVE);
        assertTrue(comes(() -> house.breaches(record, "admin").size() == 1), "the three hours are over");
        return record;
    }

    private boolean reached(RecordId record, Rung rung) {
        return comes(() -> house.alert(record, "admin").rung() == rung);
    }

    @Test
    @DisplayName("climbs from custody officer to prosecutor while nobody takes note of it, and rings on each rung once")
    void climbs() {
        RecordId record = broken();
        assertTrue(reached(record, Rung.CUSTODY_OFFICER));
        pass(Duration.ofMinutes(9).plusSeconds(59));
        assertEquals(Rung.CUSTODY_OFFICER, house.alert(record, "admin").rung());
        pass(Duration.ofSeconds(1));
        assertTrue(reached(record, Rung.HEAD_OF_FACILITY));
        pass(Duration.ofMinutes(20));
        assertTrue(reached(record, Rung.REGION));
        pass(Duration.ofMinutes(30));
        assertTrue(reached(record, Rung.DEPARTMENT));
        pass(Duration.ofMinutes(60));
        assertTrue(reached(record, Rung.PROSECUTOR));
        RaisedAlert alert = house.alert(record, "admin");
        assertTrue(comes(() -> rungs(alert).size() == Rung.values().length));
        assertEquals(List.of(Rung.values()), rungs(alert));
    }

    @Test
    @DisplayName(
            "that climbed beyond the rungs which channels reach has reached nobody there until a screen there shows it")
    void reachesNobodyWithoutAChannel() {
        alarms.close();
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            alarms = Alarms.start(
                    house.store(), house.law(), twoRungs(mail.getSmtp().getPort()), clock);
            List<String> said = new ArrayList<>();
            alarms.say(clock.instant(), said::add);
            assertEquals(
                    List.of(
                            "No channel for alarms reaches region, department, prosecutor: only open screens tell them."),
                    said);
            RecordId record = broken();
            for (Duration time : List.of(Duration.ZERO, Duration.ofMinutes(10))) {
                pass(time);
                assertTrue(reached(record, time.isZero() ? Rung.CUSTODY_OFFICER : Rung.HEAD_OF_FACILITY));
                assertTrue(comes(() -> !silent(record)), "the mail arrived");
            }
            pass(Duration.ofMinutes(110));
            assertTrue(reached(record, Rung.PROSECUTOR));
            assertTrue(comes(() -> waiting().isEmpty()), "nothing is on its way any more");
            assertTrue(silent(record), "no message was made for the prosecutor");
            List<EventId> shown = List.of(house.alert(record, "admin").event());
            house.store().raisedAlerts().heard(AlarmHouse.HOME, Rung.DEPARTMENT, shown);
            assertTrue(silent(record), "the department's screen is not the prosecutor's");
            house.store().raisedAlerts().heard(AlarmHouse.HOME, Rung.PROSECUTOR, shown);
            assertFalse(silent(record));
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("is told on open screens alone where no channel is set up, and whoever starts the node is told so")
    void isToldOnScreensAlone() {
        List<String> said = new ArrayList<>();
        alarms.say(clock.instant(), said::add);
        assertEquals(
                List.of(
                        "No channel for alarms is set up: only open screens tell custody-officer, head-of-facility, region,"
                                + " department, prosecutor."),
                said);
        RecordId record = broken();
        assertTrue(reached(record, Rung.CUSTODY_OFFICER));
        List<EventId> shown = List.of(house.alert(record, "admin").event());
        house.store().raisedAlerts().heard(AlarmHouse.HOME, Rung.HEAD_OF_FACILITY, shown);
        house.store().raisedAlerts().heard(AlarmHouse.HOME, Rung.CUSTODY_OFFICER, shown);
        assertFalse(silent(record));
        pass(Duration.ofMinutes(10));
        assertTrue(reached(record, Rung.HEAD_OF_FACILITY));
        assertTrue(silent(record), "the head saw it before it climbed to him, as one of many, and was not told");
    }

    private boolean silent(RecordId record) {
        EventId event = house.alert(record, "admin").event();
        return house.store().raisedAlerts().unreached(AlarmHouse.HOME).contains(event);
    }

    private List<WaitingMessage> waiting() {
        return house.store().raisedAlerts().waiting(AlarmHouse.HOME);
    }

    private static ChannelSettings twoRungs(int smtp) {
        ChannelSettings.Email email = new ChannelSettings.Email(
                "127.0.0.1",
                smtp,
                ChannelSettings.MailTls.OFF,
                Optional.empty(),
                Optional.empty(),
                "custody@unit.example",
                Map.of(
                        Rung.CUSTODY_OFFICER,
                        List.of("desk@unit.example"),
                        Rung.HEAD_OF_FACILITY,
                        List.of("head@unit.example")));
        return new ChannelSettings(Optional.of(email), Optional.empty(), Optional.empty());
    }

    private List<Rung> rungs(RaisedAlert alert) {
        return told.stream()
                .filter(each -> each.event().equals(alert.event()))
                .map(Told::rung)
                .toList();
    }

    @Test
    @DisplayName("that somebody took note of climbs no further, and says who and when")
    void acknowledgedClimbsNoFurther() {
        RecordId record = broken();
        assertTrue(reached(record, Rung.CUSTODY_OFFICER));
        RaisedAlert alert = house.alert(record, "admin");
        pass(Duration.ofMinutes(5));
        house.add(record, new AlertAcknowledged(alert.event(), null));
        RaisedAlert known = house.alert(record, "admin");
        assertEquals(AlarmHouse.OFFICER, known.acknowledgedBy());
        assertEquals(clock.instant(), known.acknowledgedAt());
        pass(Duration.ofHours(5));
        house.add(record, new ContactFact.ContactRefused(null, null, null));
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        assertEquals(Rung.CUSTODY_OFFICER, house.alert(record, "admin").rung());
        assertTrue(house.open().contains(known), "what is still broken stays shown");
    }

    @Test
    @DisplayName("of the law that was put right too late is told on until somebody takes note; a target of ours is not")
    void putRightLate() {
        RecordId record = broken();
        assertTrue(comes(() -> house.breaches(record, "relatives").size() == 1));
        RaisedAlert relatives = house.alert(record, "relatives");
        assertNull(relatives.settledAt());
        house.add(record, new CustodyFact.Released(null, null, null, null));
        assertTrue(comes(() -> house.alert(record, "admin").settledAt() != null), "released: nothing is owed any more");
        pass(Duration.ofMinutes(10));
        assertTrue(reached(record, Rung.HEAD_OF_FACILITY), "the law was broken: the head hears of it all the same");
        assertTrue(house.open().stream().anyMatch(alert -> alert.record().equals(record)));
    }

    @Test
    @DisplayName("that a correction made undone is settled, and told on until somebody takes note of it")
    void isToldOnThoughCorrected() {
        RecordId record = broken();
        assertTrue(reached(record, Rung.CUSTODY_OFFICER));
        house.add(record, new CustodyFact.Released(null, null, null, null));
        Event release = house.read(record).standing().stream()
                .filter(event -> event.fact() instanceof CustodyFact.Released)
                .findFirst()
                .orElseThrow();
        Instant inTime = clock.instant().minus(Duration.ofHours(2));
        house.add(record, CustodyFact.Correction.moving(release.id(), "помилка", inTime));
        assertTrue(comes(() -> house.alert(record, "admin").settledAt() != null), "by the corrected time it was kept");
        pass(Duration.ofMinutes(10));
        assertTrue(reached(record, Rung.HEAD_OF_FACILITY), "it rang, and who moved the time does not silence it");
        RaisedAlert alert = house.alert(record, "admin");
        assertTrue(house.open().contains(alert));
        house.add(record, new AlertAcknowledged(alert.event(), null));
        assertTrue(house.open().stream().noneMatch(open -> open.event().equals(alert.event())));
    }

    @Test
    @DisplayName("that an entry of an earlier time made undone is settled, and told on until somebody takes note of it")
    void isToldOnThoughBackdated() {
        RecordId record = broken();
        assertTrue(reached(record, Rung.CUSTODY_OFFICER));
        house.add(
                record,
                new CustodyFact.Released(null, null, null, null),
                clock.instant().minus(Duration.ofHours(2)));
        assertTrue(comes(() -> house.alert(record, "admin").settledAt() != null), "by the time entered it was kept");
        assertTrue(comes(() -> house.read(record).events().stream()
                .anyMatch(event -> event.fact() instanceof FlagRaised raised
                        && raised.flag() == Flag.JUST_BEFORE_DEADLINE
                        && String.valueOf(raised.detail()).startsWith("rule=admin,"))));
        List<RaisedAlert> questions = house.open().stream()
                .filter(open -> open.kind() == RaisedAlert.Kind.QUESTION)
                .toList();
        assertFalse(questions.isEmpty());
        assertTrue(
                questions.stream().allMatch(question -> question.provision() == null), "a question cites no article");
        pass(Duration.ofMinutes(10));
        assertTrue(reached(record, Rung.HEAD_OF_FACILITY), "it rang, and an earlier time does not silence it");
        RaisedAlert alert = house.alert(record, "admin");
        assertTrue(house.open().contains(alert));
        house.add(record, new AlertAcknowledged(alert.event(), null));
        assertTrue(house.open().stream().noneMatch(open -> open.event().equals(alert.event())));
    }

    @Test
    @DisplayName("that nobody can put right any more is open until somebody takes note of it, and then is history")
    void isHistoryOnceNoted() {
        RecordId record = broken();
        assertTrue(comes(() -> house.breaches(record, "relatives").size() == 1));
        house.add(record, new CustodyFact.Released(null, null, null, null));
        assertTrue(comes(() -> house.alert(record, "admin").settledAt() != null));
        RaisedAlert relatives = house.alert(record, "relatives");
        assertNull(relatives.settledAt(), "never told, and now they cannot be: somebody must see it");
        assertTrue(house.open().contains(relatives));
        house.add(record, new AlertAcknowledged(relatives.event(), null));
        assertTrue(comes(() -> house.alert(record, "relatives").settledAt() != null));
        assertFalse(house.open().stream().anyMatch(alert -> alert.event().equals(relatives.event())));
    }

    @Test
    @DisplayName("is found with whoever has gone, as long as something is owed on the record")
    void isFoundAfterRelease() {
        RecordId record = house.book(Duration.ofMinutes(5), Basis.CPC_208);
        house.add(record, new CoercionFact.ForceUsed(null, null, null, null, null, null, null));
        house.add(record, new CustodyFact.Released(null, null, null, null));
        RecordId other = house.book(Duration.ofMinutes(5), Basis.CPC_208);
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        assertTrue(owing().contains(record), "the report on force is still due");
        assertFalse(owing().contains(other), "whoever is here is not among those who have gone");
        house.add(record, new CoercionFact.ForceStatement(null, null, null, null, List.of()));
        assertEquals(List.of(), tasks(record), "nothing is to be done any more");
    }

    @Test
    @DisplayName("has nothing to do on a closed record, which takes no entry any more")
    void hasNothingToDoOnAClosedRecord() {
        RecordId record = house.book(Duration.ofMinutes(5), Basis.CPC_208);
        house.add(record, new CoercionFact.ForceUsed(null, null, null, null, null, null, null));
        house.add(record, new CustodyFact.Released(null, null, null, null));
        assertFalse(tasks(record).isEmpty(), "the report on force is still due");
        house.add(record, new CustodyFact.RecordClosed(null));
        assertEquals(List.of(), tasks(record));
    }

    private List<Task> tasks(RecordId record) {
        List<Event> standing = house.read(record).standing();
        Board board =
                house.law().board(AlarmHouse.HOME, standing, clock.instant()).orElseThrow();
        return Tasks.of(board, standing);
    }

    private List<RecordId> owing() {
        Reading reading = new Reading(AlarmHouse.OFFICER, "", Reading.Purpose.CARE, "tasks");
        return house.store().records().owing(AlarmHouse.HOME, clock.instant(), reading).stream()
                .map(CustodyRecord::id)
                .toList();
    }

    @Test
    @DisplayName("comes at once when martial law is declared and a duty follows from it")
    void martialLawJudgesAnew() {
        RecordId record = house.book(Duration.ofMinutes(5), Basis.CPC_208);
        house.add(record, new ContactFact.InterviewStarted(null, null, null, null, null, null));
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        assertEquals(0, house.breaches(record, "martial-interview").size());
        new DeclaringMartialLaw(house.store().martialLaw(), alarms::wake)
                .declare(
                        AlarmHouse.HOME,
                        new FacilityMartialLaw(true, Instant.parse("2022-02-24T03:30:00Z"), null, "Указ № 64/2022"),
                        new Badge("1000009"));
        assertTrue(comes(() -> house.breaches(record, "martial-interview").size() == 1));
        assertFalse(house.store().martialLaw().of(AlarmHouse.HOME).isEmpty());
    }
}
