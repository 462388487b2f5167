package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static custody.video.recorder.RecorderFixture.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.SegmentHeader;
import custody.video.media.AccessUnit;
import custody.video.media.Codec;
import custody.video.mp4.FragmentBuffer;
import custody.video.simulator.CameraSimulator;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that nobody expected, of which none may end a camera's recording. */
class UnexpectedFaultTest {
    @TempDir
    Path archive;

    /** The machine's clocks, which fail on one camera's thread as often as they are told to. */
    private static final class FailingClocks implements Clocks {
        private final AtomicInteger faults = new AtomicInteger();

        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            if (Thread.currentThread().getName().equals("camera-cam-0")
                    && faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("nobody expected this");
            }
            return System.nanoTime();
        }
    }

    @Test
    void aCameraWhoseThreadDiesIsRecordedAgainAndItsHoleIsTold() throws Exception {
        var clocks = new FailingClocks();
        try (CameraSimulator cameras = RecorderFixture.cameras(2, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1), clocks);
            await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > 20);
            clocks.faults.set(6);
            await("they fail", Duration.ofSeconds(15), () -> clocks.faults.get() == 0);
            long now = recorder.frames(camera(0));
            await("it records again", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > now + 40);
            recorder.close();
        }
        List<Line> holes = RecorderFixture.journal(archive).stream()
                .filter(line ->
                        line.verb().equals("gap") && line.field("detail").equals("fault"))
                .toList();
        assertFalse(holes.isEmpty());
        assertTrue(holes.stream().allMatch(hole -> hole.field("camera").equals("cam-0")), holes.toString());
    }

    @Test
    void aViewThatFailsCostsNoPicture() throws Exception {
        var ended = new CountDownLatch(1);
        LiveTap failing = new LiveTap() {
            @Override
            public void picture(SegmentWriter segment, FragmentBuffer buffer, AccessUnit unit, long ticks, long usual) {
                throw new IllegalStateException("nobody expected this");
            }

            @Override
            public void segmentEnded() {}

            @Override
            public void ended() {
                ended.countDown();
            }
        };
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = RecorderFixture.record(archive, cameras, Duration.ofMinutes(1));
            await("it records", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > 20);
            CameraSession session = recorder.sessions().getFirst();
            session.watch(failing);
            assertTrue(ended.await(5, TimeUnit.SECONDS));
            assertFalse(session.fragmenter().watched());
            long now = recorder.frames(camera(0));
            await("it goes on", Duration.ofSeconds(15), () -> recorder.frames(camera(0)) > now + 40);
            recorder.close();
        }
        assertEquals(1, RecorderFixture.segments(archive, 0).size(), "in the same segment");
    }

    @Test
    void thePumpSealsOnWhateverItsRoundsMeet() throws Exception {
        Journal journal = Journal.open(archive.resolve("journal"));
        var pump = new SyncPump(archive, new JournalledEvents(journal, Clocks.ofMachine()), () -> {
            throw new IllegalStateException("nobody expected this");
        });
        pump.start();
        Thread.sleep(300);
        SegmentWriter segment =
                SegmentFixture.unsealed(archive, "cam-0", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264");
        pump.opened(segment);
        pump.finished(segment, 0, OptionalLong.empty());
        await("it is sealed", Duration.ofSeconds(5), () -> journal.next() > 1);
        pump.close();
        journal.close();
        assertEquals(
                "segment-sealed", RecorderFixture.journal(archive).getFirst().verb());
    }

    private static ByteBuffer frame(int mark, int length) {
        return ByteBuffer.allocate(length).putInt(0, mark);
    }

    private static int mark(FrameQueue queue) throws InterruptedException {
        return queue.take().orElseThrow().getInt(0);
    }

    @Test
    void aNodeThatReadsNothingCostsLittleMemoryAndIsShownTheNextPicturesWhole() throws Exception {
        var room = new FrameQueue.Room(1_000);
        var queue = new FrameQueue(room);
        int leftOut = 0;
        for (int segment = 0; segment < 100; segment++) {
            assertTrue(queue.offer(frame(segment, 50), LiveLink.CODING));
            assertTrue(queue.offer(frame(segment, 50), LiveLink.INITIALISATION));
            for (int i = 0; i < 7; i++) {
                leftOut += queue.offer(frame(i, 300), i == 0 ? LiveLink.KEY : LiveLink.OTHER) ? 0 : 1;
            }
            assertTrue(room.taken() <= 1_000);
        }
        assertTrue(leftOut > 100);
        assertFalse(queue.offer(frame(1, 2_000), LiveLink.KEY), "larger than all the room");
        assertTrue(queue.offer(frame(7, 900), LiveLink.KEY));
        assertEquals(99, mark(queue), "the newest coding");
        assertEquals(99, mark(queue), "the newest initialisation");
        assertEquals(7, mark(queue), "the newest key frame");
        queue.close();
        assertEquals(0, room.taken());
        assertTrue(queue.take().isEmpty());
    }
}
