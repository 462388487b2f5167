package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StillWatchTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final Map<Instant, Instant> told = new TreeMap<>();
    private final StillWatch watch = new StillWatch((camera, from, to) -> told.put(from, to));

    private void look(int from, int to, boolean still) {
        for (int second = from; second <= to; second += 4) {
            watch.looked(CAMERA, still, START.plusSeconds(second));
        }
    }

    @Test
    void aStretchIsToldWhileItLastsAndToItsEnd() {
        look(0, 40, true);
        assertEquals(Map.of(START, START.plusSeconds(32)), told, "while it lasts");
        look(44, 44, false);
        assertEquals(Map.of(START, START.plusSeconds(40)), told, "to its end");
        look(48, 100, true);
        look(104, 104, false);
        assertEquals(START.plusSeconds(100), told.get(START.plusSeconds(44)), "from the last motion on");
    }

    @Test
    void shortStretchesAndWhatLiesAcrossAHoleAreNotTold() {
        look(0, 24, true);
        look(28, 28, false);
        assertEquals(Map.of(), told);
        look(32, 52, true);
        look(120, 140, true);
        assertEquals(Map.of(), told, "nobody knows what was between");
    }
}
