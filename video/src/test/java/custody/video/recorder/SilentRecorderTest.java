package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.SimulatedCamera;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A recorder that hangs, and starts that are hindered. */
@Execution(ExecutionMode.CONCURRENT)
class SilentRecorderTest {
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(25);

    @TempDir
    Path folder;

    private Path configuration(CameraSimulator cameras) throws IOException {
        Files.createDirectories(folder.resolve("archive"));
        return Files.write(
                folder.resolve("recorder.properties"),
                List.of("archive=" + folder.resolve("archive"), "networks=127.0.0.0/8", "ports=" + cameras.port()));
    }

    private RecorderProcess supervised(CameraSimulator cameras, Supplier<Briefing> briefing) throws IOException {
        return new RecorderProcess(
                RecorderProcess.commandOfThisJvm(1), configuration(cameras), socket(), folder.resolve("log"), briefing);
    }

    private Path socket() {
        return folder.resolve("archive").resolve("recorder.sock");
    }

    private static void stop(long pid) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor());
    }

    private void untilItBeats() throws InterruptedException {
        var pulse = new Pulse(socket());
        RecorderFixture.await("it answers", Duration.ofSeconds(20), () -> pulse.beats(Duration.ofSeconds(1)));
    }

    @Test
    void oneThatHangsIsEndedAndStartedAgainAlsoWhenAnotherNodeStartedIt() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            RecorderProcess first = supervised(cameras, () -> RecorderFixture.all(cameras));
            first.start();
            untilItBeats();
            long pid = Optional.ofNullable(first.process()).orElseThrow().pid();
            Thread.sleep(3_000);
            stop(pid);
            RecorderFixture.await("it is ended", ENDED_WITHIN, () -> first.ended() == 1);
            RecorderFixture.await("the next one runs", Duration.ofSeconds(10), () -> first.starts() == 2);
            untilItBeats();
            first.close();
            long left = Optional.ofNullable(first.process()).orElseThrow().pid();
            assertNotEquals(pid, left);
            RecorderProcess second = supervised(cameras, () -> RecorderFixture.all(cameras));
            second.start();
            Thread.sleep(3_000);
            assertEquals(0, second.starts(), "it is joined");
            stop(left);
            RecorderFixture.await("another's is ended", ENDED_WITHIN, () -> second.starts() == 1);
            untilItBeats();
            second.stopRecorder(Duration.ofSeconds(10));
        }
    }

    /** A program instead of the recorder, which never answers. */
    private RecorderProcess silent(String script, Path log) {
        var patience = new RecorderProcess.Patience(
                Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(3));
        return new RecorderProcess(
                List.of("sh", "-c", script), folder.resolve("none"), socket(), log, () -> Briefing.NONE, patience);
    }

    @Test
    void eachStartHasItsOwnTimeToAnswer() throws Exception {
        RecorderProcess recorder = silent("sleep 1.3", folder.resolve("log"));
        recorder.start();
        RecorderFixture.await("starts", Duration.ofSeconds(20), () -> recorder.starts() >= 4);
        assertEquals(0, recorder.ended());
        recorder.close();
    }

    @Test
    void oneThatNeverAnswersIsEnded() throws Exception {
        RecorderProcess recorder = silent("exec sleep 60", folder.resolve("log"));
        recorder.start();
        RecorderFixture.await("ended", Duration.ofSeconds(10), () -> recorder.ended() == 1);
        recorder.stopRecorder(Duration.ofSeconds(5));
    }

    @Test
    void aStartThatIsHinderedIsNoRecorderThatWasEnded() throws Exception {
        RecorderProcess recorder = silent("true", Files.createDirectory(folder.resolve("log")));
        recorder.start();
        Thread.sleep(4_500);
        assertTrue(recorder.failedStarts() > 0);
        assertEquals(0, recorder.ended());
        recorder.close();
    }

    @Test
    void whatHindersAStartDoesNotEndTheSupervision() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            var known = new AtomicBoolean();
            RecorderProcess recorder = supervised(cameras, () -> {
                if (!known.get()) {
                    throw new IllegalStateException("the database is away");
                }
                return RecorderFixture.all(cameras);
            });
            recorder.start();
            RecorderFixture.await("starts fail", Duration.ofSeconds(10), () -> recorder.failedStarts() >= 2);
            assertEquals(0, recorder.starts(), "one that does not know which rooms it may record records none");
            Path log = Files.createDirectory(folder.resolve("log"));
            known.set(true);
            int failed = recorder.failedStarts();
            RecorderFixture.await("they fail again", Duration.ofSeconds(10), () -> recorder.failedStarts() > failed);
            Files.delete(log);
            untilItBeats();
            recorder.stopRecorder(Duration.ofSeconds(10));
        }
    }

    @Test
    void eachStartRecordsExactlyWhatItIsToldThen() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            var wanted = new AtomicReference<>(RecorderFixture.all(cameras));
            RecorderProcess recorder = supervised(cameras, wanted::get);
            recorder.start();
            RecorderFixture.await(
                    "both", Duration.ofSeconds(20), () -> connections(cameras).equals(List.of(1L, 1L)));
            wanted.set(Briefing.of(Map.of(RecorderFixture.camera(1), RecorderFixture.stream(cameras, 1))));
            assertTrue(Optional.ofNullable(recorder.process())
                            .orElseThrow()
                            .destroyForcibly()
                            .waitFor()
                    != 0);
            RecorderFixture.await(
                    "one", Duration.ofSeconds(20), () -> connections(cameras).get(1) == 2);
            recorder.stopRecorder(Duration.ofSeconds(10));
            assertEquals(List.of(1L, 2L), connections(cameras));
        }
    }

    private static List<Long> connections(CameraSimulator cameras) {
        return cameras.cameras().stream().map(SimulatedCamera::connections).toList();
    }

    @Test
    void aRecorderWhoseListBrokeOffRecordsNothing() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            var command = new ArrayList<>(RecorderProcess.commandOfThisJvm(1));
            command.add(configuration(cameras).toString());
            Process recorder =
                    RecorderProcess.prepared(command).redirectErrorStream(true).start();
            try (Writer in = recorder.outputWriter(StandardCharsets.UTF_8)) {
                in.write(RecorderFixture.all(cameras).lines().get(RecorderFixture.camera(0)) + "\n");
            }
            assertEquals(1, recorder.waitFor());
            assertEquals(0, cameras.cameras().getFirst().connections());
        }
    }
}
