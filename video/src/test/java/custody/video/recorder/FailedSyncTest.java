package custody.video.recorder;

import static custody.video.recorder.RecorderFixture.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Salvage;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.media.Codec;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not take what was written, and as the machine does, says so once: the next sync of the same file answers that all is well. */
class FailedSyncTest {
    private static final Line NOTHING =
            Line.parse("fragment-synced fragments=0").orElseThrow();

    @TempDir
    Path archive;

    /** Fails as often as it is told to; what it was to make durable is then in the machine's memory only. */
    private static final class FailingDisk implements Syncing {
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void force(FileChannel file, boolean metadata) throws IOException {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("Input/output error");
            }
            file.force(metadata);
        }
    }

    @Test
    @DisplayName(
            "A segment whose sync failed ends at its last durable second, the next names the root of that, and what is lost is told")
    void endsAtTheLastDurableSecond() throws Exception {
        var disk = new FailingDisk();
        Map<Long, Line> durable = new ConcurrentHashMap<>();
        try (CameraSimulator cameras = RecorderFixture.cameras(1, Codec.H264)) {
            Recorder recorder = Recorder.start(
                    RecorderFixture.configuration(archive, cameras, Duration.ofMinutes(1)),
                    RecorderFixture.all(cameras),
                    Clocks.ofMachine(),
                    () -> {},
                    disk);
            try (var node = new RecorderClient(archive.resolve("recorder.sock"), 0, (number, line) -> {
                if (line.verb().equals("fragment-synced")) {
                    durable.put(line.number("sequence"), line);
                }
            })) {
                node.start();
                await("three seconds are durable", Duration.ofSeconds(15), () -> fragments(durable, 1) >= 3);
                disk.failures.set(1);
                await("the next is recorded", Duration.ofSeconds(15), () -> fragments(durable, 2) >= 2);
            }
            recorder.close();
        }
        List<Segment> segments = RecorderFixture.segments(archive, 0);
        Segment failed = segments.get(0);
        Segment next = segments.get(1);
        assertEquals(fragments(durable, 1), failed.fragments().size(), "what was durable and no more");
        assertEquals(last(durable, 1).field("root"), failed.seal().root().toString());
        assertTrue(failed.seal().salvaged(), "it says that it was cut back");
        assertEquals(failed.seal().root(), next.header().previousRoot());
        for (Segment segment : segments) {
            assertEquals(Optional.empty(), SegmentFile.check(archive.resolve(segment.path())));
        }
        List<Line> holes = holes("disk");
        Line lost = holes.getFirst();
        assertEquals(failed.end(), Instant.parse(lost.field("from")));
        assertEquals("sync-failed", lost.field("detail"));
        Line rest = holes.get(1);
        assertTrue(near(Instant.parse(lost.field("to")), Instant.parse(rest.field("from"))), holes.toString());
        assertTrue(near(next.start(), Instant.parse(rest.field("to"))), holes.toString());
    }

    private static Line last(Map<Long, Line> durable, long sequence) {
        return durable.getOrDefault(sequence, NOTHING);
    }

    private static long fragments(Map<Long, Line> durable, long sequence) {
        return last(durable, sequence).number("fragments");
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().toNanos() < 2_000;
    }

    private List<Line> holes(String cause) throws IOException {
        return RecorderFixture.journal(archive).stream()
                .filter(line -> line.verb().equals("gap") && line.field("cause").equals(cause))
                .toList();
    }

    /** A segment that its session is done with already, in the pump's hands; answers its folder's only file, if there is one left. */
    private Optional<Segment> sealed(int durable, Syncing disk, Runnable before) throws Exception {
        Journal journal = Journal.open(archive.resolve("journal"));
        var pump = new SyncPump(archive, new JournalledEvents(journal, Clocks.ofMachine()), () -> {});
        SegmentWriter segment = SegmentFixture.partlySynced(archive, "cam-0", durable, disk);
        before.run();
        pump.opened(segment);
        assertEquals(Optional.empty(), segment.handOver());
        pump.finished(segment, 0, OptionalLong.empty());
        pump.start();
        await("it is finished or gone", Duration.ofSeconds(5), () -> Files.notExists(archive.resolve(segment.open())));
        pump.close();
        journal.close();
        return RecorderFixture.segments(archive, 0).stream().findFirst();
    }

    @Test
    @DisplayName("What fails after the session has gone on is cut off as well, and the pump tells what is lost")
    void whatFailsAtTheEnd() throws Exception {
        var disk = new FailingDisk();
        Segment segment = sealed(2, disk, () -> disk.failures.set(1)).orElseThrow();
        assertEquals(2, segment.fragments().size());
        assertTrue(segment.seal().salvaged());
        assertEquals(Optional.empty(), SegmentFile.check(archive.resolve(segment.path())));
        assertEquals(List.of(segment.end() + " " + SegmentFixture.START.plusSeconds(4)), fromTo(holes("disk")));
    }

    @Test
    @DisplayName("A segment of which nothing became durable leaves no file, and all of it is told as lost")
    void nothingDurable() throws Exception {
        var disk = new FailingDisk();
        assertEquals(Optional.empty(), sealed(0, disk, () -> disk.failures.set(1)));
        assertEquals(List.of(SegmentFixture.START + " " + SegmentFixture.START.plusSeconds(4)), fromTo(holes("disk")));
    }

    @Test
    @DisplayName("A seal that could not be made durable is written again, and no footage is lost by that")
    void theSealAlone() throws Exception {
        var disk = new FailingDisk();
        Segment segment = sealed(4, disk, () -> disk.failures.set(1)).orElseThrow();
        assertEquals(4, segment.fragments().size());
        assertFalse(segment.seal().salvaged());
        assertEquals(Optional.empty(), SegmentFile.check(archive.resolve(segment.path())));
        assertEquals(List.of(), holes("disk"));
    }

    private static List<String> fromTo(List<Line> holes) {
        return holes.stream()
                .map(hole -> hole.field("from") + " " + hole.field("to"))
                .toList();
    }

    @Test
    @DisplayName("A sudden end right after the failure leaves nothing that the next start would take for footage")
    void aSuddenEnd() throws Exception {
        var disk = new FailingDisk();
        SegmentWriter segment = SegmentFixture.partlySynced(archive, "cam-0", 2, disk);
        assertEquals(Optional.empty(), segment.distrusted());
        segment.abandon();
        assertEquals(
                2, Salvage.of(archive, segment.open()).orElseThrow().fragments().size());
    }
}
