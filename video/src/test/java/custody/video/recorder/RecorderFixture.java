package custody.video.recorder;

import custody.video.Effort;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A recorder and simulated cameras in one process, and the questions tests ask about what was recorded. */
final class RecorderFixture {
    private RecorderFixture() {}

    static Clip clip(Codec codec) throws IOException {
        return Clip.of(codec, Effort.clip(codec == Codec.H264 ? "clip.h264" : "clip.h265"));
    }

    static CameraSimulator cameras(int count, Codec codec) throws IOException {
        Codec other = codec == Codec.H264 ? Codec.H265 : Codec.H264;
        return CameraSimulator.start(count, clip(codec), clip(other), 0, CameraSimulator.Settings.plain());
    }

    static RecorderConfiguration configuration(Path archive, CameraSimulator simulator, Duration segment) {
        return configuration(archive, simulator.port(), segment);
    }

    static RecorderConfiguration configuration(Path archive, int port, Duration segment) {
        return new RecorderConfiguration(
                archive,
                archive.resolve("recorder.sock"),
                segment,
                0,
                new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(port)));
    }

    /** All cameras of the simulator. */
    static Briefing all(CameraSimulator simulator) {
        return Briefing.of(streams(simulator));
    }

    private static Map<CameraId, StreamAddress> streams(CameraSimulator simulator) {
        var streams = new TreeMap<CameraId, StreamAddress>();
        for (int i = 0; i < simulator.cameras().size(); i++) {
            streams.put(camera(i), stream(simulator, i));
        }
        return streams;
    }

    static StreamAddress stream(CameraSimulator simulator, int number) {
        return new StreamAddress("127.0.0.1", simulator.port(), "/camera/" + number);
    }

    static CameraId camera(int number) {
        return new CameraId("cam-" + number);
    }

    static Recorder record(Path archive, CameraSimulator simulator, Duration segment) throws IOException {
        return record(archive, simulator, segment, Clocks.ofMachine());
    }

    static Recorder record(Path archive, CameraSimulator simulator, Duration segment, Clocks clocks)
            throws IOException {
        return Recorder.start(configuration(archive, simulator, segment), all(simulator), clocks, () -> {});
    }

    static Recorder record(Path archive, CameraSimulator simulator, Optional<Credentials> account) throws IOException {
        var accounts = new HashMap<CameraId, Credentials>();
        account.ifPresent(a -> accounts.put(camera(0), a));
        return Recorder.start(
                configuration(archive, simulator, Duration.ofMinutes(1)),
                new Briefing(streams(simulator), accounts, Map.of()),
                Clocks.ofMachine(),
                () -> {});
    }

    /** Waits until it is so; a test that waits longer than {@code most} has failed. */
    static void await(String what, Duration most, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + most + ": " + what);
            }
            Thread.sleep(10);
        }
    }

    static List<Segment> segments(Path archive, int camera) throws IOException {
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(archive).rebuild(camera(camera), segments::add, (path, why) -> {
            throw new AssertionError(path + ": " + why);
        });
        return segments;
    }

    static int frames(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::frames).sum();
    }

    static List<Line> journal(Path archive) throws IOException {
        try (Journal journal = Journal.open(archive.resolve("journal"))) {
            return journal.from(1, 1_000_000).stream()
                    .flatMap(l -> Line.parse(l.substring(l.indexOf(' ') + 1)).stream())
                    .toList();
        }
    }
}
