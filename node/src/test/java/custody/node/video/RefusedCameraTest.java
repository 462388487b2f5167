package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.health.Condition.State;
import custody.video.simulator.SimulatedCamera;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A camera that the recorder cannot record, and one that it may not. */
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
    void aRecorderThatStartsWhereNothingCanBeWrittenFilmsNoRoomThatBecamePrivilegedMeanwhile() throws Exception {
        try (FilmedRooms house = FilmedRooms.open("rl-")) {
            FilmedRooms.until(house::allRecord, 30);
            Path settings = house.settings().video().folder().resolve("recorder.properties");
            Files.createDirectories(
                    settings.resolveSibling("recorder.properties.new").resolve("in-the-way"));
            house.firstRoomIs(Room.Privacy.PRIVILEGED);
            FilmedRooms.until(() -> stands(house.simulator().cameras().getFirst()), 20);
            SimulatedCamera shown = house.simulator().cameras().getLast();
            SimulatedCamera privileged = house.simulator().cameras().getFirst();
            long shownBefore = shown.connections();
            long privilegedBefore = privileged.connections();
            assertTrue(house.room().recorder().orElseThrow().destroyForcibly());
            FilmedRooms.until(() -> shown.connections() > shownBefore, 20);
            FilmedRooms.until(() -> house.state(1) == State.RECORDING, 20);
            assertEquals(privilegedBefore, privileged.connections(), "not even for a moment");
            assertFalse(Files.readString(settings).contains("rtsp"), "no list lies anywhere that could be an old one");
        }
    }

    /** Whether a camera sends nothing any more. */
    private static boolean stands(SimulatedCamera camera) {
        try {
            long before = camera.framesSent();
            Thread.sleep(1_000);
            return before == camera.framesSent();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
