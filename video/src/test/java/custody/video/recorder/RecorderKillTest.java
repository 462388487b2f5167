package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.ffmpeg.Probe;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RecorderKillTest {
    private static final int CAMERAS = 4;

    /** Pictures in 1.1 s and the one on its way. */
    private static final int MOST_LOST = 29;

    @TempDir
    Path folder;

    private final Set<String> counted = new HashSet<>();

    @Test
    void killedRecorderLosesAboutASecondAndEveryFilePlays() throws Exception {
        long seed = 20_261_125;
        var random = new Random(seed);
        Path archive = folder.resolve("archive");
        var seen = new ConcurrentHashMap<Long, Line>();
        try (CameraSimulator cameras = RecorderFixture.cameras(CAMERAS, Codec.H264)) {
            Path configuration = writeConfiguration(archive, cameras);
            Path socket = archive.resolve("recorder.sock");
            var recorder = new RecorderProcess(
                    RecorderProcess.commandOfThisJvm(CAMERAS),
                    configuration,
                    socket,
                    folder.resolve("log"),
                    () -> RecorderFixture.all(cameras));
            recorder.start();
            int kills = Effort.times(10, 100);
            try (RecorderClient client = new RecorderClient(socket, 0, (number, line) -> {
                if (number > 0) {
                    seen.put(number, line);
                }
            })) {
                client.start();
                long[] before = new long[CAMERAS];
                for (int kill = 0; kill < kills; kill++) {
                    int runs = kill + 1;
                    RecorderFixture.await(
                            "recorder runs",
                            Duration.ofSeconds(20),
                            () -> recorder.starts() == runs && allPlaying(cameras, runs));
                    Thread.sleep(1_000 + random.nextInt(1_500));
                    Process process = recorder.process();
                    long[] sent = sent(cameras);
                    assertTrue(process != null && process.destroyForcibly().waitFor() != 0);
                    checkLoss(archive, sent, before, "kill " + kill + ", seed " + seed);
                    before = sent(cameras);
                }
                RecorderFixture.await("recorder is back", Duration.ofSeconds(20), () -> allPlaying(cameras, kills + 1));
                // The cameras may be back before the listener, which knocks at intervals.
                long told = RecorderFixture.journal(archive).size();
                RecorderFixture.await("listener is back", Duration.ofSeconds(20), () -> seen.containsKey(told));
                recorder.stopRecorder(Duration.ofSeconds(10));
                checkJournal(archive, seen);
            }
        }
        checkFiles(archive);
    }

    private Path writeConfiguration(Path archive, CameraSimulator cameras) throws IOException {
        return Files.write(
                folder.resolve("recorder.properties"),
                List.of("archive=" + archive, "networks=127.0.0.0/8", "ports=" + cameras.port(), "segment-seconds=4"));
    }

    private static boolean allPlaying(CameraSimulator cameras, int runs) {
        return cameras.cameras().stream().allMatch(c -> c.connections() >= runs);
    }

    private static long[] sent(CameraSimulator cameras) {
        return cameras.cameras().stream().mapToLong(c -> c.framesSent()).toArray();
    }

    /** Pictures of the run that was just killed, counted in the files as they lie. */
    private void checkLoss(Path archive, long[] sent, long[] before, String which) throws IOException {
        for (int i = 0; i < CAMERAS; i++) {
            long written = 0;
            for (Path file : filesOf(archive, i)) {
                int frames = SegmentFile.walk(file).fragments().stream()
                        .mapToInt(f -> f.frames())
                        .sum();
                // An open file has another name once it is salvaged, and is still the same footage. One killed before
                // its
                // first fragment is discarded, and the next run takes its name for footage of its own.
                if (frames > 0 && counted.add(file.toString().replace(".open.mp4", ".mp4"))) {
                    written += frames;
                }
            }
            long lost = sent[i] - before[i] - written;
            assertTrue(
                    lost <= MOST_LOST,
                    which + ": camera " + i + " lost " + lost + " pictures of " + (sent[i] - before[i]));
        }
    }

    private static List<Path> filesOf(Path archive, int camera) throws IOException {
        try (var files = Files.walk(archive.resolve("cam-" + camera))) {
            return files.filter(p -> p.toString().endsWith(".mp4")).sorted().toList();
        }
    }

    private static void checkFiles(Path archive) throws IOException, InterruptedException {
        Probe probe = Probe.ready();
        for (int i = 0; i < CAMERAS; i++) {
            List<Segment> segments = RecorderFixture.segments(archive, i);
            long sequence = 0;
            for (Segment segment : segments) {
                Path file = archive.resolve(segment.path());
                assertEquals(++sequence, segment.sequence(), "no number is missing");
                assertEquals(Optional.empty(), SegmentFile.check(file));
                assertEquals(String.valueOf(segment.frames()), probe.video(file, "nb_read_frames"), file.toString());
            }
            assertTrue(segments.stream().anyMatch(s -> s.seal().salvaged()));
        }
    }

    /** Every hole between segments is told with its cause, and the listener missed nothing of the journal. */
    private static void checkJournal(Path archive, Map<Long, Line> seen) throws IOException {
        List<Line> journal = RecorderFixture.journal(archive);
        List<Line> gaps = journal.stream()
                .filter(l -> l.verb().equals("gap") && l.field("cause").equals("power"))
                .toList();
        for (int i = 0; i < CAMERAS; i++) {
            List<Segment> segments = RecorderFixture.segments(archive, i);
            for (int k = 1; k < segments.size(); k++) {
                Instant end = segments.get(k - 1).end();
                Instant start = segments.get(k).start();
                if (Duration.between(end, start).toMillis() > 100) {
                    String camera = "cam-" + i;
                    assertTrue(
                            gaps.stream().anyMatch(g -> g.field("camera").equals(camera) && covers(g, end, start)),
                            camera + " " + end);
                }
            }
        }
        for (long number = 1; number < journal.size() - 10; number++) {
            assertTrue(seen.containsKey(number), "event " + number + " never reached the node");
        }
    }

    private static boolean covers(Line gap, Instant from, Instant to) {
        return Duration.between(Instant.parse(gap.field("from")), from).abs().toMillis() < 50
                && Duration.between(Instant.parse(gap.field("to")), to).abs().toMillis() < 50;
    }
}
