package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.live.LiveHub;
import custody.video.live.LiveMessage;
import custody.video.live.LiveViewer;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera that is recorded and from now on has another address or account. */
class ChangedCameraTest {
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(50);

    @TempDir
    Path archive;

    private static Briefing told(StreamAddress address, Map<CameraId, Credentials> account) {
        return new Briefing(Map.of(camera(0), address), account, Map.of());
    }

    @Test
    void theChainOfRootsGoesOnAndNothingThatIsRecordedIsCalledMissing() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Map<CameraId, Credentials> account = Map.of(camera(0), new Credentials("u", "p"));
            StreamAddress first = RecorderFixture.stream(cameras, 0);
            StreamAddress second = RecorderFixture.stream(cameras, 1);
            Recorder recorder = Recorder.start(configuration, told(first, Map.of()), Clocks.ofMachine(), () -> {});
            for (Briefing next : List.of(told(second, Map.of()), told(second, account), told(first, account))) {
                await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) >= 40);
                assertTrue(recorder.record(next).isEmpty());
            }
            await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) >= 40);
            // Taken out and, when all is in order, set up again.
            assertTrue(recorder.record(Briefing.NONE).isEmpty());
            Thread.sleep(500);
            assertTrue(recorder.record(told(first, account)).isEmpty());
            await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) >= 40);
            recorder.close();
        }
        List<Segment> segments = RecorderFixture.segments(archive, 0);
        assertEquals(5, segments.size());
        List<Line> holes = RecorderFixture.journal(archive).stream()
                .filter(line -> line.verb().equals("gap"))
                .toList();
        for (int i = 1; i < segments.size(); i++) {
            Segment before = segments.get(i - 1);
            Segment next = segments.get(i);
            assertEquals(before.sequence() + 1, next.sequence());
            assertEquals(before.seal().root(), next.header().previousRoot());
            assertTrue(
                    holes.stream()
                            .anyMatch(
                                    hole -> near(at(hole, "from"), before.end()) && near(at(hole, "to"), next.start())),
                    "the moment between the two is told: " + holes);
        }
        for (Line hole : holes) {
            for (Segment segment : segments) {
                assertFalse(
                        at(hole, "from").isBefore(segment.end().minus(CLOCKS_DIFFER))
                                && at(hole, "to").isAfter(segment.start().plus(CLOCKS_DIFFER)),
                        hole + " lies over " + segment.start() + " to " + segment.end());
            }
        }
    }

    /** Tells what became of its view. */
    private static final class Watching implements LiveViewer {
        private final AtomicInteger pictures = new AtomicInteger();
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void send(LiveMessage message) {
            if (message instanceof LiveMessage.Fragment) {
                pictures.incrementAndGet();
            }
        }

        @Override
        public void ended(String why) {
            over.countDown();
        }
    }

    @Test
    void aViewOfTheOldAddressEndsSoThatWhoeverWatchesSeesTheNewOne() throws Exception {
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            RecorderConfiguration configuration =
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1));
            Recorder recorder = Recorder.start(
                    configuration, told(RecorderFixture.stream(cameras, 0), Map.of()), Clocks.ofMachine(), () -> {});
            try (LiveHub hub = new LiveHub(Recorder.liveSocket(configuration.control()))) {
                await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) >= 10);
                var before = new Watching();
                hub.watch(camera(0), before);
                await("pictures", Duration.ofSeconds(5), () -> before.pictures.get() > 5);
                recorder.record(told(RecorderFixture.stream(cameras, 1), Map.of()));
                assertTrue(before.over.await(5, TimeUnit.SECONDS), "no picture stands still as if it were of now");
                var next = new Watching();
                hub.watch(camera(0), next);
                await("pictures again", Duration.ofSeconds(15), () -> next.pictures.get() > 5);
            }
            recorder.close();
        }
    }

    private static Instant at(Line line, String field) {
        return Instant.parse(line.field(field));
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCKS_DIFFER) < 0;
    }
}
