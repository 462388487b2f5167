package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.store.archive.FilmedArchive;
import custody.store.archive.FilmedCell;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Retention")
class HousekeepingTest {
    @Test
    @DisplayName("goes on with the second volume when a file on the first cannot be deleted, and tells of it")
    void goesOnWithTheSecondVolume() throws Exception {
        try (FilmedArchive filmed = FilmedArchive.open("housekeeping", Room.Privacy.NORMAL)) {
            CameraId camera = filmed.camera("old-1");
            Instant start = Instant.now().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MICROS);
            Segment stays = filmed.sealed(camera, start);
            Segment spilled = filmed.sealed(camera, start.plusSeconds(60));
            filmed.nameInLedger(camera);
            Path first = filmed.folder().resolve("video");
            Path second = filmed.folder().resolve("second").resolve(spilled.path());
            Files.createDirectories(Objects.requireNonNull(second.getParent()));
            Files.move(first.resolve(spilled.path()), second);
            FilmedCell.asOwner(filmed.folder(), "UPDATE segment SET volume = 1 WHERE sequence = " + spilled.sequence());
            Path stuck = first.resolve(stays.path());
            Files.delete(stuck);
            Files.createDirectories(stuck.resolve("in-the-way"));
            var housekeeping = new Housekeeping(
                    first,
                    filmed.archive().deleting(),
                    filmed.archive().spilling(),
                    new BelievedTime(InstantSource.system(), System::nanoTime, Optional::empty),
                    _ -> {},
                    () -> false,
                    new ArchiveTroubles());
            assertThrows(UncheckedIOException.class, () -> housekeeping.turn(0));
            assertTrue(Files.exists(stuck));
            assertFalse(Files.exists(second));
        }
    }

    @Test
    @DisplayName(
            "stops films and exports when the room lasts for less than an hour at the rate of recording, not before")
    void stopsFilms() throws Exception {
        try (FilmedArchive filmed = FilmedArchive.open("housekeeping-films", Room.Privacy.NORMAL)) {
            Path first = filmed.folder().resolve("video");
            Files.createDirectories(first);
            var now = new AtomicReference<>(Instant.now());
            var housekeeping = new Housekeeping(
                    first,
                    filmed.archive().deleting(),
                    filmed.archive().spilling(),
                    new BelievedTime(now::get, () -> now.get().toEpochMilli() * 1_000_000, Optional::empty),
                    _ -> {},
                    () -> false,
                    new ArchiveTroubles());
            long free = Files.getFileStore(first).getUsableSpace();
            housekeeping.turn(0);
            assertFalse(housekeeping.uploadsStopped(), "nobody knows the rate yet");
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(20)));
            housekeeping.turn(free / 9);
            assertFalse(housekeeping.uploadsStopped(), "three hours");
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(10)));
            housekeeping.turn(free);
            assertTrue(housekeeping.exportsStopped());
            assertTrue(housekeeping.uploadsStopped(), "half an hour");
        }
    }
}
