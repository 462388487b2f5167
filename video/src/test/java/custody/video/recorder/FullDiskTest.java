package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.camera.CameraAddresses;
import custody.video.camera.Network;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A disk that fills up; needs the right to mount one. In the ordinary run it is 64 MB of memory, in the long run a gigabyte of ext4
 * in a file, which fails as a real disk does.
 */
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTest {
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private Path archive;

    @BeforeEach
    void mount() throws Exception {
        archive = Files.createDirectory(folder.resolve("archive"));
        boolean mounted = Effort.times(0, 1) == 1
                ? filesystemInAFile()
                : done("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", archive.toString());
        Assumptions.assumeTrue(mounted, "a small disk cannot be mounted here");
    }

    private boolean filesystemInAFile() throws IOException, InterruptedException {
        Path image = folder.resolve("disk");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(1024 * MEGABYTE);
        }
        return done("mkfs.ext4", "-q", "-F", "-m", "0", image.toString())
                && done("mount", "-o", "loop", image.toString(), archive.toString());
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", "-l", archive.toString()).start().waitFor();
    }

    private void fill(long leave) throws IOException {
        try (var out = Files.newOutputStream(
                archive.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var block = new byte[256 * 1024];
            while (Files.getFileStore(archive).getUsableSpace() > leave + block.length) {
                out.write(block);
            }
            if (leave == 0) {
                while (true) {
                    out.write(new byte[4096]);
                }
            }
        } catch (IOException full) {
            if (leave > 0) {
                throw full;
            }
        }
    }

    @Test
    void fullDiskDegradesAsWrittenLeavesNoUntoldHoleAndRecovers() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            var configuration = new RecorderConfiguration(
                    archive,
                    archive.resolve("recorder.sock"),
                    Duration.ofSeconds(4),
                    4 * MEGABYTE,
                    new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(cameras.port())));
            Recorder recorder =
                    Recorder.start(configuration, RecorderFixture.all(cameras), Clocks.ofMachine(), () -> {});
            RecorderFixture.await(
                    "recording", Duration.ofSeconds(10), () -> recorder.frames(RecorderFixture.camera(0)) > 20);
            assertTrue(Files.exists(archive.resolve("reserve")));
            fill(10 * MEGABYTE);
            RecorderFixture.await("key frames only", Duration.ofSeconds(10), () -> told("state=key-frames-only"));
            assertTrue(told("state=reserve-released"), "the reserve went first");
            fill(0);
            RecorderFixture.await("nothing fits any more", Duration.ofSeconds(20), () -> {
                try {
                    fill(0);
                    return skipped(recorder) > 200;
                } catch (IOException full) {
                    return false;
                }
            });
            Files.delete(archive.resolve("ballast"));
            RecorderFixture.await(
                    "all pictures again", Duration.ofSeconds(20), () -> toldInOrder("key-frames-only", "state=normal"));
            long now = recorder.frames(RecorderFixture.camera(0));
            RecorderFixture.await(
                    "recording again",
                    Duration.ofSeconds(10),
                    () -> recorder.frames(RecorderFixture.camera(0)) > now + 30);
            recorder.close();
        }
        List<Segment> segments = RecorderFixture.segments(archive, 0);
        List<Line> gaps = RecorderFixture.journal(archive).stream()
                .filter(l -> l.verb().equals("gap"))
                .toList();
        for (int i = 0; i < segments.size(); i++) {
            assertEquals(
                    Optional.empty(),
                    SegmentFile.check(archive.resolve(segments.get(i).path())));
            if (i > 0) {
                Instant end = segments.get(i - 1).end();
                Instant start = segments.get(i).start();
                boolean whole = Duration.between(end, start).toMillis() < 200;
                assertTrue(
                        whole || gaps.stream().anyMatch(g -> covers(g, end, start)),
                        "hole from " + end + " to " + start + " untold: " + gaps);
            }
        }
        assertTrue(
                gaps.stream().anyMatch(g -> g.field("cause").equals("degraded")),
                "key frames only is told as degraded");
    }

    private static boolean covers(Line gap, Instant from, Instant to) {
        return !Instant.parse(gap.field("from")).isAfter(from.plusMillis(100))
                && !Instant.parse(gap.field("to")).isBefore(to.minusMillis(100));
    }

    private static long skipped(Recorder recorder) {
        return recorder.counters().values().stream()
                .mapToLong(CameraCounters::skippedPictures)
                .sum();
    }

    private String journal() {
        var text = new StringBuilder();
        try (var files = Files.list(archive.resolve("journal"))) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException unreadable) {
            return "";
        }
        return text.toString();
    }

    private boolean told(String words) {
        return journal().contains(words);
    }

    private boolean toldInOrder(String first, String second) {
        int at = journal().indexOf(first);
        return at >= 0 && journal().indexOf(second, at) > at;
    }
}
