package custody.video.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskReserveTest {
    private static final long MEGABYTE = 1024 * 1024;

    /** Sixty-four cameras of three megabits. */
    private static final long RATE = 24 * MEGABYTE;

    private static final long RESERVE = MEGABYTE;

    @TempDir
    Path archive;

    private final FakeRoom room = new FakeRoom();
    private DiskReserve reserve;

    private static final class FakeRoom implements DiskReserve.Room {
        private long usable;
        private long total = 4_000_000 * MEGABYTE;

        @Override
        public long usable() {
            return usable;
        }

        @Override
        public long total() {
            return total;
        }
    }

    @BeforeEach
    void take() throws IOException {
        var events = new JournalledEvents(Journal.open(archive.resolve("journal")), Clocks.ofMachine());
        reserve = new DiskReserve(archive, RESERVE, events, room);
        minutesLeft(60);
        reserve.take();
        assertTrue(reserved());
    }

    private void minutesLeft(long minutes) {
        room.usable = minutes * 60 * RATE;
    }

    private boolean reserved() {
        return Files.exists(archive.resolve("reserve"));
    }

    private List<String> told() throws IOException {
        return RecorderFixture.journal(archive).stream()
                .map(line -> line.field("state"))
                .toList();
    }

    @Test
    void theReserveGoesAQuarterOfAnHourBeforeTheEndAndPicturesFiveMinutesBefore() throws IOException {
        minutesLeft(16);
        reserve.watch(RATE);
        assertTrue(reserved());
        minutesLeft(14);
        reserve.watch(RATE);
        assertFalse(reserved());
        assertFalse(reserve.keyFramesOnly());
        minutesLeft(4);
        reserve.watch(RATE);
        assertTrue(reserve.keyFramesOnly());
        assertEquals(List.of("reserve-released", "key-frames-only"), told());
    }

    @Test
    void thatKeyFramesTakeLittleIsNoReasonToRecordAllPicturesAgain() throws IOException {
        minutesLeft(4);
        reserve.watch(RATE);
        reserve.watch(RATE / 20);
        assertTrue(reserve.keyFramesOnly());
        minutesLeft(11);
        reserve.watch(RATE / 20);
        assertFalse(reserve.keyFramesOnly());
        minutesLeft(60);
        reserve.watch(RATE);
        assertTrue(reserved(), "the reserve is taken again");
        assertEquals(List.of("reserve-released", "key-frames-only", "normal"), told());
    }

    @Test
    void aReserveThatNoStartFoundRoomForIsTakenWhenThereIsSome() throws IOException {
        room.usable = 20 * MEGABYTE;
        reserve.watch(RATE);
        var next = new DiskReserve(
                archive,
                RESERVE,
                new JournalledEvents(Journal.open(archive.resolve("next")), Clocks.ofMachine()),
                room);
        next.take();
        next.watch(RATE);
        assertFalse(reserved());
        minutesLeft(60);
        next.watch(RATE);
        assertTrue(reserved());
    }

    @Test
    void aDiskThatHoldsButMinutesIsUsedAllTheSame() throws IOException {
        room.total = 600 * MEGABYTE;
        room.usable = 100 * MEGABYTE;
        reserve.watch(RATE);
        assertFalse(reserve.keyFramesOnly());
        room.usable = 70 * MEGABYTE;
        reserve.watch(RATE);
        assertTrue(reserve.keyFramesOnly());
    }

    @Test
    void theRateIsThatOfTheLastMinute() {
        var rate = new WritingRate();
        assertEquals(0, rate.at(0, 0));
        assertEquals(0, rate.at(1_000_000_000L, RATE), "a second says nothing yet");
        for (int second = 2; second <= 60; second++) {
            assertEquals(RATE, rate.at(second * 1_000_000_000L, second * RATE));
        }
        long written = 60 * RATE;
        long last = 0;
        for (int second = 61; second <= 121; second++) {
            last = rate.at(second * 1_000_000_000L, written);
        }
        assertEquals(0, last);
        assertEquals(0, rate.at(122_000_000_000L, 0), "a camera that is taken away takes with it what it wrote");
    }
}
