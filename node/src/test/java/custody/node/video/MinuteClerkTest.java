package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.demo.DemoFacility;
import custody.store.FolderCheck;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.VideoArchive;
import custody.store.archive.Volumes;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.VideoMinute;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Cameras.Wanted;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.recorder.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger says of minutes around which the recorder went away. */
class MinuteClerkTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final Instant MINUTE = Instant.parse("2026-11-24T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MINUTE.minusSeconds(30));
    private final OpenStates open = new OpenStates();
    private Path folder;
    private Store store;
    private VideoArchive archive;
    private MinuteClerk clerk;
    private int fragments;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "mc");
        store = Store.open(StoreSettings.of(
                PreparedCluster.into(folder.resolve("data").toAbsolutePath()), DemoFacility.CODE, now::get));
        store.facilities().put(DemoFacility.facility());
        archive = store.video(new Volumes(folder.resolve("video"), Optional.empty()), now::get);
        archive.cameras().baseRetention(1, 2);
        var _ = archive.cameras()
                .put(
                        new Wanted(
                                CAMERA,
                                DemoFacility.CODE.code(),
                                "CELL-1",
                                "",
                                Camera.Aim.ROOM,
                                "",
                                Map.of(StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/")),
                                new AccountChange.None(),
                                true),
                        new Person("1000009"));
        clerk = new MinuteClerk(
                DemoFacility.CODE.code(),
                archive.minutes(),
                archive.cameras()::all,
                archive.cameras()::added,
                archive.gaps(),
                open,
                now::get);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void at(int second) {
        now.set(MINUTE.plusSeconds(second));
    }

    /** The recorder says that so much is durable, each second up to that one. */
    private void synced(int from, int to) {
        for (int second = from; second <= to; second++) {
            at(second);
            fragments++;
            Line line = Line.parse("fragment-synced camera=cam-1 sequence=1 fragments=" + fragments + " root="
                            + "ab".repeat(32) + " at=" + now.get())
                    .orElseThrow();
            open.synced(line, Instant.MAX);
        }
    }

    private List<VideoMinute> turn(int second, boolean told) {
        at(second);
        return clerk.turn(told);
    }

    /** The first minute, in which nothing was set up yet. */
    private void firstMinute() {
        synced(-30, 5);
        assertEquals(0, clerk.turn(true).getFirst().expected());
    }

    @Test
    void aMinuteThatIsRecordedToItsEndIsPresent() {
        firstMinute();
        synced(6, 63);
        VideoMinute minute = turn(64, true).getFirst();
        assertEquals(MINUTE, minute.minute());
        assertEquals(1, minute.expected());
        assertEquals(1, minute.present());
        assertEquals(Set.of(), minute.causes());
        assertEquals(1, minute.lines().size());
    }

    @Test
    void whatARecorderSaidBeforeItDiedIsNotPresenceAndItsReturnIsWaitedFor() {
        firstMinute();
        synced(6, 50);
        assertEquals(List.of(), turn(50, true));
        assertEquals(List.of(), turn(64, false));
        assertEquals(List.of(), turn(84, false));
        archive.index().gapOpened(0, CAMERA, MINUTE.plusSeconds(50), GapCause.POWER, "sudden-end");
        archive.index().gap(0, new Gap(CAMERA, MINUTE.plusSeconds(50), MINUTE.plusSeconds(86), GapCause.POWER, ""));
        VideoMinute minute = turn(88, true).getFirst();
        assertEquals(0, minute.present());
        assertEquals(Set.of(GapCause.POWER), minute.causes());
    }

    @Test
    void aRecorderThatDoesNotComeBackIsNamedAsTheCauseOfEveryMinute() {
        firstMinute();
        synced(6, 50);
        assertEquals(List.of(), turn(50, true));
        assertEquals(List.of(), turn(64, false));
        VideoMinute first = turn(100, false).getFirst();
        assertEquals(1, first.expected());
        assertEquals(0, first.present());
        assertEquals(Set.of(GapCause.RECORDER), first.causes());
        assertEquals(1, first.lines().size(), "what was durable is bound");
        VideoMinute second = turn(125, false).getFirst();
        assertEquals(0, second.present());
        assertEquals(List.of(), second.lines(), "and no more than that");
    }

    @Test
    void whatIsCaughtUpAsksOnceForEachCameraAndNotForEachMinute() {
        var asked = new AtomicInteger();
        clerk = new MinuteClerk(
                DemoFacility.CODE.code(),
                archive.minutes(),
                archive.cameras()::all,
                camera -> {
                    asked.incrementAndGet();
                    return archive.cameras().added(camera);
                },
                archive.gaps(),
                open,
                now::get);
        firstMinute();
        asked.set(0);
        List<VideoMinute> minutes = turn(20 * 60 + 5, false);
        assertEquals(20, minutes.size());
        assertTrue(minutes.stream().allMatch(minute -> minute.expected() == 1));
        assertEquals(1, asked.get());
    }

    @Test
    void aCameraThatIsLostJustBehindTheMinuteWasPresentInIt() {
        firstMinute();
        synced(6, 60);
        assertEquals(List.of(), turn(60, true));
        assertEquals(List.of(), turn(64, true), "nobody knows yet");
        archive.index().gapOpened(0, CAMERA, MINUTE.plusSeconds(60), GapCause.OFFLINE, "no-data");
        assertEquals(1, turn(66, true).getFirst().present());
    }

    @Test
    void aClockThatWasAnHourAheadForATurnKeepsNoMinuteFromBeingWritten() {
        firstMinute();
        synced(6, 63);
        turn(64, true);
        int ahead = turn(3_600 + 64, false).size();
        assertTrue(ahead > 50, "the clock says that they are over: " + ahead);
        synced(65, 123);
        VideoMinute next = turn(124, true).getFirst();
        assertEquals(MINUTE.plusSeconds(60), next.minute());
        assertEquals(1, next.present());
    }

    /** Ten minutes ahead for half an hour, each minute written as it comes; then put right. */
    @Test
    void aClockThatRanAheadForLongAndIsPutRightWritesEachMinuteOfNowAgain() {
        int ahead = 600;
        firstMinute();
        for (int minute = 1; minute <= 30; minute++) {
            turn(ahead + minute * 60 + 5, false);
        }
        turn(30 * 60 + 10, false);
        for (int minute = 31; minute <= 33; minute++) {
            List<VideoMinute> written = turn(minute * 60 + 5, false);
            assertEquals(
                    List.of(MINUTE.plusSeconds((minute - 1) * 60L)),
                    written.stream().map(VideoMinute::minute).toList());
        }
        assertEquals(
                List.of(),
                discoveries().stream()
                        .filter(found -> found.contains("one entry"))
                        .toList());
    }

    /** Put back by a hundred days for some minutes: what is between is neither written a second time nor left out. */
    @Test
    void aClockThatWasBehindForAWhileAndIsPutRightGoesOnWhereItWas() {
        firstMinute();
        turn(65, false);
        turn(125, false);
        int back = -100 * 86_400;
        for (int minute = 3; minute <= 5; minute++) {
            turn(back + minute * 60 + 5, false);
        }
        List<VideoMinute> written = turn(6 * 60 + 5, false);
        assertEquals(
                List.of(2, 3, 4, 5),
                written.stream()
                        .map(minute ->
                                (int) Duration.between(MINUTE, minute.minute()).toMinutes())
                        .toList());
        assertEquals(
                List.of(),
                discoveries().stream()
                        .filter(found -> found.contains("one entry"))
                        .toList());
    }

    /** Behind the newest leaf's time by a year, as after a dead battery, and put right by the network a moment later. */
    @Test
    void aClockThatWasBehindAtTheStartIsBelievedAsSoonAsItIsRight() {
        firstMinute();
        Instant right = now.get().plusSeconds(120);
        now.set(right.minus(Duration.ofDays(365)));
        var ran = new AtomicLong();
        var believed =
                new BelievedTime(now::get, ran::get, () -> archive.minutes().writtenLast(DemoFacility.CODE.code()));
        assertEquals(now.get(), believed.instant(), "nothing grows old by a clock that is behind");
        now.set(right);
        ran.set(Duration.ofSeconds(20).toNanos());
        assertEquals(right, believed.instant());
    }

    private List<String> discoveries() {
        try {
            assertTrue(store.awaitSealed(5_000));
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
        return FolderCheck.of(
                        folder.resolve("data").toAbsolutePath(),
                        new StoreSettings.Server.Embedded(),
                        new Passphrase.BesideKeystore(),
                        new FootagePlan(new Volumes(folder.resolve("video"), Optional.empty()), Optional.empty(), true))
                .lines();
    }

    @Test
    void aClockThatIsSetMonthsAheadWritesNoMinuteThatHasNotPassed() {
        Instant started = now.get();
        var ran = new AtomicLong();
        var believed = new BelievedTime(now::get, ran::get, Optional::empty);
        assertEquals(started, believed.instant());
        clerk = new MinuteClerk(
                DemoFacility.CODE.code(),
                archive.minutes(),
                archive.cameras()::all,
                archive.cameras()::added,
                archive.gaps(),
                open,
                believed);
        now.set(started.plus(Duration.ofDays(100)));
        ran.set(Duration.ofMinutes(5).toNanos());
        List<VideoMinute> written = clerk.turn(false);
        assertEquals(
                started.plusSeconds(300).minusSeconds(90).truncatedTo(ChronoUnit.MINUTES),
                written.getLast().minute());
    }
}
