package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.video.ArchiveTroubles.Word;
import custody.record.desk.CameraAlarm;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.health.Condition.State;
import custody.video.health.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmingCamerasTest {
    private static final FacilityCode HOME = new FacilityCode("UA26-0007");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    private final AtomicInteger rung = new AtomicInteger();
    private final List<Camera> cameras = new ArrayList<>(List.of(camera("cam-1"), camera("cam-2")));
    private Store store;
    private Conditions conditions;
    private ArchiveTroubles archive = new ArchiveTroubles();
    private AlarmingCameras alarming;

    @BeforeEach
    void open() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ca");
        store = Store.open(
                StoreSettings.of(PreparedCluster.into(folder.resolve("data").toAbsolutePath()), HOME, now::get));
        conditions = new Conditions(new TheseCameras(cameras), new NoGaps(), now::get);
        alarming = alarming();
        all(State.RECORDING);
    }

    private AlarmingCameras alarming() {
        return new AlarmingCameras(
                HOME, () -> cameras, conditions, archive, store.cameraAlarms(), now::get, rung::incrementAndGet);
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Camera camera(String id) {
        return new Camera(
                new CameraId(id),
                HOME.code(),
                "CELL-1",
                id,
                Camera.Aim.ROOM,
                "",
                PrivacyClass.NORMAL,
                Map.of(StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/" + id)),
                false,
                true);
    }

    private void all(State state) {
        cameras.forEach(camera -> conditions.told(camera.id(), state, ""));
    }

    /** Looks every two seconds for that long. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i += 2) {
            now.updateAndGet(at -> at.plusSeconds(2));
            alarming.turn();
        }
    }

    private List<String> lasting() {
        return store.cameraAlarms().lasting(HOME).stream()
                .map(alarm -> alarm.camera() + " " + alarm.trouble())
                .sorted()
                .toList();
    }

    @Test
    void aShortTroubleRingsNobodyAndALongOneRingsOnce() {
        conditions.told(new CameraId("cam-1"), State.STALE, "");
        pass(4);
        conditions.told(new CameraId("cam-1"), State.RECORDING, "");
        pass(20);
        assertEquals(List.of(), lasting());
        conditions.judged(new CameraId("cam-2"), Set.of(Trouble.COVERED));
        pass(20);
        assertEquals(List.of("cam-2 covered"), lasting());
        assertEquals(1, rung.get());
    }

    @Test
    void aCameraThatTriesToConnectAgainAndAgainIsInOneTrouble() {
        CameraId camera = new CameraId("cam-1");
        for (int i = 0; i < 6; i++) {
            conditions.told(camera, State.OFFLINE, "");
            pass(2);
            conditions.told(camera, State.CONNECTING, "");
            pass(2);
        }
        assertEquals(List.of("cam-1 offline"), lasting());
        CameraAlarm alarm = store.cameraAlarms().lasting(HOME).getFirst();
        assertEquals(Instant.parse("2026-11-24T10:00:00Z"), alarm.cameTrueAt());
        conditions.told(camera, State.RECORDING, "");
        pass(10);
        assertEquals(List.of("cam-1 offline"), lasting(), "it must be well for a while");
        pass(10);
        assertEquals(List.of(), lasting());
    }

    @Test
    void aNodeThatComesBackRaisesNothingTwiceAndSettlesWhatIsOver() {
        conditions.judged(new CameraId("cam-1"), Set.of(Trouble.BLACK));
        pass(20);
        alarming = alarming();
        pass(20);
        assertEquals(List.of("cam-1 black"), lasting());
        assertEquals(1, rung.get());
        conditions.judged(new CameraId("cam-1"), Set.of());
        alarming = alarming();
        pass(20);
        assertEquals(List.of(), lasting());
    }

    @Test
    void aRecorderThatIsAwayIsOneAlarmForAllCamerasAndARemovedCameraNone() {
        conditions.judged(new CameraId("cam-1"), Set.of(Trouble.MOVED));
        pass(12);
        conditions.recorderAway();
        pass(20);
        assertEquals(List.of(" recorder-away", "cam-1 moved"), lasting(), "nobody knows whether it is well");
        all(State.RECORDING);
        pass(20);
        assertEquals(List.of(), lasting());
        conditions.judged(new CameraId("cam-2"), Set.of(Trouble.FROZEN));
        pass(12);
        cameras.removeLast();
        pass(2);
        assertEquals(List.of(), lasting());
    }

    @Test
    void aDiskThatTakesNothingIsOneAlarmForAllCamerasAndOverWhenTheyAreWrittenForAWhile() {
        all(State.NOT_WRITTEN);
        pass(20);
        assertEquals(List.of(" not-written"), lasting());
        assertEquals(1, rung.get());
        conditions.told(new CameraId("cam-1"), State.RECORDING, "");
        pass(20);
        assertEquals(List.of(" not-written"), lasting(), "the other is still not written");
        all(State.RECORDING);
        pass(10);
        assertEquals(List.of(" not-written"), lasting(), "for a while");
        pass(10);
        assertEquals(List.of(), lasting());
    }

    @Test
    void aDiskThatFillsRingsAndANodeThatHasNotLookedYetSettlesNothing() {
        archive.looked(Word.DISK_FILLING, true, now.get());
        pass(20);
        assertEquals(List.of(" disk-filling"), lasting());
        archive = new ArchiveTroubles();
        alarming = alarming();
        pass(60);
        assertEquals(List.of(" disk-filling"), lasting());
        archive.looked(Word.DISK_FILLING, false, now.get());
        pass(2);
        assertEquals(List.of(), lasting());
        assertEquals(1, rung.get());
    }

    @Test
    void footageThatIsNotWhatItWasRingsUntilSomebodyTookNoteAndALaterLookFoundNothing() {
        archive.looked(Word.FOOTAGE_DIFFERS, true, now.get());
        pass(20);
        archive.looked(Word.FOOTAGE_DIFFERS, false, now.get());
        pass(20);
        assertEquals(List.of(" footage-differs"), lasting());
        CameraAlarm alarm = store.cameraAlarms().lasting(HOME).getFirst();
        assertTrue(store.cameraAlarms().acknowledge(alarm.id(), HOME, new Badge("1000001"), "CUSTODY", now.get()));
        pass(2);
        assertEquals(List.of(), lasting());
    }
}
