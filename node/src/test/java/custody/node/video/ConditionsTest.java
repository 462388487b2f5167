package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.camera.CameraId;
import custody.video.health.CameraConditions.Uptime;
import custody.video.health.Condition.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How much of a day is on record. */
class ConditionsTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant DAY_AGO = NOW.minus(Duration.ofDays(1));

    private record Holes(List<Known> holes) implements FootageGaps {
        @Override
        public List<Known> in(CameraId camera, Instant from, Instant to) {
            return holes;
        }

        @Override
        public List<Known> open() {
            return List.of();
        }
    }

    private static FootageGaps.Known hole(Instant from, Optional<Instant> to) {
        return new FootageGaps.Known(CAMERA, from, to, GapCause.OFFLINE, "");
    }

    private static Uptime uptime(Map<CameraId, Instant> added, FootageGaps.Known... holes) {
        return new Conditions(new TheseCameras(List.of(), added), new Holes(List.of(holes)), () -> NOW)
                .uptime(CAMERA, DAY_AGO, NOW);
    }

    @Test
    void holesThatOverlapAreMissingOnceAndAnOpenOneUntilNow() {
        Uptime uptime = uptime(
                Map.of(),
                hole(DAY_AGO.minusSeconds(60), Optional.of(DAY_AGO.plus(Duration.ofHours(2)))),
                hole(DAY_AGO.plus(Duration.ofHours(1)), Optional.of(DAY_AGO.plus(Duration.ofHours(3)))),
                hole(NOW.minus(Duration.ofHours(3)), Optional.empty()));
        assertEquals(Duration.ofHours(6), uptime.missing());
        assertEquals(0.75, uptime.share(), 1e-9);
    }

    @Test
    void aNewCameraHasNotBeenOnRecordForADay() {
        Instant added = NOW.minus(Duration.ofMinutes(10));
        Uptime uptime = uptime(Map.of(CAMERA, added), hole(added, Optional.of(added.plusSeconds(60))));
        assertEquals(added, uptime.from());
        assertEquals(0.9, uptime.share(), 1e-9);
    }

    @Test
    void aRecorderThatNeverSaysAWordOfACameraIsAwayAfterTwentySeconds() {
        var now = new AtomicReference<>(NOW);
        var conditions = new Conditions(new TheseCameras(List.of()), new NoGaps(), now::get);
        for (int second = 0; second <= 20; second += 2) {
            now.set(NOW.plusSeconds(second));
            conditions.unheard(List.of(AlarmingCamerasTest.camera(CAMERA.value())));
            assertEquals(State.UNKNOWN, conditions.of(CAMERA).state());
        }
        now.set(NOW.plusSeconds(22));
        conditions.unheard(List.of(AlarmingCamerasTest.camera(CAMERA.value())));
        assertEquals(State.RECORDER_AWAY, conditions.of(CAMERA).state());
        conditions.shown(CAMERA, State.RECORDING, "");
        assertEquals(State.RECORDING, conditions.of(CAMERA).state());
    }

    @Test
    void aCameraOfWhichARecorderThatTellsOfOthersSaysNothingIsNotRecordedAndTheRecorderIsNotAway() {
        CameraId other = new CameraId("cam-2");
        var now = new AtomicReference<>(NOW);
        var conditions = new Conditions(new TheseCameras(List.of()), new NoGaps(), now::get);
        conditions.told(other, State.RECORDING, "");
        for (int second = 0; second <= 22; second += 2) {
            now.set(NOW.plusSeconds(second));
            conditions.unheard(
                    List.of(AlarmingCamerasTest.camera(CAMERA.value()), AlarmingCamerasTest.camera(other.value())));
        }
        assertEquals(State.OFFLINE, conditions.of(CAMERA).state());
        assertEquals(State.RECORDING, conditions.of(other).state());
        conditions.shown(CAMERA, State.RECORDING, "");
        assertEquals(State.RECORDING, conditions.of(CAMERA).state());
    }

    @Test
    void aCameraWithoutAHoleIsOnRecordAllTheTime() {
        assertEquals(1, uptime(Map.of(CAMERA, DAY_AGO.minusSeconds(1))).share(), 1e-9);
        assertEquals(DAY_AGO, uptime(Map.of()).from());
    }
}
