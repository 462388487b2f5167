package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.ComplaintFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.IncidentFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.record.events.VideoFact;
import custody.record.places.Room;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.check.Discovery;
import custody.store.keys.Passphrase;
import custody.video.archive.FootageGaps;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.archive.Holds.Released;
import custody.video.archive.Retention;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Cameras.Put;
import custody.video.camera.Cameras.Wanted;
import custody.video.camera.Credentials;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.export.Exports;
import custody.video.live.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The index and holds on a real database with real files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VideoArchiveTest {
    private static final String HOME = Samples.HOME.code();
    private static final Person ONE = new Person("1000001");
    private static final Person TWO = new Person("1000005");

    private FilmedArchive filmed;
    private Path folder;
    private Store store;
    private VideoArchive archive;

    @BeforeAll
    void open() throws IOException {
        Room lawyers =
                Room.of(new RoomCode("LAWYER"), "Побачення", Room.Kind.LAWYER_ROOM, Room.Privacy.PRIVILEGED, 900, 0);
        filmed = FilmedArchive.open("video", Room.Privacy.MASKED, lawyers);
        folder = filmed.folder();
        store = filmed.store();
        archive = filmed.archive();
    }

    @AfterAll
    void close() {
        filmed.close();
    }

    @Test
    void aPasswordIsKeptEncryptedAndStaysWhenNobodyTypesAnother() throws IOException {
        var id = new CameraId("account-1");
        var secret = new Credentials("admin", "Tr0ub4dor-nobody-reads-this");
        assertEquals(
                Put.ADDED,
                archive.cameras().put(FilmedCell.camera(id, FilmedCell.CELL, new AccountChange.Set(secret)), ONE));
        assertEquals(
                Put.CHANGED,
                archive.cameras().put(FilmedCell.camera(id, FilmedCell.CELL, new AccountChange.Keep()), ONE));
        assertEquals(Optional.of(secret), archive.cameras().account(id));
        Wanted elsewhere = FilmedCell.camera(id, FilmedCell.CELL, new AccountChange.Keep());
        Wanted moved = new Wanted(
                id,
                elsewhere.facility(),
                elsewhere.room(),
                elsewhere.name(),
                elsewhere.aim(),
                elsewhere.direction(),
                Map.of(StreamKind.MAIN, new StreamAddress("10.0.0.66", 554, "/x")),
                elsewhere.account(),
                true);
        assertEquals(Put.ACCOUNT_NEEDED, archive.cameras().put(moved, ONE), "another host must not be told it");
        Camera camera = archive.cameras().find(id).orElseThrow();
        assertTrue(camera.account());
        assertFalse(camera.toString().contains("Tr0ub4dor"));
        assertEquals(
                Put.CHANGED,
                archive.cameras().put(FilmedCell.camera(id, FilmedCell.CELL, new AccountChange.None()), ONE));
        assertEquals(Optional.empty(), archive.cameras().account(id));
    }

    @Test
    void aCameraInsideAPrivilegedRoomIsNeverRecordedAndARemovedIdIsNeverUsedAgain() {
        var id = new CameraId("lawyer-1");
        assertEquals(Put.ADDED, archive.cameras().put(FilmedCell.camera(id, "LAWYER", new AccountChange.None()), ONE));
        assertEquals(
                Camera.Mode.NOT_RECORDED,
                archive.cameras().find(id).orElseThrow().mode());
        assertEquals(
                Put.NO_SUCH_ROOM,
                archive.cameras().put(FilmedCell.camera(id, "NOWHERE", new AccountChange.None()), ONE));
        assertTrue(archive.cameras().remove(id, ONE));
        assertEquals(Optional.empty(), archive.cameras().find(id));
        Camera before = archive.cameras().ever(id).orElseThrow();
        assertFalse(before.inUse() || before.account(), "what it recorded is still its own");
        assertTrue(archive.cameras().removed(id).isPresent());
        assertTrue(archive.cameras().since(HOME, Instant.EPOCH).contains(before));
        assertFalse(archive.cameras().since(HOME, Instant.now().plusSeconds(60)).contains(before));
        assertEquals(
                Put.ID_TAKEN, archive.cameras().put(FilmedCell.camera(id, "LAWYER", new AccountChange.None()), ONE));
    }

    @Test
    void aSegmentIsFoundByItsTimeWithEverythingThatItsFileSays() throws IOException {
        CameraId camera = filmed.camera("index-1");
        Instant start = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        archive.index().opened(0, new Segments.Open(camera, 1, start, Path.of("x.open.mp4")));
        assertTrue(archive.segments().open(camera).isPresent());
        Segment first = filmed.sealed(camera, start);
        Segment second = filmed.sealed(camera, start.plusSeconds(10));
        assertEquals(Optional.empty(), archive.segments().open(camera));
        assertEquals(Optional.of(first), archive.segments().at(camera, start.plusSeconds(1)));
        assertEquals(Optional.of(second), archive.segments().at(camera, start.plusSeconds(6)), "a hole: the next");
        assertEquals(Optional.of(second), archive.segments().after(camera, 1));
        assertEquals(List.of(first, second), archive.segments().in(camera, start, start.plusSeconds(60), 10));
        assertEquals(
                2,
                archive.segments().lines(camera, start, start.plusSeconds(60)).size());
        assertTrue(Files.exists(archive.segments().folder(first).resolve(first.path())));
    }

    @Test
    void anOpenHoleIsClosedByWhatComesBehindIt() {
        CameraId camera = filmed.camera("gap-1");
        Instant from = Instant.now().truncatedTo(ChronoUnit.MICROS);
        archive.index().gapOpened(0, camera, from, GapCause.OFFLINE, "no-data");
        FootageGaps.Known open =
                archive.gaps().in(camera, from, from.plusSeconds(1)).getFirst();
        assertEquals(Optional.empty(), open.to());
        archive.index().gap(0, new Gap(camera, from, from.plusSeconds(7), GapCause.OFFLINE, "no-data"));
        assertEquals(
                Optional.of(from.plusSeconds(7)),
                archive.gaps().in(camera, from, from.plusSeconds(1)).getFirst().to());
        assertEquals(List.of(), archive.gaps().in(camera, from.plusSeconds(8), from.plusSeconds(9)));
        archive.index().gapOpened(0, camera, from, GapCause.POWER, "sudden-end");
        archive.index().gap(0, new Gap(camera, from, from.plusSeconds(9), GapCause.POWER, "sudden-end"));
        assertEquals(
                List.of(new FootageGaps.Known(
                        camera, from, Optional.of(from.plusSeconds(9)), GapCause.POWER, "sudden-end")),
                archive.gaps().in(camera, from, from.plusSeconds(1)),
                "the same hole told again, longer");
    }

    @Test
    void aLineOfTheJournalIsTakenOnce() throws IOException {
        CameraId camera = filmed.camera("journal-1");
        long before = archive.index().seen();
        archive.index().sealed(before + 5, filmed.footage().next(camera, Instant.now()));
        assertEquals(before + 5, archive.index().seen());
    }

    @Test
    void twoDifferentPersonsReleaseAHold() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var wanted = new Holds.Wanted(
                HOME,
                Set.of(new CameraId("held-1")),
                now.minusSeconds(60),
                now,
                Hold.Ground.PROSECUTOR_REQUEST,
                "запит № 12",
                Optional.empty());
        var id = new Hold.HoldId(UUID.randomUUID());
        archive.holds().place(id, wanted, ONE, now);
        archive.holds().place(id, wanted, ONE, now.plusSeconds(1));
        assertEquals(now, archive.holds().find(id).orElseThrow().placed().at(), "sent twice, it is held once");
        assertEquals("запит № 12", archive.holds().find(id).orElseThrow().reason());
        assertEquals(Released.WAITING_FOR_SECOND, archive.holds().release(id, ONE, "минуло", now));
        assertEquals(Released.SAME_PERSON, archive.holds().release(id, ONE, "минуло", now));
        assertTrue(archive.holds().find(id).orElseThrow().holds());
        assertEquals(Released.RELEASED, archive.holds().release(id, TWO, "згода", now));
        Hold released = archive.holds().find(id).orElseThrow();
        assertEquals(TWO, released.release().orElseThrow().by());
        assertEquals(Released.NOT_HELD, archive.holds().release(id, TWO, "ще раз", now));
    }

    @Test
    void aComplaintHoldsTheFootageOfTheWholeStayInItsOwnTransaction() {
        Instant now = Instant.now();
        RecordId record = opened(now);
        var complaint =
                new ComplaintFact.Complaint("били", ComplaintFact.Complaint.Subject.ILL_TREATMENT, List.of(), null);
        Draft draft = Draft.of(complaint, new Occurrence(now, null, Occurrence.Source.LIVE));
        assertTrue(store.records().add(record, draft, null, Samples.WRITER) instanceof Outcome.Stored);
        Hold hold = archive.holds().of(HOME, true).stream()
                .filter(each -> each.record().equals(Optional.of(record.value())))
                .findFirst()
                .orElseThrow();
        assertEquals(Hold.Ground.COMPLAINT, hold.ground());
        assertTrue(hold.cameras().isEmpty(), "all cameras of the facility");
        assertTrue(hold.from().isBefore(now.minusSeconds(60)) && hold.to().isAfter(now));
        Instant weeks = now.plus(Duration.ofDays(40));
        assertTrue(complained(HOME, weeks).contains(record.value()), "the record lasts");
        assertTrue(complained(HOME, weeks).contains(record.value()), "as it is remembered");
        assertTrue(complained(HOME, hold.from()).contains(record.value()));
        assertFalse(complained(HOME, hold.from().minusSeconds(2)).contains(record.value()), "it begins later");
        assertFalse(complained("UA99-0001", weeks).contains(record.value()));
        var _ = added(record, new CustodyFact.Released(null, null, null, null), now);
        assertTrue(complained(HOME, now.plusSeconds(600)).contains(record.value()), "somebody who leaves");
        assertFalse(complained(HOME, weeks).contains(record.value()), "the record is over");
    }

    private Set<UUID> complained(String facility, Instant at) {
        return archive.holds().complained(facility, at, at.plusSeconds(1));
    }

    @Test
    void anEventThatNamesASecondPersonReleasesNothingUntilASecondPersonSignedIn() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RecordId record = opened(now);
        var held = new VideoFact.FootageHeld(List.of("held-2"), now.minusSeconds(60), now, "помилка");
        EventId hold = added(record, held, now);
        var named = new VideoFact.HoldReleased(hold, "зайве", new Badge("9999999"));
        var _ = added(record, named, now);
        var id = new Hold.HoldId(hold.value());
        Hold asked = archive.holds().find(id).orElseThrow();
        Person writer = new Person(Samples.WRITER.badge().number());
        assertTrue(asked.holds());
        assertEquals(writer, asked.first().orElseThrow().by());
        assertEquals(List.of(), holdsThatDiffer());
        assertFalse(complained(HOME, now.plusSeconds(9)).contains(record.value()));
        assertEquals(Released.SAME_PERSON, archive.holds().release(id, writer, "сам", now));
        assertEquals(Released.RELEASED, archive.holds().release(id, TWO, "згода", now));
        assertEquals(List.of(), holdsThatDiffer());
    }

    private EventId added(RecordId record, Fact fact, Instant now) {
        Draft draft = Draft.of(fact, new Occurrence(now, null, Occurrence.Source.LIVE));
        return switch (store.records().add(record, draft, null, Samples.WRITER)) {
            case Outcome.Stored stored -> stored.added().getFirst().id();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    @Test
    void whatAnEarlierVersionTookForHeldIsHeldBeforeAnythingIsDeletedAndTheCheckAgrees() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant then = now.minus(Duration.ofHours(3));
        RecordId record = opened(now.minus(Duration.ofHours(6)));
        EventId nowhere = added(record, new VideoFact.FootageHeld(List.of("held3"), then, now, "не та камера"), now);
        EventId right = added(record, new VideoFact.FootageHeld(List.of(), then, now, "усі"), now);
        EventId turned = added(record, new VideoFact.FootageHeld(List.of(), then, now, "навпаки"), now);
        EventId moment = added(record, new VideoFact.FootageHeld(List.of(), then, now, "мить"), now);
        EventId undone = added(record, new VideoFact.FootageHeld(List.of(), then, now, "відкликано"), now);
        var withdrawn = new CustodyFact.Correction(
                undone, "помилка", true, null, null, List.of(), List.of(), null, new LinkedHashMap<>());
        var _ = added(record, withdrawn, now);
        EventId righted = added(record, new VideoFact.FootageHeld(List.of(), then, later(then), "рік"), now);
        var _ = added(record, ends(righted, now), now);
        EventId unheld = added(record, new VideoFact.FootageHeld(List.of(), then, now, "лише запис"), now);
        var another = new CustodyFact.Correction(
                unheld, "час", null, later(then), null, List.of(), List.of(), null, new LinkedHashMap<>());
        EventId heldNothing = added(record, another, now);
        // This version takes none that ends before it begins: what an earlier one sealed is read so.
        Instant yearBefore = then.minus(Duration.ofDays(365));
        Map<EventId, Fact> sealed = Map.of(
                turned, new VideoFact.FootageHeld(List.of(), now, then, "навпаки"),
                moment, new VideoFact.FootageHeld(List.of(), then, then, "мить"),
                undone, new VideoFact.FootageHeld(List.of(), now, then, "відкликано"),
                righted, new VideoFact.FootageHeld(List.of(), then, yearBefore, "рік"),
                unheld, new VideoFact.FootageHeld(List.of(), then, yearBefore, "лише запис"),
                heldNothing, ends(unheld, now));
        Map<String, Hold> before = holdsOf(record);
        for (int turn = 0; turn < 2; turn++) {
            archive.earlierHolds().turn(id -> store.own().of(id).map(one -> with(one, sealed)), now);
        }
        Map<String, Hold> placed = holdsOf(record);
        assertEquals(8, before.size());
        assertEquals(12, placed.size(), "twice looked over, each is placed once, none of what was put right and held");
        before.keySet().forEach(placed::remove);
        assertTrue(placed.values().stream()
                .allMatch(hold -> hold.holds() && hold.cameras().isEmpty()));
        assertEquals(
                Map.of(
                        "не та камера", List.of(then, now),
                        "навпаки", List.of(then, now),
                        "лише запис", List.of(then, now),
                        "мить", List.of(then.minus(Duration.ofHours(1)), then.plus(Duration.ofHours(1)))),
                placed.values().stream()
                        .collect(Collectors.toMap(Hold::reason, hold -> List.of(hold.from(), hold.to()))));
        assertTrue(before.containsKey(nowhere.toString()) && before.containsKey(right.toString()));
        assertEquals(List.of(), holdsThatDiffer());
        archive.earlierHolds().turn(id -> Optional.empty(), now);
    }

    private static Instant later(Instant time) {
        return time.plus(Duration.ofHours(1));
    }

    private static Fact ends(EventId held, Instant to) {
        var fields = new LinkedHashMap<String, Value>(Map.of("to", new Value.Text(to.toString())));
        return new CustodyFact.Correction(held, "не той рік", null, null, null, List.of(), List.of(), null, fields);
    }

    private Map<String, Hold> holdsOf(RecordId record) {
        Map<String, Hold> holds = new LinkedHashMap<>();
        archive.holds().of(HOME, false).stream()
                .filter(hold -> hold.record().equals(Optional.of(record.value())))
                .forEach(hold -> holds.put(hold.id().toString(), hold));
        return holds;
    }

    private static CustodyRecord with(CustodyRecord record, Map<EventId, Fact> sealed) {
        return new CustodyRecord(
                record.id(),
                record.number(),
                record.events().stream()
                        .map(event -> new Event(
                                event.id(),
                                event.record(),
                                event.version(),
                                event.occurrence(),
                                event.recordedAt(),
                                event.recordedBy(),
                                event.performedBy(),
                                event.present(),
                                event.place(),
                                event.lateReason(),
                                event.note(),
                                sealed.getOrDefault(event.id(), event.fact())))
                        .toList());
    }

    @Test
    void aHoldThatSomebodyTookAwayIsNamedByTheCheck() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var wanted = new Holds.Wanted(
                HOME, Set.of(), now.minusSeconds(9), now, Hold.Ground.OTHER, "перевірка", Optional.empty());
        var id = new Hold.HoldId(UUID.randomUUID());
        archive.holds().place(id, wanted, ONE, now);
        assertEquals(List.of(), holdsThatDiffer());
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET holds = false, release = '' WHERE id = '" + id + "'");
        assertEquals(List.of("hold " + id), holdsThatDiffer());
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET holds = true, release = NULL WHERE id = '" + id + "'");
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET id = gen_random_uuid() WHERE id = '" + id + "'");
        assertEquals(2, holdsThatDiffer().size(), "one is gone, one was placed by nobody");
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET id = '" + id + "' WHERE to_at = '" + now + "'");
        assertEquals(List.of(), holdsThatDiffer());
    }

    @Test
    void aHoldThatSomebodyShortenedIsNamedByTheCheck() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var placed = new Hold.HoldId(UUID.randomUUID());
        var camera = new CameraId("short-1");
        var wanted = new Holds.Wanted(
                HOME, Set.of(camera), now.minusSeconds(900), now, Hold.Ground.OTHER, "перевірка", Optional.empty());
        archive.holds().place(placed, wanted, ONE, now);
        var complaint =
                new ComplaintFact.Complaint("били", ComplaintFact.Complaint.Subject.ILL_TREATMENT, List.of(), null);
        EventId event = added(opened(now), complaint, now);
        assertEquals(List.of(), holdsThatDiffer());
        for (String id : List.of(placed.toString(), event.value().toString())) {
            String change = "UPDATE footage_hold SET %s WHERE id = '" + id + "'";
            FilmedCell.asOwner(folder, change.formatted("to_at = to_at - interval '1 minute'"));
            assertEquals(List.of("hold " + id), holdsThatDiffer());
            FilmedCell.asOwner(folder, change.formatted("to_at = to_at + interval '1 minute'"));
        }
        String other = "UPDATE footage_hold SET cameras = '{%s}' WHERE id = '" + placed + "'";
        FilmedCell.asOwner(folder, other.formatted("short-2"));
        assertEquals(List.of("hold " + placed), holdsThatDiffer());
        FilmedCell.asOwner(folder, other.formatted("short-1"));
        assertEquals(List.of(), holdsThatDiffer());
    }

    @Test
    void aCorrectedTimeHoldsTheFootageOfTheRightTimeToo() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RecordId record = opened(now.minus(Duration.ofHours(9)));
        var incident = new IncidentFact.Incident(IncidentFact.Incident.Kind.FIRE, "горів матрац", null);
        EventId event = added(record, incident, now.minus(Duration.ofHours(1)));
        Instant right = now.minus(Duration.ofHours(5));
        EventId correction = added(
                record,
                new CustodyFact.Correction(
                        event, "не та година", null, right, null, List.of(), List.of(), null, new LinkedHashMap<>()),
                now);
        Hold wrong = archive.holds().find(new Hold.HoldId(event.value())).orElseThrow();
        Hold added = archive.holds().find(new Hold.HoldId(correction.value())).orElseThrow();
        assertTrue(wrong.holds() && wrong.from().isAfter(right.plus(Duration.ofHours(2))));
        assertEquals(right.minus(Duration.ofHours(1)), added.from());
        assertEquals(right.plus(Duration.ofHours(1)), added.to());
        assertEquals(List.of(), holdsThatDiffer());
        String where = " WHERE id = '" + correction.value() + "'";
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET from_at = from_at + interval '1 hour'" + where);
        assertEquals(List.of("hold " + correction.value()), holdsThatDiffer());
        FilmedCell.asOwner(folder, "UPDATE footage_hold SET from_at = from_at - interval '1 hour'" + where);
        String taken = "UPDATE footage_hold SET id = '%s' WHERE id = '%s'";
        UUID other = UUID.randomUUID();
        FilmedCell.asOwner(folder, taken.formatted(other, correction.value()));
        assertEquals(2, holdsThatDiffer().size(), "one is gone, one was placed by nobody");
        FilmedCell.asOwner(folder, taken.formatted(correction.value(), other));
        assertEquals(List.of(), holdsThatDiffer());
    }

    @Test
    void aDeliveryThatIsWithdrawnAndEnteredAnewHoldsTheTimeThatItMayHaveBeen() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant apprehended = now.minus(Duration.ofHours(9));
        RecordId record = underWay(apprehended);
        Instant wrong = now.minus(Duration.ofHours(2));
        EventId delivered = added(record, new CustodyFact.Delivered(List.of(), null), wrong);
        var complaint =
                new ComplaintFact.Complaint("били", ComplaintFact.Complaint.Subject.ILL_TREATMENT, List.of(), null);
        EventId event = added(record, complaint, now.minus(Duration.ofHours(1)));
        Hold before = archive.holds().find(new Hold.HoldId(event.value())).orElseThrow();
        assertEquals(wrong.minus(Duration.ofHours(1)), before.from());
        EventId withdrawal = added(
                record,
                new CustodyFact.Correction(
                        delivered, "не та", true, null, null, List.of(), List.of(), null, new LinkedHashMap<>()),
                now);
        var _ = added(record, new CustodyFact.Delivered(List.of(), null), now.minus(Duration.ofHours(4)));
        Hold added = archive.holds().find(new Hold.HoldId(withdrawal.value())).orElseThrow();
        assertEquals(apprehended.minus(Duration.ofHours(1)), added.from());
        assertEquals(List.of(), holdsThatDiffer());
    }

    @Test
    void whatACorrectionHeldIsNamedWhenItWasDeletedAlsoIfItsReleaseIsAskedForLater() throws Exception {
        CameraId camera = filmed.camera("corrected-1");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant right = now.minus(Duration.ofDays(5));
        Segment held = filmed.sealed(camera, right);
        filmed.nameInLedger(camera);
        RecordId record = opened(now.minus(Duration.ofDays(6)));
        var incident = new IncidentFact.Incident(IncidentFact.Incident.Kind.FIRE, "горів матрац", null);
        EventId event = added(record, incident, now.minus(Duration.ofHours(1)));
        EventId correction = added(
                record,
                new CustodyFact.Correction(
                        event, "не той день", null, right, null, List.of(), List.of(), null, new LinkedHashMap<>()),
                now);
        String moved =
                "UPDATE footage_hold SET from_at = from_at %s interval '1 day', to_at = to_at %s interval '1 day'"
                        + " WHERE id = '" + correction.value() + "'";
        FilmedCell.asOwner(folder, moved.formatted("-", "-"));
        var roomy = new Retention.Disk(Long.MAX_VALUE / 8, 1);
        archive.deleting()
                .carryOut(
                        Retention.decide(archive.deleting().oldest(now), roomy, now)
                                .deletions(),
                        now);
        assertFalse(Files.exists(filmed.first().resolve(held.path())));
        FilmedCell.asOwner(folder, moved.formatted("+", "+"));
        archive.holds().release(new Hold.HoldId(correction.value()), ONE, "зайве", now);
        assertEquals(
                List.of("footage of camera corrected-1 segment " + held.sequence()),
                differ("footage of camera corrected-1"));
    }

    private List<String> holdsThatDiffer() {
        return differ("hold ");
    }

    private List<String> differ(String what) {
        return FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore())
                .discoveries()
                .stream()
                .map(Discovery::where)
                .filter(where -> where.startsWith(what))
                .sorted()
                .toList();
    }

    private RecordId opened(Instant now) {
        return opened(Samples.booking("Третій", now));
    }

    /** Apprehended, and not delivered yet. */
    private RecordId underWay(Instant apprehended) {
        Booking booking = Samples.booking("Четвертий", apprehended);
        return opened(new Booking(booking.apprehended(), apprehended, null, List.of()));
    }

    private RecordId opened(Booking booking) {
        return switch (store.records().open(Samples.HOME, booking, Samples.WRITER)) {
            case Outcome.Stored stored -> stored.record().id();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    @Test
    void whatTheFirstVolumeHasNoRoomForLiesOnTheSecond() throws IOException {
        CameraId camera = filmed.camera("spill-1");
        Instant start = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.MICROS);
        Segment segment = filmed.sealed(camera, start);
        Segment newest = filmed.sealed(camera, segment.end());
        archive.minutes()
                .write(
                        HOME,
                        Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MINUTES),
                        Set.of(camera),
                        List.of(),
                        Set.of(),
                        Instant.now());
        assertTrue(archive.spilling().move(100) >= 1);
        assertTrue(Files.exists(folder.resolve("second").resolve(segment.path())));
        assertEquals(folder.resolve("second"), archive.segments().folder(segment));
        assertFalse(Files.exists(folder.resolve("video").resolve(segment.path())));
        assertTrue(
                Files.exists(folder.resolve("video").resolve(newest.path())), "the recorder goes on behind the newest");
    }

    @Test
    void whatWasRecordedWithOtherMasksInAnotherRoomIsShownByThoseToo() {
        CameraId camera = filmed.camera("past-1");
        Instant undrawn = Instant.now();
        var large = new Mask(0, 0, 300, 300);
        var small = new Mask(0, 0, 10, 10);
        archive.masks().put(camera, List.of(large), ONE, Instant.now());
        Instant then = Instant.now();
        archive.masks().put(camera, List.of(small), ONE, Instant.now());
        Instant now = Instant.now();
        assertEquals(Set.of(small, large), Set.copyOf(archive.masks().shownOf(camera, then, then, ONE, now)));
        assertEquals(List.of(small), archive.masks().shownOf(camera, now, now, ONE, now));
        assertEquals(List.of(small), archive.masks().shownOf(camera, undrawn, undrawn, ONE, now), "drawn late");
        archive.cameras().put(FilmedCell.camera(camera, "LAWYER", new AccountChange.None()), ONE);
        Instant moved = Instant.now();
        List<Cameras.Hung> hung = archive.cameras().hung(camera, undrawn, moved);
        assertEquals(
                List.of("CELL-1", "LAWYER"),
                hung.stream().map(Cameras.Hung::room).toList(),
                "masks that change do not part a time");
        Instant move = hung.getFirst().to();
        assertTrue(!move.isBefore(then) && move.isBefore(moved), move + " is when it was moved");
        assertEquals(
                List.of(new Cameras.Hung("CELL-1", undrawn, then)),
                archive.cameras().hung(camera, undrawn, then));
        assertEquals(List.of(new Cameras.Hung("CELL-1", undrawn, move), new Cameras.Hung("LAWYER", move, moved)), hung);
        Instant later = moved.plusSeconds(60);
        assertEquals(
                List.of(new Cameras.Hung("LAWYER", moved, later)),
                archive.cameras().hung(camera, moved, later));
        archive.cameras().put(FilmedCell.camera(camera), ONE);
        assertEquals(
                List.of(Mask.WHOLE),
                archive.masks().shownOf(camera, moved, moved, ONE, Instant.now()),
                "privileged then");
        archive.masks().lift(camera, ONE, "огляд", Duration.ofMinutes(5), now);
        assertEquals(List.of(), archive.masks().shownOf(camera, then, then, ONE, now.plusSeconds(1)));
    }

    @Test
    void aMaskedRoomIsPaintedOverUntilSomebodyLiftsItForAWhileAndOnlyForThemselves() {
        CameraId camera = filmed.camera("mask-1");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        assertEquals(List.of(new Mask(0, 0, 1_000, 1_000)), archive.masks().shown(camera, ONE, now), "fails to black");
        var corner = new Mask(0, 0, 300, 300);
        archive.masks().put(camera, List.of(corner), ONE, now);
        assertEquals(List.of(corner), archive.masks().shown(camera, ONE, now));
        var lift = archive.masks().lift(camera, ONE, "непритомний", Duration.ofMinutes(5), now);
        assertEquals(List.of(), archive.masks().shown(camera, ONE, now.plusSeconds(1)));
        assertEquals(List.of(corner), archive.masks().shown(camera, TWO, now.plusSeconds(1)));
        assertEquals(List.of(corner), archive.masks().shown(camera, ONE, now.plus(Duration.ofMinutes(6))));
        archive.masks().end(lift.id(), ONE, now.plusSeconds(2));
        assertEquals(List.of(corner), archive.masks().shown(camera, ONE, now.plusSeconds(3)));
        assertEquals(
                "непритомний",
                archive.masks()
                        .lifts(camera, now, now.plusSeconds(1))
                        .getFirst()
                        .reason());
    }

    @Test
    void whatAnExportWasAskedForWithIsBoundByTheLedger() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var wish = new Exports.Wanted(HOME, new CameraId("export-2"), now.minusSeconds(60), now, "суд", "ухвала");
        var id = new UUID(5, 1);
        assertTrue(archive.exports().add(id, wish, ONE, now));
        assertEquals(List.of(), differ("export "));
        String change = "UPDATE footage_export SET asked = %s || substr(asked, 2) WHERE id = '" + id + "'";
        FilmedCell.asOwner(folder, "ALTER TABLE footage_export ADD COLUMN was bytea");
        FilmedCell.asOwner(folder, "UPDATE footage_export SET was = asked");
        FilmedCell.asOwner(folder, change.formatted("'\\x00'::bytea"));
        assertEquals(List.of("export " + id), differ("export "));
        FilmedCell.asOwner(folder, "UPDATE footage_export SET asked = was");
        FilmedCell.asOwner(folder, "ALTER TABLE footage_export DROP COLUMN was");
        assertEquals(List.of(), differ("export "));
    }

    @Test
    void aWishForAnExportThatIsSentTwiceIsOne() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var camera = new CameraId("export-1");
        var wish = new Exports.Wanted(HOME, camera, now.minusSeconds(60), now, "суд", "ухвала");
        var id = new UUID(4, 1);
        assertTrue(archive.exports().add(id, wish, ONE, now));
        archive.exports().state(id, Exports.State.RUNNING, "");
        assertFalse(archive.exports().add(id, wish, ONE, now), "a double click");
        assertEquals(
                Exports.State.RUNNING, archive.exports().find(id).orElseThrow().state());
        var other = new UUID(4, 2);
        assertTrue(archive.exports().add(other, wish, ONE, now), "another wish");
        archive.exports().state(other, Exports.State.CANCELLED, "");
        archive.exports().ready(other, camera, "00".repeat(32), List.of());
        assertEquals(
                Exports.State.CANCELLED,
                archive.exports().find(other).orElseThrow().state(),
                "it was made in the last moment");
        assertEquals(2, archive.exports().of(HOME).size());
    }
}
