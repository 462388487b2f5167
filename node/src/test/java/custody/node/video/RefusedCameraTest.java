package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.camera.Person;
import custody.video.health.Condition.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A camera that the recorder cannot record, and a list of cameras that cannot be written. */
class RefusedCameraTest {
    private static Path unreadable(String name) throws IOException {
        Path camera = Path.of(
                        "target",
                        name + ProcessHandle.current().pid(),
                        "video",
                        FilmedRooms.CAMERAS.getLast().value())
                .toAbsolutePath();
        return Files.writeString(Files.createDirectories(camera).resolve("2026-01-01"), "");
    }

    @Test
    void aCameraWhoseFolderCannotBeReadIsTroubledAloneAndRecordedWhenItCanBeRead() throws Exception {
        Path noFolder = unreadable("rc-");
        try (FilmedRooms house = FilmedRooms.open("rc-")) {
            FilmedRooms.until(() -> house.state(0) == State.RECORDING && house.state(1) == State.NOT_WRITTEN, 30);
            assertEquals(
                    List.of(GapCause.DISK),
                    house
                            .room()
                            .archive()
                            .gaps()
                            .in(FilmedRooms.CAMERAS.getLast(), Instant.EPOCH, Instant.now())
                            .stream()
                            .map(FootageGaps.Known::cause)
                            .toList());
            Files.delete(noFolder);
            FilmedRooms.until(house::allRecord, 40);
        }
    }

    @Test
    void aListOfCamerasThatCannotBeWrittenKeepsNoCameraFromBeingTakenOut() throws Exception {
        try (FilmedRooms house = FilmedRooms.open("rl-")) {
            FilmedRooms.until(house::allRecord, 30);
            Path list = house.settings().video().folder().resolve("recorder.properties");
            Path inTheWay = list.resolveSibling("recorder.properties.new");
            Files.createDirectories(inTheWay.resolve("in-the-way"));
            assertTrue(house.room().archive().cameras().remove(FilmedRooms.CAMERAS.getLast(), new Person("1000009")));
            FilmedRooms.until(() -> stands(house), 20);
            assertTrue(Files.readString(list).contains("cam-2"), "the file of before is whole");
            Files.delete(inTheWay.resolve("in-the-way"));
            FilmedRooms.until(() -> !read(list).contains("cam-2"), 10);
        }
    }

    /** Whether the second camera sends nothing any more. */
    private static boolean stands(FilmedRooms house) {
        try {
            long before = house.simulator().cameras().getLast().framesSent();
            Thread.sleep(1_000);
            return before == house.simulator().cameras().getLast().framesSent();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
