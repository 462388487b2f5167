package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import custody.video.recorder.SegmentFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoMinuteTest {
    private static final Instant MINUTE = Instant.parse("2026-11-24T08:15:00Z");
    private static final CameraId ONE = new CameraId("cam-1");
    private static final CameraId TWO = new CameraId("cam-2");

    private static final Set<CameraId> BOTH = Set.of(ONE, TWO);

    @TempDir
    Path archive;

    private static CameraAt at(CameraId camera, int root) {
        return new CameraAt(camera, 5, 12, Octets.of(new byte[] {(byte) root}), false);
    }

    @Test
    void leafIsTheSameWhateverTheOrderOfCameras() {
        var one = VideoMinute.of(MINUTE, List.of(at(ONE, 1), at(TWO, 2)), Set.of(ONE, TWO), BOTH, List.of());
        var other = VideoMinute.of(MINUTE, List.of(at(TWO, 2), at(ONE, 1)), Set.of(TWO, ONE), BOTH, List.of());
        assertEquals(one.leaf(), other.leaf());
        assertEquals(2, one.present());
    }

    @Test
    void swappedRootsOfTwoCamerasChangeTheLeaf() {
        var honest = VideoMinute.of(MINUTE, List.of(at(ONE, 1), at(TWO, 2)), Set.of(ONE, TWO), BOTH, List.of());
        var swapped = VideoMinute.of(MINUTE, List.of(at(ONE, 2), at(TWO, 1)), Set.of(ONE, TWO), BOTH, List.of());
        assertNotEquals(honest.leaf(), swapped.leaf());
    }

    @Test
    void missingCameraIsCountedWithItsCause() {
        var gap = new Gap(TWO, MINUTE.minusSeconds(5), MINUTE.plusSeconds(10), GapCause.OFFLINE, "no-data");
        var later = new Gap(ONE, MINUTE.plusSeconds(60), MINUTE.plusSeconds(70), GapCause.DISK, "write-failed");
        var minute =
                VideoMinute.of(MINUTE, List.of(at(ONE, 1), at(TWO, 2)), Set.of(ONE, TWO), BOTH, List.of(gap, later));
        assertEquals(1, minute.present());
        assertEquals(2, minute.expected());
        assertEquals(Set.of(GapCause.OFFLINE), minute.causes());
        assertTrue(minute.leaf().contains("\"expected\":2,\"present\":1,\"causes\":[\"offline\"]"), minute.leaf());
    }

    @Test
    void cameraOfWhichNothingWasHeardUpToTheEndIsAbsentThoughItsSegmentIsKnown() {
        var minute = VideoMinute.of(MINUTE, List.of(at(ONE, 1), at(TWO, 2)), Set.of(ONE, TWO), Set.of(TWO), List.of());
        assertEquals(1, minute.present());
        assertEquals(Set.of(GapCause.RECORDER), minute.causes());
        assertEquals(2, minute.lines().size(), "what is durable is bound all the same");
    }

    @Test
    void holesAreFoundFromTheFilesAlone() throws Exception {
        var starts = List.of(
                SegmentFixture.START, SegmentFixture.START.plusSeconds(4), SegmentFixture.START.plusSeconds(30));
        for (int i = 0; i < 3; i++) {
            SegmentFixture.sealed(archive, "cam-1", i + 1, SegmentHeader.NO_ROOT, starts.get(i), "clip.h264");
        }
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(archive).rebuild(ONE, segments::add, (path, why) -> {});
        assertEquals(
                List.of(new Gap(
                        ONE, starts.get(1).plusSeconds(4), starts.get(2), GapCause.OFFLINE, "found-in-archive")),
                Gaps.of(segments));
    }

    @Test
    void picturesPlayedAgainAreFoundAlthoughTheirTimesDiffer() throws Exception {
        Path first =
                SegmentFixture.sealed(archive, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264");
        Path second = SegmentFixture.sealed(
                archive, "cam-1", 2, SegmentHeader.NO_ROOT, SegmentFixture.START.plusSeconds(9), "clip.h264");
        var watch = new LoopWatch(1_000);
        for (Octets hash : SegmentFile.pictureHashes(archive.resolve(first))) {
            assertTrue(watch.take(ONE, 1, hash).isEmpty());
        }
        for (Octets hash : SegmentFile.pictureHashes(archive.resolve(second))) {
            assertEquals(1L, watch.take(ONE, 2, hash).orElseThrow());
            assertTrue(watch.take(TWO, 2, hash).isEmpty(), "another camera is another matter");
        }
    }
}
