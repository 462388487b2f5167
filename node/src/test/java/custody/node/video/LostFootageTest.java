package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.LastRecorded;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose footage was left behind by a restore, or deleted: the recorder goes on with new numbers, and its footage is found. */
class LostFootageTest {
    private static final CameraId CAMERA = FilmedRooms.CAMERAS.getFirst();

    private RestartedNode node;

    @BeforeEach
    void open() throws IOException {
        node = RestartedNode.open("lf-", "");
    }

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    private LastRecorded last() {
        return node.room().archive().index().last(CAMERA).orElseThrow();
    }

    @Test
    void numbersGoOnWhereTheFilesAreGoneAndTheTimeBetweenIsAHole() throws Exception {
        node.untilSent(4);
        node.end();
        long newest = node.onDisk(CAMERA).getLast().sequence();
        node.startAgain();
        FilmedRooms.until(() -> node.room().archive().index().newest(CAMERA) >= newest && last().begun() > newest, 20);
        LastRecorded known = last();
        node.end();
        Files.move(node.archive(), node.folder().resolve("left-behind"));
        node.startAgain();
        node.untilSent(4);
        node.end();
        Segment first = node.onDisk(CAMERA).getFirst();
        assertTrue(first.sequence() > known.begun(), first.sequence() + " after " + known);
        node.startAgain();
        FilmedRooms.until(() -> last().sequence() >= first.sequence(), 20);
        assertEquals(
                first,
                node.room().archive().segments().at(CAMERA, first.start()).orElseThrow(),
                "under a number of the past it would not be in the index");
        assertTrue(
                node.room().archive().gaps().in(CAMERA, known.end(), Instant.now()).stream()
                        .anyMatch(gap -> gap.from().equals(known.end())),
                () -> "no hole from " + known.end());
    }
}
