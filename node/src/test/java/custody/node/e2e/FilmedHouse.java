package custody.node.e2e;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import custody.node.demo.DemoFacility;
import custody.node.running.Detained;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.MovementFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.PostgresCameras;
import custody.store.archive.Volumes;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's facility with four simulated cameras: one in a cell that must be masked and is not, and one in the yard that sends H.265
 * and has a smaller stream in H.264. One person is being registered. The first {@code recorded} of the simulator's streams are recorded.
 */
record FilmedHouse(Path data, Path config, Path video, CameraSimulator simulator, int recorded, RecordId detained)
        implements AutoCloseable {
    private static final Path CLIPS = Path.of("../video/src/test/resources/clips");
    private static final List<String> CAMERAS = List.of("reg-1", "corridor-1", "cell-1", "yard-1");
    private static final List<String> ROOMS = List.of("REGISTRATION", "CORRIDOR-1", "CELL-1", "YARD-1");

    static FilmedHouse prepare(Path data) throws IOException {
        Clip clip = Clip.of(Codec.H264, Files.readAllBytes(CLIPS.resolve("clip.h264")));
        Clip modern = Clip.of(Codec.H265, Files.readAllBytes(CLIPS.resolve("clip.h265")));
        List<Clip> clips = List.of(clip, clip, clip, modern, clip);
        return prepare(data, clips, CAMERAS, ROOMS, CameraSimulator.Settings.plain());
    }

    /** Nine cameras in one room, which send in step with the wall clock. */
    static FilmedHouse prepareNine(Path data, Clip clip) throws IOException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= 9; i++) {
            names.add("reg-" + i);
        }
        var inStep = new CameraSimulator.Settings(25, false, true, Optional.empty(), "");
        return prepare(data, Collections.nCopies(9, clip), names, Collections.nCopies(9, "REGISTRATION"), inStep);
    }

    private static FilmedHouse prepare(
            Path data, List<Clip> clips, List<String> names, List<String> rooms, CameraSimulator.Settings behaviour)
            throws IOException {
        CameraSimulator simulator = CameraSimulator.start(clips, clips.getFirst(), 0, behaviour);
        Path prepared = DeskFolder.prepare(data);
        Path config = prepared.resolveSibling("node.conf");
        Files.writeString(
                config,
                "facility = " + DemoFacility.CODE + "\nvideo.networks = 127.0.0.0/8\nvideo.ports = " + simulator.port()
                        + "\n");
        Settings settings = new SettingsFile(config).settings(prepared, 0, false);
        Volumes volumes = new Volumes(settings.video().folder(), Optional.empty());
        RecordId detained;
        try (Store store = Store.open(StoreSettings.of(prepared, DemoFacility.CODE, InstantSource.system()))) {
            detained = someoneInTheRegistration(store);
            PostgresCameras cameras =
                    store.video(volumes, InstantSource.system()).cameras();
            cameras.baseRetention(settings.video().leastDays(), settings.video().mostDays());
            for (int i = 0; i < names.size(); i++) {
                var _ = cameras.put(wanted(names.get(i), rooms.get(i), i, simulator), new Person("1000009"));
            }
        }
        return new FilmedHouse(prepared, config, settings.video().folder(), simulator, names.size(), detained);
    }

    private static RecordId someoneInTheRegistration(Store store) {
        Instant now = Instant.now();
        RecordId record = Detained.book(store, now.minus(Duration.ofHours(1)));
        var moved = new MovementFact.Moved(new RoomCode("REGISTRATION"), null, "реєстрація", List.of());
        var writer = new Writer(new Badge("1000001"), null);
        var _ = store.records()
                .add(record, Draft.of(moved, new Occurrence(now, null, Occurrence.Source.LIVE)), null, writer);
        return record;
    }

    private static Cameras.Wanted wanted(String name, String room, int place, CameraSimulator simulator) {
        Map<StreamKind, StreamAddress> streams = new EnumMap<>(StreamKind.class);
        streams.put(StreamKind.MAIN, new StreamAddress("127.0.0.1", simulator.port(), "/camera/" + place));
        if (name.equals("yard-1")) {
            streams.put(StreamKind.SUB, new StreamAddress("127.0.0.1", simulator.port(), "/camera/" + (place + 1)));
        }
        return new Cameras.Wanted(
                new CameraId(name),
                DemoFacility.CODE.code(),
                room,
                "",
                Camera.Aim.ROOM,
                "",
                streams,
                new Cameras.AccountChange.None(),
                true);
    }

    /** Records some seconds, loses the cameras for two and finds them; answers a moment that is on record. */
    Instant recordSomeAndLoseTheCameras() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (simulator.cameras().subList(0, recorded).stream().anyMatch(camera -> camera.framesSent() < 200)) {
            pause(end);
        }
        simulator.goAway();
        while (newest().isEmpty()) {
            pause(end);
        }
        simulator.comeBack();
        while (simulator.cameras().getFirst().connections() < 2) {
            pause(end);
        }
        return longest().start().plusSeconds(2);
    }

    private static void pause(long end) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new AssertionError("the cameras are not recorded");
        }
        Thread.sleep(100);
    }

    /** Where the minute ended meanwhile, the newest may be shorter than a moment inside it needs. */
    private Segment longest() throws IOException {
        var all = new ArrayList<Segment>();
        new ArchiveFolder(video).rebuild(new CameraId("reg-1"), all::add, (path, why) -> {
            throw new AssertionError(path + ": " + why);
        });
        return Collections.max(all, Comparator.comparingInt(Segment::frames));
    }

    private Optional<Segment> newest() throws IOException {
        return new ArchiveFolder(video).newest(new CameraId("reg-1"));
    }

    /** An MP4 as a body camera might have made it. */
    Path aFilm() throws IOException {
        return video.resolve(newest().orElseThrow().path());
    }

    /** A camera that shows the same pictures again is an alarm, but in a demonstration. */
    void sayThatItsPicturesAreALoop() throws IOException {
        Files.writeString(data.resolve("node.properties"), "kind=demo\nfacility=" + DemoFacility.CODE + "\n");
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
