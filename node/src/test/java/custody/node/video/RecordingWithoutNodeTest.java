package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.FootageGaps.Known;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.health.Condition.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recorder goes on while there is no node, and the next node takes over what happened meanwhile. */
class RecordingWithoutNodeTest {
    private static final CameraId CAMERA = FilmedRooms.CAMERAS.getFirst();

    private RestartedNode node;
    private long recorder;

    @BeforeEach
    void open() throws IOException {
        node = RestartedNode.open("wn-", "video.goes-on = yes\n");
    }

    @AfterEach
    void close() throws IOException {
        node.close();
        ProcessHandle.of(recorder).ifPresent(ProcessHandle::destroyForcibly);
    }

    private VideoRoom room() {
        return node.room();
    }

    private void untilBothRecord() throws InterruptedException {
        FilmedRooms.until(
                () -> FilmedRooms.CAMERAS.stream()
                        .allMatch(camera -> room().conditions().of(camera).state() == State.RECORDING),
                20);
    }

    private List<Known> holes() {
        return room().archive().gaps().in(CAMERA, Instant.EPOCH, Instant.now()).stream()
                .filter(hole -> !hole.detail().equals("nothing-yet"))
                .toList();
    }

    @Test
    void recordingGoesOnWithoutANodeAndTheNextOneCatchesUp() throws Exception {
        untilBothRecord();
        recorder = room().recorder().orElseThrow().pid();
        node.end();
        Instant gone = Instant.now();
        node.untilSent(3);
        node.simulator().goAway();
        Thread.sleep(3_000);
        node.simulator().comeBack();
        node.untilSent(2);
        List<Segment> meanwhile = node.onDisk(CAMERA);
        assertTrue(meanwhile.getLast().end().isAfter(gone.plusSeconds(1)), "nobody was there and it was recorded");
        node.startAgain();
        untilBothRecord();
        assertTrue(ProcessHandle.of(recorder).isPresent(), "the same recorder");
        assertTrue(room().recorder().isEmpty(), "it is joined, and no second one is started");
        FilmedRooms.until(
                () -> room().archive()
                                .segments()
                                .in(CAMERA, Instant.EPOCH, Instant.now(), 100)
                                .size()
                        >= meanwhile.size(),
                20);
        assertEquals(meanwhile, room().archive().segments().in(CAMERA, Instant.EPOCH, Instant.now(), meanwhile.size()));
        FilmedRooms.until(() -> holes().size() == 1, 20, () -> holes().toString());
        assertEquals(GapCause.OFFLINE, holes().getFirst().cause(), "only the time without a camera is a hole");
        takesTheKilledOnesPlace();
    }

    private void takesTheKilledOnesPlace() throws InterruptedException {
        assertTrue(ProcessHandle.of(recorder).orElseThrow().destroyForcibly());
        FilmedRooms.until(() -> room().recorder().isPresent(), 20);
        recorder = room().recorder().orElseThrow().pid();
        untilBothRecord();
        FilmedRooms.until(
                () -> holes().stream().anyMatch(hole -> hole.cause() == GapCause.POWER), 20, () -> holes().toString());
    }
}
