package custody.node.video;

import custody.node.configuration.Settings;
import custody.node.demo.DemoFacility;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cameras of {@link FilmedRooms}, and a node over them that is ended and started again as a test likes. */
final class RestartedNode implements AutoCloseable {
    private final Path folder;
    private final CameraSimulator simulator;
    private final Settings settings;
    private Store store;
    private VideoRoom room;
    private boolean runs;

    private RestartedNode(Path folder, CameraSimulator simulator, Settings settings) {
        this.folder = folder;
        this.simulator = simulator;
        this.settings = settings;
        this.store = start();
        this.room = startRoom();
    }

    /** {@code name} is short, since a socket's path has at most some hundred bytes; {@code more} lines of the configuration. */
    static RestartedNode open(String name, String more) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", name + ProcessHandle.current().pid()).toAbsolutePath());
        CameraSimulator simulator = FilmedRooms.plainCameras();
        var node = new RestartedNode(folder, simulator, FilmedRooms.settings(folder, simulator, more));
        node.store.facilities().put(DemoFacility.facility());
        FilmedRooms.setUp(node.room.archive(), simulator);
        return node;
    }

    private Store start() {
        runs = true;
        return Store.open(StoreSettings.of(folder, settings.facility(), FilmedRooms.TIME));
    }

    private VideoRoom startRoom() {
        var starting = new VideoRoom(settings, store, FilmedRooms.TIME, () -> {});
        starting.start();
        return starting;
    }

    void startAgain() {
        store = start();
        room = startRoom();
    }

    void end() {
        runs = false;
        room.close();
        store.close();
    }

    VideoRoom room() {
        return room;
    }

    CameraSimulator simulator() {
        return simulator;
    }

    Path folder() {
        return folder;
    }

    /** Where its footage lies. */
    Path archive() {
        return settings.video().folder();
    }

    /** Waits until the first camera has sent so many seconds more. */
    void untilSent(int seconds) throws InterruptedException {
        long sent = simulator.cameras().getFirst().framesSent();
        FilmedRooms.until(() -> simulator.cameras().getFirst().framesSent() > sent + 25L * seconds, 30);
    }

    /** The finished segments of a camera. */
    List<Segment> onDisk(CameraId camera) throws IOException {
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(archive()).rebuild(camera, segments::add, (path, why) -> {});
        return segments;
    }

    @Override
    public void close() throws IOException {
        if (runs) {
            end();
        }
        simulator.close();
    }
}
