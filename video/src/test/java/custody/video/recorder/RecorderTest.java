package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.ArchiveLayout;
import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.camera.Credentials;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class RecorderTest {
    /** Pictures sent and not yet read when the recorder was stopped: a second's on a busy machine. */
    private static final int ON_THEIR_WAY = 25;

    @TempDir
    Path archive;

    private static void awaitFrames(Recorder recorder, int camera, long more) throws InterruptedException {
        long wanted = recorder.frames(camera(camera)) + more;
        await(
                "camera " + camera + " records " + more + " more",
                Duration.ofSeconds(15),
                () -> recorder.frames(camera(camera)) >= wanted);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyPictureSentIsInTheFilesAndNoFragmentIsLost(Codec codec) throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, codec)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofSeconds(2));
            awaitFrames(recorder, 0, 130);
            recorder.close();
            for (int camera = 0; camera < 2; camera++) {
                List<Segment> segments = RecorderFixture.segments(archive, camera);
                assertTrue(segments.size() >= 2, "cut at a key frame every two seconds: " + segments.size());
                long sent = cameras.cameras().get(camera).framesSent();
                long recorded = RecorderFixture.frames(segments);
                assertTrue(sent - recorded <= ON_THEIR_WAY, "sent " + sent + " recorded " + recorded);
                for (int i = 0; i < segments.size(); i++) {
                    Segment segment = segments.get(i);
                    assertEquals(Optional.empty(), SegmentFile.check(archive.resolve(segment.path())));
                    assertTrue(segment.fragments().getFirst().key());
                    if (i > 0) {
                        assertEquals(
                                segments.get(i - 1).seal().root(),
                                segment.header().previousRoot());
                        assertEquals(segments.get(i - 1).sequence() + 1, segment.sequence());
                        assertTrue(Duration.between(segments.get(i - 1).end(), segment.start())
                                        .abs()
                                        .toMillis()
                                < 500);
                    }
                }
            }
        }
    }

    @Test
    void camerasAreBackSoonAfterTheSwitchRestarted() throws Exception {
        int count = Effort.times(16, 64);
        try (CameraSimulator cameras = RecorderFixture.cameras(count, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            for (int i = 0; i < count; i++) {
                awaitFrames(recorder, i, 5);
            }
            cameras.goAway();
            Thread.sleep(3_000);
            cameras.comeBack();
            long back = System.nanoTime();
            var before = recorder.counters().keySet().stream().collect(Collectors.toMap(c -> c, recorder::frames));
            await(
                    "all record again",
                    Duration.ofSeconds(10),
                    () -> before.entrySet().stream().allMatch(e -> recorder.frames(e.getKey()) > e.getValue()));
            long millis = (System.nanoTime() - back) / 1_000_000;
            System.out.println(count + " lost cameras are back after " + millis + " ms, at most "
                    + recorder.mostConnecting() + " connecting at once");
            assertTrue(millis < 4_000, "all back after " + millis + " ms");
            assertTrue(recorder.mostConnecting() <= 8, "connecting at once: " + recorder.mostConnecting());
            recorder.close();
            assertEquals(
                    count,
                    RecorderFixture.journal(archive).stream()
                            .filter(l -> l.verb().equals("gap")
                                    && l.field("cause").equals("offline")
                                    && !l.field("detail").equals("nothing-yet"))
                            .count(),
                    "each hole is told once");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"camera\"",
                "Digest realm=\"camera\", nonce=\"abc\", algorithm=MD5",
                "Digest realm=\"camera\", nonce=\"abc\", qop=\"auth\"",
                "Digest realm=\"camera\", nonce=\"abc\", qop=\"auth\", algorithm=SHA-256"
            })
    void cameraThatWantsAnAccountIsRecorded(String challenge) throws Exception {
        var account = new Credentials("operator", "pass word:1");
        var settings = new CameraSimulator.Settings(25, false, false, Optional.of(account), challenge);
        try (CameraSimulator cameras = CameraSimulator.start(
                1, RecorderFixture.clip(Codec.H264), RecorderFixture.clip(Codec.H264), 0, settings)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Optional.of(account));
            awaitFrames(recorder, 0, 5);
            recorder.close();
        }
    }

    @Test
    void refusedAccountIsNotTriedAgainAtOnce() throws Exception {
        var settings = new CameraSimulator.Settings(
                25, false, false, Optional.of(new Credentials("operator", "right")), "Digest realm=\"c\", nonce=\"n\"");
        try (CameraSimulator cameras = CameraSimulator.start(
                1, RecorderFixture.clip(Codec.H264), RecorderFixture.clip(Codec.H264), 0, settings)) {
            Recorder recorder =
                    RecorderFixture.record(archive, cameras, Optional.of(new Credentials("operator", "wrong")));
            Thread.sleep(2_500);
            recorder.close();
            assertEquals(0, recorder.counters().size());
            assertEquals(0, cameras.cameras().getFirst().connections());
        }
    }

    @Test
    void newParameterSetsBeginANewSegment() throws Exception {
        var settings = CameraSimulator.Settings.plain();
        try (CameraSimulator cameras =
                CameraSimulator.start(1, RecorderFixture.clip(Codec.H264), ParameterClips.otherSize(), 0, settings)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            awaitFrames(recorder, 0, 20);
            cameras.cameras().getFirst().fault(Fault.OTHER_CLIP);
            awaitFrames(recorder, 0, 60);
            recorder.close();
            List<Segment> segments = RecorderFixture.segments(archive, 0);
            assertEquals(2, segments.size());
            assertEquals(160, segments.getFirst().width());
            assertEquals(128, segments.getLast().width());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600L * 90_000, 3_600L * 90_000, -90_000})
    void jumpOfTheCameraClockLosesNoPicture(long jump) throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            awaitFrames(recorder, 0, 30);
            cameras.cameras().getFirst().jumpClock(jump);
            awaitFrames(recorder, 0, 80);
            recorder.close();
            List<Segment> segments = RecorderFixture.segments(archive, 0);
            assertEquals(2, segments.size(), "a jump begins a new segment at the next key frame");
            assertTrue(cameras.cameras().getFirst().framesSent() - RecorderFixture.frames(segments) <= ON_THEIR_WAY);
            long ticks = segments.stream().mapToLong(Segment::durationTicks).sum();
            assertTrue(
                    Math.abs(RecorderFixture.frames(segments) * 3_600L - ticks) < 9_000,
                    "media time goes on without the jump");
        }
    }

    /** A frozen camera sends its key frame again and again; when it goes on, its key frames come at other moments than before. */
    @Test
    void keyFramesBeginFragmentsAgainAfterTheCameraStumbled() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            for (int stumble = 0; stumble < 3; stumble++) {
                cameras.cameras().getFirst().fault(Fault.NONE);
                awaitFrames(recorder, 0, 30);
                cameras.cameras().getFirst().fault(Fault.FREEZE);
                awaitFrames(recorder, 0, 33);
            }
            cameras.cameras().getFirst().fault(Fault.NONE);
            awaitFrames(recorder, 0, 105);
            recorder.close();
            // Of all segments: on a busy machine the camera's clock may jump, and that begins a new one.
            List<Fragment> fragments = RecorderFixture.segments(archive, 0).stream()
                    .flatMap(segment -> segment.fragments().stream())
                    .toList();
            // The clip has a key frame every two seconds: every second fragment begins with one.
            for (int i = fragments.size() - 3; i < fragments.size(); i++) {
                assertTrue(fragments.get(i).key() != fragments.get(i - 1).key(), fragments.toString());
            }
        }
    }

    @Test
    void silentCameraIsStaleThenLostAndItsHoleIsTold() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            awaitFrames(recorder, 0, 10);
            awaitFrames(recorder, 1, 10);
            cameras.cameras().getFirst().fault(Fault.SILENT);
            long silent = System.nanoTime();
            await("told as a hole", Duration.ofSeconds(7), () -> told("gap-opened", "detail=no-data", "camera=cam-0"));
            long millis = (System.nanoTime() - silent) / 1_000_000;
            System.out.println("a silent camera is told as a hole after " + millis + " ms");
            assertTrue(millis >= 3_500 && millis < 5_000, "noticed after " + millis + " ms");
            cameras.cameras().getFirst().fault(Fault.NONE);
            awaitFrames(recorder, 0, 10);
            recorder.close();
            assertTrue(told("camera-state state=stale", "cam-0"));
            List<Line> gaps = RecorderFixture.journal(archive).stream()
                    .filter(l -> l.verb().equals("gap") && !l.field("detail").equals("nothing-yet"))
                    .toList();
            assertEquals(1, gaps.size());
            assertEquals("offline", gaps.getFirst().field("cause"));
            assertTrue(
                    cameras.cameras().get(1).framesSent() - RecorderFixture.frames(RecorderFixture.segments(archive, 1))
                            <= ON_THEIR_WAY,
                    "the neighbour lost nothing");
        }
    }

    @Test
    void cameraThatNeverDeliversIsAHoleSinceItWasSetUpAlsoForTheNextRun() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            cameras.cameras().getFirst().fault(Fault.SILENT);
            Instant begun = Instant.now();
            for (int run = 1; run <= 2; run++) {
                Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
                recorder.close();
                List<Line> holes = RecorderFixture.journal(archive).stream()
                        .filter(l -> l.verb().equals("gap-opened"))
                        .toList();
                assertEquals(run, holes.size());
                assertEquals("offline", holes.getLast().field("cause"));
                assertFalse(Instant.parse(holes.getLast().field("from")).isBefore(begun));
            }
        }
    }

    @Test
    void oneFileThatCannotBeReadCostsNoCameraAPicture() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            // A folder where a file should be cannot be read, whoever asks.
            Path bad = archive.resolve(ArchiveLayout.open(camera(0), 7, Instant.parse("2026-11-24T08:00:00Z")));
            Files.createDirectories(bad.resolve("in-the-way"));
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            awaitFrames(recorder, 0, 30);
            awaitFrames(recorder, 1, 30);
            recorder.close();
            assertTrue(Files.exists(bad));
            assertTrue(told("segment-not-sealed", "camera=cam-0"));
            assertEquals(8, RecorderFixture.segments(archive, 0).getFirst().sequence(), "its number is not used twice");
        }
    }

    private boolean told(String... words) {
        try (var files = Files.list(archive.resolve("journal"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    boolean all = true;
                    for (String word : String.join(" ", words).split(" ", -1)) {
                        all &= line.contains(word);
                    }
                    if (all) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
