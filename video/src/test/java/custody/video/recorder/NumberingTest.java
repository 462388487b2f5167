package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.archive.ArchiveFolder;
import custody.video.archive.ArchiveLayout;
import custody.video.archive.LastRecorded;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentHeader;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of segments are never used twice, whatever became of the files. */
class NumberingTest {
    private static final Octets ROOT = filled(1);

    @TempDir
    Path archive;

    private static Octets filled(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Octets.of(bytes);
    }

    private static LastRecorded known(long sequence, long begun) {
        return new LastRecorded(sequence, ROOT, SegmentFixture.START.plusSeconds(500), begun);
    }

    @Test
    void whatLiesInTheArchiveCountsWhereItIsNewer() throws IOException {
        Path path =
                SegmentFixture.sealed(archive, "cam-0", 7, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264");
        Segment newest = SegmentFile.read(archive, path);
        Octets root = newest.seal().root();
        Continuation alone = Continuation.of(Optional.of(newest), 7, Optional.empty());
        assertEquals(new Continuation(7, root, Optional.of(newest.end())), alone);
        assertEquals(
                7,
                Continuation.of(Optional.of(newest), 7, Optional.of(known(6, 6)))
                        .sequence());
        assertEquals(
                7,
                Continuation.of(Optional.of(newest), 7, Optional.of(known(7, 8)))
                        .sequence(),
                "a number that was begun and left nothing is free");
        assertEquals(
                new Continuation(8, SegmentHeader.NO_ROOT, Optional.of(newest.end())),
                Continuation.of(Optional.of(newest), 8, Optional.empty()),
                "a file that cannot be read has a number, and nobody knows its root");
    }

    @Test
    void whatTheIndexKnowsCountsWhereFilesLack() {
        Instant end = SegmentFixture.START.plusSeconds(500);
        assertEquals(
                new Continuation(9, ROOT, Optional.of(end)),
                Continuation.of(Optional.empty(), 0, Optional.of(known(9, 0))));
        assertEquals(
                new Continuation(10, SegmentHeader.NO_ROOT, Optional.of(end)),
                Continuation.of(Optional.empty(), 3, Optional.of(known(9, 10))),
                "what the ledger may have named while it was open");
        assertEquals(
                new Continuation(0, SegmentHeader.NO_ROOT, Optional.empty()),
                Continuation.of(Optional.empty(), 0, Optional.empty()));
    }

    @Test
    void whatLinesSayOfCamerasComesBackFromThem() {
        var address = new StreamAddress("192.0.2.1", 554, "/a?b=c%20d");
        var briefing = new Briefing(
                Map.of(camera(0), address, camera(1), address),
                Map.of(camera(1), new Credentials("u", "s e%c=ret")),
                Map.of(camera(0), known(9, 10)));
        var taking = new Briefing.Taking();
        briefing.lines()
                .values()
                .forEach(line -> taking.camera(Line.parse(line.toString()).orElseThrow()));
        assertEquals(briefing, taking.whole());
        assertEquals(Briefing.NONE, taking.whole(), "what was handed over is forgotten");
    }

    @Test
    void aRecorderGoesOnBehindFootageThatWasDeletedAndTellsTheHoleSinceThen() throws Exception {
        Path folder = archive.resolve("archive");
        Instant end = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.MICROS);
        var last = new LastRecorded(40, ROOT, end, 40);
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            RecorderConfiguration configuration = RecorderFixture.configuration(folder, cameras, Duration.ofSeconds(2));
            Recorder first = Recorder.start(configuration, knowing(cameras, last), Clocks.ofMachine(), () -> {});
            await("some seconds", Duration.ofSeconds(15), () -> first.frames(camera(0)) >= 80);
            first.close();
            List<Segment> segments = RecorderFixture.segments(folder, 0);
            assertEquals(41, segments.getFirst().sequence());
            assertEquals(ROOT, segments.getFirst().header().previousRoot());
            Line hole = RecorderFixture.journal(folder).stream()
                    .filter(line -> line.verb().equals("gap"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(end.toString(), hole.field("from"));
            takenOutAndSetUpAgain(folder, cameras, configuration, segments.getLast());
        }
    }

    private static Briefing knowing(CameraSimulator cameras, LastRecorded last) {
        return new Briefing(Map.of(camera(0), RecorderFixture.stream(cameras, 0)), Map.of(), Map.of(camera(0), last));
    }

    /** Over the control channel, after everything it had was deleted. */
    private void takenOutAndSetUpAgain(
            Path folder, CameraSimulator cameras, RecorderConfiguration configuration, Segment newest)
            throws Exception {
        Recorder second = Recorder.start(configuration, RecorderFixture.all(cameras), Clocks.ofMachine(), () -> {});
        try (RecorderClient node = new RecorderClient(configuration.control(), 0, (number, line) -> {})) {
            node.start();
            await("the node is there", Duration.ofSeconds(5), node::connected);
            assertEquals("ok", node.ask(Line.of("apply")).getLast().verb());
            var finished = new ArchiveFolder(folder);
            await("all is sealed", Duration.ofSeconds(5), () -> nothingOpen(finished));
            long highest = highest(folder, newest.sequence());
            deleteAll(folder);
            var known = new LastRecorded(highest, ROOT, newest.end(), highest);
            Line.Builder line =
                    knowing(cameras, known).lines().values().iterator().next();
            assertEquals("ok", node.ask(line).getLast().verb());
            assertEquals("ok", node.ask(Line.of("apply")).getLast().verb());
            await("it records", Duration.ofSeconds(15), () -> second.frames(camera(0)) >= 40);
            second.close();
            assertEquals(
                    highest + 1, RecorderFixture.segments(folder, 0).getFirst().sequence());
        }
    }

    private static boolean nothingOpen(ArchiveFolder folder) {
        try {
            return folder.open(camera(0)).isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long highest(Path folder, long atLeast) throws IOException {
        return RecorderFixture.segments(folder, 0).stream()
                .mapToLong(Segment::sequence)
                .max()
                .orElse(atLeast);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(camera(0).value()))) {
            for (Path file :
                    all.filter(path -> ArchiveLayout.sequence(path).isPresent()).toList()) {
                Files.delete(file);
            }
        }
    }
}
