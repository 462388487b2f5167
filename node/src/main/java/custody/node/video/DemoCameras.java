package custody.node.video;

import custody.node.configuration.Settings;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Cameras.AccountChange;
import custody.video.camera.Person;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.live.Mask;
import custody.video.live.Masks;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import custody.video.simulator.DemoClips;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's five cameras: drawn rooms with people and a clock, served as real cameras are and set up as a person would. The one in a
 * cell has a part painted over, the one in the yard a smaller stream for the wall.
 */
final class DemoCameras implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCameras.class);

    /** The corner of the cell that nobody needs to see. */
    private static final List<Mask> CORNER = List.of(new Mask(725, 510, 130, 280));

    private static final List<Place> PLACES = List.of(
            new Place("reg-1", "REGISTRATION", "Кімната реєстрації", "стійка і вхід", 0, List.of()),
            new Place("corridor-1", "CORRIDOR-1", "Коридор", "двері камер", 1, List.of()),
            new Place("interview-1", "INTERVIEW-1", "Кімната опитування", "стіл і двері", 2, List.of()),
            new Place("yard-1", "YARD-1", "Прогулянковий двір", "весь двір", 3, List.of()),
            new Place("cell-1", "CELL-1", "Камера 1", "ліжко і двері", 2, CORNER));

    private static final String WITH_SMALLER = "yard-1";

    private final Settings settings;
    private final Cameras cameras;
    private final Masks masks;
    private final InstantSource time;
    private final BundledFfmpeg ffmpeg;
    private @Nullable CameraSimulator simulator;

    /** Codes of the cameras, which entries of the demonstration may name. */
    static Set<String> codes() {
        return PLACES.stream().map(Place::id).collect(Collectors.toUnmodifiableSet());
    }

    private record Place(String id, String room, String name, String direction, int clip, List<Mask> masks) {}

    DemoCameras(Settings settings, Cameras cameras, Masks masks, InstantSource time, BundledFfmpeg ffmpeg) {
        this.settings = settings;
        this.cameras = cameras;
        this.masks = masks;
        this.time = time;
        this.ffmpeg = ffmpeg;
    }

    void start() throws IOException {
        Path folder = settings.video().folder().resolve("demo-clips");
        List<Clip> rooms = DemoClips.in(folder, ffmpeg);
        List<Clip> clips = new ArrayList<>();
        PLACES.forEach(place -> clips.add(rooms.get(place.clip())));
        clips.add(DemoClips.small(folder));
        CameraSimulator started = simulator(clips);
        simulator = started;
        StreamAddress smaller = address(started.url(PLACES.size()));
        for (int i = 0; i < PLACES.size(); i++) {
            StreamAddress main = address(started.url(i));
            boolean two = PLACES.get(i).id().equals(WITH_SMALLER);
            setUp(
                    PLACES.get(i),
                    two ? Map.of(StreamKind.MAIN, main, StreamKind.SUB, smaller) : Map.of(StreamKind.MAIN, main));
        }
    }

    private CameraSimulator simulator(List<Clip> clips) throws IOException {
        var plain = new CameraSimulator.Settings(DemoClips.FRAMES_PER_SECOND, false, true, Optional.empty(), "");
        for (int port : settings.video().ports().stream().sorted().toList()) {
            try {
                return CameraSimulator.start(clips, clips.getFirst(), port, plain);
            } catch (BindException taken) {
                LOG.atInfo().addKeyValue("port", port).log("a port for the demo's cameras is taken");
            }
        }
        throw new IOException("no port is free for the demo's cameras");
    }

    private static StreamAddress address(String url) {
        return switch (StreamAddress.parse(url)) {
            case StreamAddress.Parsed.Accepted(var accepted) -> accepted;
            case StreamAddress.Parsed.Refused(var why) -> throw new IllegalStateException("simulator: " + why);
        };
    }

    /** What somebody changed since, a mask too, stays; only the addresses follow the simulator. */
    private void setUp(Place place, Map<StreamKind, StreamAddress> streams) {
        var id = new CameraId(place.id());
        Optional<Camera> known = cameras.find(id);
        if (known.filter(camera -> camera.streams().equals(streams)).isEmpty()) {
            var _ = cameras.put(
                    new Cameras.Wanted(
                            id,
                            settings.facility().code(),
                            place.room(),
                            place.name(),
                            Camera.Aim.ROOM,
                            place.direction(),
                            streams,
                            new AccountChange.None(),
                            true),
                    Person.NODE);
        }
        if (known.isEmpty() && !place.masks().isEmpty()) {
            masks.put(id, place.masks(), Person.NODE, time.instant());
        }
    }

    @Override
    public void close() {
        CameraSimulator running = simulator;
        if (running != null) {
            try {
                running.close();
            } catch (IOException alreadyGone) {
                simulator = null;
            }
        }
    }
}
