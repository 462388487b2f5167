package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.Salvage;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A power cut as the disk sees it: of each file only what was synced is there, and behind it rubbish or nothing. */
@Execution(ExecutionMode.CONCURRENT)
class PowerCutTest {
    /** Two seconds of pictures. */
    private static final int MOST_LOST = 50;

    @TempDir
    Path folder;

    @Test
    void powerCutLosesAtMostTwoSecondsAndNoFile() throws Exception {
        long seed = 77;
        var random = new Random(seed);
        Path archive = folder.resolve("archive");
        Map<String, Line> synced = new ConcurrentHashMap<>();
        Map<String, Line> sealed = new ConcurrentHashMap<>();
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofSeconds(4));
            try (var client = new RecorderClient(archive.resolve("recorder.sock"), 0, (number, line) -> {
                String which = line.field("camera") + " " + line.field("sequence");
                switch (line.verb()) {
                    case "fragment-synced" -> synced.put(which, line);
                    case "segment-sealed" -> sealed.put(which, line);
                    default -> {
                        // Other events say nothing about what is durable.
                    }
                }
            })) {
                client.start();
                RecorderFixture.await("recording", Duration.ofSeconds(10), () -> synced.size() >= 2);
                int cuts = Effort.times(5, 50);
                long worst = 0;
                for (int cut = 0; cut < cuts; cut++) {
                    Thread.sleep(300 + random.nextInt(1_500));
                    Path after = folder.resolve("cut-" + cut);
                    worst = Math.max(
                            worst, cut(archive, after, Map.copyOf(synced), Map.copyOf(sealed), cameras, random));
                }
                System.out.println(
                        cuts + " power cuts of 2 cameras: at most " + worst + " pictures of 25 a second lost");
            }
            recorder.close();
        }
    }

    /** Answers the most pictures that a camera would lose. */
    private static long cut(
            Path archive,
            Path after,
            Map<String, Line> synced,
            Map<String, Line> sealed,
            CameraSimulator cameras,
            Random random)
            throws IOException {
        long worst = 0;
        long[] sent = cameras.cameras().stream().mapToLong(c -> c.framesSent()).toArray();
        for (int camera = 0; camera < sent.length; camera++) {
            String name = "cam-" + camera;
            long kept = sealed.values().stream()
                    .filter(l -> l.field("camera").equals(name))
                    .mapToLong(l -> l.number("frames"))
                    .sum();
            for (Map.Entry<String, Line> open : synced.entrySet()) {
                if (open.getKey().startsWith(name + " ") && !sealed.containsKey(open.getKey())) {
                    kept += salvaged(archive, after, open.getValue(), random);
                }
            }
            long lost = sent[camera] - kept;
            assertTrue(lost <= MOST_LOST, name + " would lose " + lost + " pictures");
            worst = Math.max(worst, lost);
        }
        return worst;
    }

    /** Pictures left of an open segment when only its synced bytes came to the disk and zeros lie behind them. */
    private static long salvaged(Path archive, Path after, Line open, Random random) throws IOException {
        String ending = "-" + open.field("sequence");
        try (var files = Files.walk(archive.resolve(open.field("camera")))) {
            Optional<Path> file = files.filter(p -> p.toString().endsWith(ending + ".open.mp4")
                            || p.toString().endsWith(ending + ".mp4"))
                    .findFirst();
            if (file.isEmpty()) {
                return 0;
            }
            byte[] bytes = Arrays.copyOf(
                    Files.readAllBytes(file.get()),
                    (int) open.number("bytes") + random.nextInt(5_000) * random.nextInt(2));
            Arrays.fill(bytes, (int) open.number("bytes"), bytes.length, (byte) 0);
            Path copy = Path.of(open.field("camera"), "2026-11-25", "000000" + ending + ".open.mp4");
            Files.createDirectories(after.resolve(copy).getParent());
            Files.write(after.resolve(copy), bytes);
            Segment segment = Salvage.of(after, copy).orElseThrow();
            assertEquals(Optional.empty(), SegmentFile.check(after.resolve(segment.path())));
            assertEquals(open.number("fragments"), segment.fragments().size());
            return segment.frames();
        } catch (NoSuchFileException | UncheckedIOException renamedMeanwhile) {
            // It was sealed between the look and the read, and has its final name now.
            return salvaged(archive, after, open, random);
        }
    }
}
