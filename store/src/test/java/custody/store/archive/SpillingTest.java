package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Moving to the second volume, with files that no longer can be read. */
class SpillingTest {
    private FilmedArchive filmed;
    private final List<Segment> segments = new ArrayList<>();

    @BeforeEach
    void record() throws IOException {
        filmed = FilmedArchive.open("spilling", Room.Privacy.NORMAL);
        CameraId camera = filmed.camera("spilt-1");
        Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MICROS);
        for (int i = 0; i < 5; i++) {
            Segment segment = filmed.sealed(camera, start);
            segments.add(segment);
            start = segment.end();
        }
        filmed.nameInLedger(camera);
    }

    @AfterEach
    void close() {
        filmed.close();
    }

    private Path first(int segment) {
        return filmed.first().resolve(segments.get(segment).path());
    }

    private boolean isMoved(int segment) {
        return Files.isRegularFile(filmed.second().resolve(segments.get(segment).path()))
                && Files.notExists(first(segment));
    }

    /** A folder in the place of a file: it is there, and reading it fails whoever reads. */
    private void unreadable(int segment) throws IOException {
        Files.delete(first(segment));
        Files.createDirectory(first(segment));
        Files.createFile(first(segment).resolve("bad-block"));
    }

    @Test
    @DisplayName("A file that cannot be read keeps none behind it from the second volume, and is told of")
    void oneUnreadable() throws IOException {
        unreadable(0);
        IOException told = assertThrows(
                IOException.class, () -> filmed.archive().spilling().move(200));
        assertTrue(String.valueOf(told.getMessage()).contains("spilt-1, 1"), told::toString);
        for (int i = 1; i < 4; i++) {
            assertTrue(isMoved(i), "segment " + i);
        }
        assertFalse(isMoved(4), "the newest stays");
        assertTrue(Files.exists(first(0)));
    }

    @Test
    @DisplayName(
            "As many unreadable files as are moved at once keep none behind them from it for ever, and are tried again")
    void manyUnreadable() throws IOException {
        Spilling spilling = filmed.archive().spilling();
        byte[] content = Files.readAllBytes(first(0));
        unreadable(0);
        unreadable(1);
        assertThrows(IOException.class, () -> spilling.move(2));
        assertEquals(2, spilling.move(2));
        assertEquals(0, spilling.move(2));
        Files.delete(first(0).resolve("bad-block"));
        Files.delete(first(0));
        Files.write(first(0), content);
        assertThrows(IOException.class, () -> spilling.move(2), "the other is still not readable");
        assertTrue(isMoved(0));
    }
}
