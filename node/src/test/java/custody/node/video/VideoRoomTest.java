package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.running.Detained;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageExported;
import custody.record.places.Room;
import custody.store.FolderCheck;
import custody.store.StoreSettings;
import custody.store.archive.VideoArchive;
import custody.store.archive.Volumes;
import custody.store.check.CheckReport;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.store.ledger.EntryProofs;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.ExportCheck;
import custody.video.export.ExportFile;
import custody.video.export.Exports;
import custody.video.export.Painting;
import custody.video.health.Condition.State;
import custody.video.live.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Recording and handing out in a node, led through troubles in order, until the check at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VideoRoomTest {
    private FilmedRooms house;
    private VideoRoom room;

    @BeforeAll
    void begin() throws IOException {
        house = FilmedRooms.open("vr-");
        room = house.room();
    }

    @AfterAll
    void end() throws IOException {
        house.close();
    }

    @Test
    @Order(1)
    void camerasThatAreSetUpAreRecordedAtOnce() throws InterruptedException {
        FilmedRooms.until(house::allRecord, 20);
        FilmedRooms.until(
                () -> room.archive()
                        .segments()
                        .open(FilmedRooms.CAMERAS.getFirst())
                        .isPresent(),
                5);
    }

    @Test
    @Order(2)
    void aLostCameraIsToldWithinFiveSecondsAndItsHoleHasARow() throws Exception {
        house.simulator().goAway();
        FilmedRooms.tell("a lost camera", FilmedRooms.until(() -> house.state(0) != State.RECORDING, 5));
        FilmedRooms.until(() -> !room.archive().gaps().open().isEmpty(), 8);
        house.simulator().comeBack();
        FilmedRooms.until(house::allRecord, 20);
        FilmedRooms.until(() -> room.archive().gaps().open().isEmpty(), 10);
        assertEquals(
                GapCause.OFFLINE,
                room.archive()
                        .gaps()
                        .in(FilmedRooms.CAMERAS.getFirst(), Instant.EPOCH, Instant.now())
                        .getLast()
                        .cause());
    }

    @Test
    @Order(3)
    void aRecorderThatIsKilledComesBackAndTellsTheHole() throws Exception {
        ProcessHandle recorder = room.recorder().orElseThrow();
        assertTrue(recorder.destroyForcibly());
        FilmedRooms.until(() -> powerGap().isPresent(), 20);
        FilmedRooms.until(house::allRecord, 20);
        FilmedRooms.until(() -> room.archive().index().newest(FilmedRooms.CAMERAS.getFirst()) >= 1, 10);
    }

    private Optional<Instant> powerGap() {
        return room.archive().gaps().in(FilmedRooms.CAMERAS.getFirst(), Instant.EPOCH, Instant.now()).stream()
                .filter(gap -> gap.cause() == GapCause.POWER)
                .flatMap(gap -> gap.to().stream())
                .findFirst();
    }

    @Test
    @Order(4)
    void aMaskedRoomGoesOutPaintedAndWholeOnlyByALift() throws Exception {
        CameraId camera = FilmedRooms.CAMERAS.getFirst();
        Segment segment = room.archive().segments().at(camera, Instant.EPOCH).orElseThrow();
        assertEquals(
                "nothing-to-be-shown",
                export(segment, Optional.empty(), Exports.State.FAILED).detail(),
                "a masked room without a mask");
        room.archive().masks().put(camera, List.of(new Mask(0, 0, 300, 300)), new Person("1000009"), Instant.now());
        Exports.Export painted = export(segment, Optional.empty(), Exports.State.READY);
        assertEquals(1, painted.masks());
        assertEquals(1, checked(painted).masks());
        Exports.Export lifted = export(segment, Optional.of("суд просить усе зображення"), Exports.State.READY);
        assertEquals(0, lifted.masks());
        assertEquals(0, checked(lifted).masks());
        assertTrue(checked(lifted).pictures() >= checked(painted).pictures());
    }

    @Test
    @Order(5)
    void whatHappenedJustNowGoesOutBeforeItsMinuteIsOver() throws Exception {
        CameraId camera = FilmedRooms.CAMERAS.getLast();
        FilmedRooms.until(house::allRecord, 20);
        Thread.sleep(4_000);
        Instant now = Instant.now();
        RecordId record = Detained.book(house.store(), now.minusSeconds(7_200));
        var wanted = new Exports.Wanted(
                house.settings().facility().code(),
                camera,
                now.minusSeconds(3),
                now,
                "суд",
                "ухвала № 2",
                Optional.of("суд просить усе зображення"),
                Optional.of(record.value()));
        Exports.Export made = made(wanted, Exports.State.READY);
        assertTrue(checked(made).pictures() >= 20);
        List<String> told = house.store().own().of(record).orElseThrow().events().stream()
                .flatMap(event -> event.fact() instanceof FootageExported fact
                        ? Optional.ofNullable(fact.sha256()).stream()
                        : Stream.empty())
                .toList();
        assertEquals(List.of(made.sha256().orElseThrow()), told, "its record says what was handed out");
    }

    @Test
    @Order(6)
    void whatIsBeingPaintedIsGivenUpWhenWishedOrWhenTheNodeEndsAndNobodyWaitsForIt() throws Exception {
        Segment segment = room.archive()
                .segments()
                .at(FilmedRooms.CAMERAS.getFirst(), Instant.EPOCH)
                .orElseThrow();
        var paintsForEver = new Semaphore(0);
        Path folder = Files.createDirectories(house.folder().resolve("slow-exports"));
        var painted = new UUID(4, 1);
        var again = new UUID(4, 2);
        var lifted = new UUID(4, 3);
        var desk = new ExportDesk(
                folder,
                room.archive().exports(),
                room.archive().segments(),
                room.archive().gaps(),
                new EntryProofs(house.store().ledger()),
                room.archive().masks(),
                () -> (film, into, masks, progress, cancelled) -> {
                    paintsForEver.release();
                    while (!cancelled.getAsBoolean()) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    throw new CancellationException("the node ends");
                },
                () -> false,
                camera -> {},
                new ToldRecords(house.store().records(), house.store().own()::of, Instant::now));
        desk.begin(painted, wanted(segment, Optional.empty()), new Person("1000005"), Instant.now());
        assertTrue(paintsForEver.tryAcquire(20, TimeUnit.SECONDS));
        desk.cancel(painted, new Person("1000005"));
        FilmedRooms.until(() -> desk.find(painted).orElseThrow().state() == Exports.State.CANCELLED, 20);
        FilmedRooms.until(() -> Files.notExists(folder.resolve(painted + ".part")), 20);
        desk.begin(again, wanted(segment, Optional.empty()), new Person("1000005"), Instant.now());
        assertTrue(paintsForEver.tryAcquire(20, TimeUnit.SECONDS));
        desk.begin(lifted, wanted(segment, Optional.of("ухвала")), new Person("1000005"), Instant.now());
        FilmedRooms.until(() -> desk.find(lifted).orElseThrow().state() == Exports.State.READY, 20);
        assertEquals(Exports.State.RUNNING, desk.find(again).orElseThrow().state());
        assertTrue(Files.exists(folder.resolve(again + ".part").resolve("whole.mp4")));
        desk.close();
        assertEquals("interrupted", desk.find(again).orElseThrow().detail());
        assertTrue(Files.notExists(folder.resolve(again + ".part")), "the film without masks is gone");
        Path half = Files.write(folder.resolve(again + ".zip.part"), new byte[9]);
        Path unknown = Files.write(folder.resolve(new UUID(4, 9) + ".zip"), new byte[9]);
        Path unready = Files.write(folder.resolve(again + ".zip"), new byte[9]);
        new ExportDesk(
                        folder,
                        room.archive().exports(),
                        room.archive().segments(),
                        room.archive().gaps(),
                        new EntryProofs(house.store().ledger()),
                        room.archive().masks(),
                        () -> Painting.NONE,
                        () -> false,
                        camera -> {},
                        new ToldRecords(house.store().records(), house.store().own()::of, Instant::now))
                .close();
        assertTrue(
                Files.notExists(half) && Files.notExists(unknown) && Files.notExists(unready), "nobody would fetch it");
        assertTrue(Files.exists(folder.resolve(lifted + ".zip")), "this one is ready");
    }

    private Exports.Export export(Segment segment, Optional<String> lift, Exports.State awaited)
            throws InterruptedException {
        return made(wanted(segment, lift), awaited);
    }

    private Exports.Wanted wanted(Segment segment, Optional<String> lift) {
        return new Exports.Wanted(
                house.settings().facility().code(),
                FilmedRooms.CAMERAS.getFirst(),
                segment.start(),
                segment.end(),
                "суд",
                "ухвала № 1",
                lift);
    }

    private Exports.Export made(Exports.Wanted wanted, Exports.State awaited) throws InterruptedException {
        UUID id = UUID.randomUUID();
        room.exports().begin(id, wanted, new Person("1000005"), Instant.now());
        FilmedRooms.until(
                () -> room.exports().find(id).orElseThrow().state() == awaited,
                60,
                () -> String.valueOf(room.exports().find(id)));
        return room.exports().find(id).orElseThrow();
    }

    /** As a stranger does. */
    private ExportCheck.Outcome.Agrees checked(Exports.Export export) throws IOException {
        Path zip = room.exports().file(export.id()).orElseThrow();
        Path folderOfStranger = Files.createTempDirectory(house.folder(), "stranger");
        ExportFile.Opened opened = ExportFile.open(zip, folderOfStranger);
        assertEquals(house.store().ledger().verifierKey(), opened.proof().key().strip());
        return assertInstanceOf(ExportCheck.Outcome.Agrees.class, ExportCheck.of(folderOfStranger));
    }

    @Test
    @Order(7)
    void aRoomThatBecomesPrivilegedIsRecordedNoLongerAndAgainWhenItIsNotAndNobodyTouchedACamera() throws Exception {
        CameraId camera = FilmedRooms.CAMERAS.getFirst();
        FilmedRooms.until(() -> room.archive().segments().open(camera).isPresent(), 10);
        house.firstRoomIs(Room.Privacy.PRIVILEGED);
        FilmedRooms.until(() -> room.archive().segments().open(camera).isEmpty(), 10);
        Thread.sleep(2_000);
        long sent = house.simulator().cameras().getFirst().framesSent();
        Thread.sleep(2_000);
        assertEquals(sent, house.simulator().cameras().getFirst().framesSent(), "nothing comes from it any more");
        house.firstRoomIs(Room.Privacy.MASKED);
        FilmedRooms.until(() -> room.archive().segments().open(camera).isPresent(), 20);
    }

    @Test
    @Order(8)
    void afterTheEndEveryByteAgreesWithTheLedger() throws Exception {
        room.close();
        assertTrue(
                Files.notExists(house.settings().video().folder().resolve("recorder.sock")), "the recorder has ended");
        VideoArchive archive =
                house.store().video(new Volumes(house.settings().video().folder(), Optional.empty()), FilmedRooms.TIME);
        var _ = archive.reconciling().run();
        archive.minutes()
                .write(
                        house.settings().facility().code(),
                        Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MINUTES),
                        Set.copyOf(FilmedRooms.CAMERAS),
                        List.of(),
                        Set.of(),
                        Instant.now());
        assertTrue(house.store().awaitSealed(5_000));
        CheckReport report = FolderCheck.of(
                house.folder(),
                new StoreSettings.Server.Embedded(),
                new Passphrase.BesideKeystore(),
                new FootagePlan(
                        new Volumes(house.settings().video().folder(), Optional.empty()), Optional.empty(), true));
        assertEquals(List.of(), report.discoveries());
        assertTrue(report.segments() >= 4, report.segments() + " segments");
    }
}
