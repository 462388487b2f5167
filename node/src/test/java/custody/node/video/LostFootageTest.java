package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.configuration.Settings;
import custody.node.demo.DemoFacility;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.LastRecorded;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
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

/** A node whose footage was left behind by a restore, or deleted: the recorder goes on with new numbers, and its footage is found. */
class LostFootageTest {
    private static final CameraId CAMERA = FilmedRooms.CAMERAS.getFirst();

    private final Path folder =
            Path.of("target", "lf-" + ProcessHandle.current().pid()).toAbsolutePath();
    private CameraSimulator simulator;
    private Settings settings;
    private Store store;
    private VideoRoom room;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder);
        Clip clip = Clip.of(
                Codec.H264,
                Files.readAllBytes(Path.of("../video/src/test/resources/clips").resolve("clip.h264")));
        simulator = CameraSimulator.start(2, clip, clip, 0, CameraSimulator.Settings.plain());
        settings = FilmedRooms.settings(folder, simulator, "");
        startNode();
        store.facilities().put(DemoFacility.facility());
        FilmedRooms.setUp(room.archive(), simulator);
    }

    @AfterEach
    void close() throws IOException {
        endNode();
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

    private void untilRecordedFor(int seconds) throws InterruptedException {
        long sent = simulator.cameras().getFirst().framesSent();
        FilmedRooms.until(() -> simulator.cameras().getFirst().framesSent() > sent + 25L * seconds, 30);
    }

    private List<Segment> onDisk() throws IOException {
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(settings.video().folder()).rebuild(CAMERA, segments::add, (path, why) -> {});
        return segments;
    }

    private LastRecorded last() {
        return room.archive().index().last(CAMERA).orElseThrow();
    }

    @Test
    void numbersGoOnWhereTheFilesAreGoneAndTheTimeBetweenIsAHole() throws Exception {
        untilRecordedFor(4);
        endNode();
        long newest = onDisk().getLast().sequence();
        startNode();
        FilmedRooms.until(() -> room.archive().index().newest(CAMERA) >= newest && last().begun() > newest, 20);
        LastRecorded known = last();
        endNode();
        Files.move(settings.video().folder(), folder.resolve("left-behind"));
        startNode();
        untilRecordedFor(4);
        endNode();
        Segment first = onDisk().getFirst();
        assertTrue(first.sequence() > known.begun(), first.sequence() + " after " + known);
        startNode();
        FilmedRooms.until(() -> last().sequence() >= first.sequence(), 20);
        assertEquals(
                first,
                room.archive().segments().at(CAMERA, first.start()).orElseThrow(),
                "under a number of the past it would not be in the index");
        assertTrue(
                room.archive().gaps().in(CAMERA, known.end(), Instant.now()).stream()
                        .anyMatch(gap -> gap.from().equals(known.end())),
                () -> "no hole from " + known.end());
    }
}
