package custody.node.video;

import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Gathers stretches in which nothing moved, from one look at each judged key frame. A stretch is told when it is half a minute long, then
 * each half minute while it lasts, and when it ends. One thread.
 */
final class StillWatch {
    /** Shorter stretches help nobody. */
    static final Duration LEAST = Duration.ofSeconds(30);

    /** Key frames further apart than this say nothing of what was between them. */
    static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    /** Takes stretches; the same beginning again is the same stretch, longer. */
    @FunctionalInterface
    interface Telling {
        void lasts(CameraId camera, Instant from, Instant to);
    }

    private record Stretch(Instant from, Instant to, Instant told) {
        boolean isWorthTelling() {
            return Duration.between(from, to).compareTo(LEAST) >= 0;
        }
    }

    private final Map<CameraId, Stretch> stretches = new HashMap<>();
    private final Telling telling;

    StillWatch(Telling telling) {
        this.telling = telling;
    }

    /**
     * A key frame was judged against the one before it.
     *
     * @param still nothing moved between them, and both showed what they should
     */
    void looked(CameraId camera, boolean still, Instant at) {
        Stretch before = stretches.get(camera);
        boolean goesOn = before != null && Duration.between(before.to(), at).compareTo(LONGEST_STEP) <= 0;
        if (before != null && (!still || !goesOn)) {
            tell(camera, before);
        }
        if (!still || !goesOn || before == null) {
            stretches.put(camera, new Stretch(at, at, at));
            return;
        }
        Stretch now = new Stretch(before.from(), at, before.told());
        boolean due = Duration.between(now.told(), at).compareTo(LEAST) >= 0;
        if (due) {
            tell(camera, now);
        }
        stretches.put(camera, due ? new Stretch(now.from(), at, at) : now);
    }

    private void tell(CameraId camera, Stretch stretch) {
        if (stretch.isWorthTelling()) {
            telling.lasts(camera, stretch.from(), stretch.to());
        }
    }
}
