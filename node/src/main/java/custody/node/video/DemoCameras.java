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
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import custody.video.simulator.DemoClips;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's four cameras: drawn rooms with people and a clock, served as real cameras are and set up as a person would. */
final class DemoCameras implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCameras.class);

    private static final List<Place> PLACES = List.of(
            new Place("reg-1", "REGISTRATION", "Кімната реєстрації", "стійка і вхід"),
            new Place("corridor-1", "CORRIDOR-1", "Коридор", "двері камер"),
            new Place("interview-1", "INTERVIEW-1", "Кімната опитування", "стіл і двері"),
            new Place("yard-1", "YARD-1", "Прогулянковий двір", "весь двір"));

    private final Settings settings;
    private final Cameras cameras;
    private final BundledFfmpeg ffmpeg;
    private @Nullable CameraSimulator simulator;

    private record Place(String id, String room, String name, String direction) {}

    DemoCameras(Settings settings, Cameras cameras, BundledFfmpeg ffmpeg) {
        this.settings = settings;
        this.cameras = cameras;
        this.ffmpeg = ffmpeg;
    }

    void start() throws IOException {
        Path folder = settings.video().folder().resolve("demo-clips");
        List<Clip> clips = DemoClips.in(folder, ffmpeg);
        CameraSimulator started = simulator(clips);
        simulator = started;
        for (int i = 0; i < PLACES.size(); i++) {
            setUp(PLACES.get(i), started.url(i));
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

    private void setUp(Place place, String url) {
        var id = new CameraId(place.id());
        StreamAddress address = switch (StreamAddress.parse(url)) {
            case StreamAddress.Parsed.Accepted(var accepted) -> accepted;
            case StreamAddress.Parsed.Refused(var why) -> throw new IllegalStateException("simulator: " + why);
        };
        boolean same = cameras.find(id)
                .filter(camera -> address.equals(camera.streams().get(StreamKind.MAIN)))
                .isPresent();
        if (!same) {
            var _ = cameras.put(
                    new Cameras.Wanted(
                            id,
                            settings.facility().code(),
                            place.room(),
                            place.name(),
                            Camera.Aim.ROOM,
                            place.direction(),
                            Map.of(StreamKind.MAIN, address),
                            new AccountChange.None(),
                            true),
                    Person.NODE);
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
