package custody.web.house.video;

import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.live.LiveHub;
import custody.video.media.Codec;
import custody.video.recorder.Briefing;
import custody.video.recorder.Clocks;
import custody.video.recorder.Recorder;
import custody.video.recorder.RecorderConfiguration;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Simulated cameras {@code cam-0} … and a recorder for them, in this process, as real as can be without a lens. */
public final class Studio implements AutoCloseable {
    private final CameraSimulator simulator;
    private final Recorder recorder;
    private final LiveHub hub;

    private Studio(CameraSimulator simulator, Recorder recorder, LiveHub hub) {
        this.simulator = simulator;
        this.recorder = recorder;
        this.hub = hub;
    }

    /** Starts so many cameras, recorded into the folder. */
    public static Studio open(Path archive, int count) throws IOException {
        try (InputStream in = Studio.class.getResourceAsStream("/clips/clip.h264")) {
            if (in == null) {
                throw new IOException("the clip is missing");
            }
            Clip clip = Clip.of(Codec.H264, in.readAllBytes());
            return open(archive, CameraSimulator.start(count, clip, clip, 0, CameraSimulator.Settings.plain()));
        }
    }

    private static Studio open(Path archive, CameraSimulator simulator) throws IOException {
        var streams = new TreeMap<CameraId, StreamAddress>();
        for (int i = 0; i < simulator.cameras().size(); i++) {
            streams.put(new CameraId("cam-" + i), new StreamAddress("127.0.0.1", simulator.port(), "/camera/" + i));
        }
        Path control = archive.resolve("recorder.sock");
        var configuration = new RecorderConfiguration(
                archive,
                control,
                Duration.ofSeconds(5),
                0,
                new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(simulator.port())));
        Recorder recorder = Recorder.start(configuration, Briefing.of(streams), Clocks.ofMachine(), () -> {});
        return new Studio(simulator, recorder, new LiveHub(Recorder.liveSocket(control)));
    }

    /** Live pictures of now. */
    public LiveHub hub() {
        return hub;
    }

    /** Waits until every camera has recorded so many pictures. */
    public void record(long frames) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (int i = 0; i < simulator.cameras().size(); i++) {
            while (recorder.frames(new CameraId("cam-" + i)) < frames) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("cam-" + i + " records nothing");
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        recorder.close();
        simulator.close();
    }
}
