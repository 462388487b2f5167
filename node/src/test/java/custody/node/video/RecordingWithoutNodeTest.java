package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.configuration.Settings;
import custody.node.demo.DemoFacility;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.FootageGaps.Known;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.health.Condition.State;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recorder goes on while there is no node, and the next node takes over what happened meanwhile. */
class RecordingWithoutNodeTest {
    private static final CameraId CAMERA = FilmedRooms.CAMERAS.getFirst();

    private final Path folder =
            Path.of("target", "wn-" + ProcessHandle.current().pid()).toAbsolutePath();
    private CameraSimulator simulator;
    private Settings settings;
    private Store store;
    private VideoRoom room;
    private long recorder;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder);
        Clip clip = Clip.of(
                Codec.H264,
                Files.readAllBytes(Path.of("../video/src/test/resources/clips").resolve("clip.h264")));
        simulator = CameraSimulator.start(2, clip, clip, 0, CameraSimulator.Settings.plain());
        settings = FilmedRooms.settings(folder, simulator, "video.goes-on = yes\n");
        startNode();
        store.facilities().put(DemoFacility.facility());
        FilmedRooms.setUp(room.archive(), simulator);
    }

    @AfterEach
    void close() throws IOException {
        endNode();
        ProcessHandle.of(recorder).ifPresent(ProcessHandle::destroyForcibly);
        simulator.close();
    }

    private void startNode() throws IOException {
        store = Store.open(StoreSettings.of(folder, settings.facility(), FilmedRooms.TIME));
        room = new VideoRoom(settings, store, FilmedRooms.TIME, () -> {});
        room.start();
    }

    private void endNode() {
        room.close();
        store.close();
    }

    private void untilBothRecord() throws InterruptedException {
        FilmedRooms.until(
                () -> FilmedRooms.CAMERAS.stream()
                        .allMatch(camera -> room.conditions().of(camera).state() == State.RECORDING),
                20);
    }

    private void untilSeconds(int seconds) throws InterruptedException {
        long sent = simulator.cameras().getFirst().framesSent();
        FilmedRooms.until(() -> simulator.cameras().getFirst().framesSent() > sent + 25L * seconds, 20);
    }

    private List<Segment> onDisk() throws IOException {
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(settings.video().folder()).rebuild(CAMERA, segments::add, (path, why) -> {});
        return segments;
    }

    private List<Known> holes() {
        return room.archive().gaps().in(CAMERA, Instant.EPOCH, Instant.now()).stream()
                .filter(hole -> !hole.detail().equals("nothing-yet"))
                .toList();
    }

    @Test
    void recordingGoesOnWithoutANodeAndTheNextOneCatchesUp() throws Exception {
        untilBothRecord();
        recorder = room.recorder().orElseThrow().pid();
        endNode();
        Instant gone = Instant.now();
        untilSeconds(3);
        simulator.goAway();
        Thread.sleep(3_000);
        simulator.comeBack();
        untilSeconds(2);
        List<Segment> meanwhile = onDisk();
        assertTrue(meanwhile.getLast().end().isAfter(gone.plusSeconds(1)), "nobody was there and it was recorded");
        startNode();
        untilBothRecord();
        assertTrue(ProcessHandle.of(recorder).isPresent(), "the same recorder");
        assertTrue(room.recorder().isEmpty(), "it is joined, and no second one is started");
        FilmedRooms.until(
                () -> room.archive()
                                .segments()
                                .in(CAMERA, Instant.EPOCH, Instant.now(), 100)
                                .size()
                        >= meanwhile.size(),
                20);
        assertEquals(meanwhile, room.archive().segments().in(CAMERA, Instant.EPOCH, Instant.now(), meanwhile.size()));
        FilmedRooms.until(() -> holes().size() == 1, 20, () -> holes().toString());
        assertEquals(GapCause.OFFLINE, holes().getFirst().cause(), "only the time without a camera is a hole");
        takesTheKilledOnesPlace();
    }

    private void takesTheKilledOnesPlace() throws InterruptedException {
        assertTrue(ProcessHandle.of(recorder).orElseThrow().destroyForcibly());
        FilmedRooms.until(() -> room.recorder().isPresent(), 20);
        recorder = room.recorder().orElseThrow().pid();
        untilBothRecord();
        FilmedRooms.until(
                () -> holes().stream().anyMatch(hole -> hole.cause() == GapCause.POWER), 20, () -> holes().toString());
    }
}
