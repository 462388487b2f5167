package custody.node.video;

import custody.video.camera.CameraId;
import custody.video.camera.StreamAddress;
import custody.video.recorder.Briefing;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a running recorder which cameras to record: when it is there anew, when that is not what it was told last, and again after a
 * while where it refused one. The thread of the link's turn owns what is not final.
 */
final class CameraTelling {
    private static final Logger LOG = LoggerFactory.getLogger(CameraTelling.class);

    /** A camera that the recorder refused, as one whose folder it could not read, is told again after this time. */
    private static final Duration REFUSED_AGAIN = Duration.ofSeconds(15);

    private final WantedCameras wanted;
    private final AtomicBoolean due = new AtomicBoolean(true);
    private @Nullable Map<CameraId, StreamAddress> told;
    private boolean refused;
    private long toldAt;

    CameraTelling(WantedCameras wanted) {
        this.wanted = wanted;
    }

    /** Whatever it was told, it is told at the next turn. May be called by any thread. */
    void again() {
        due.set(true);
    }

    /** {@code streams} is what ought to be recorded now. */
    void turn(RecorderClient to, Map<CameraId, StreamAddress> streams) throws IOException {
        boolean late = refused && System.nanoTime() - toldAt > REFUSED_AGAIN.toNanos();
        if (due.getAndSet(false) || late || !streams.equals(told)) {
            // What fails on the way is told again at the next turn, what was refused a while later.
            told = null;
            Briefing briefing = wanted.now();
            refused = !taken(to, briefing);
            toldAt = System.nanoTime();
            told = briefing.cameras();
        }
    }

    /** Whether the recorder took all cameras. */
    private static boolean taken(RecorderClient to, Briefing briefing) throws IOException {
        boolean all = true;
        for (Map.Entry<CameraId, Line.Builder> line : briefing.lines().entrySet()) {
            all &= taken(to.ask(line.getValue()), line.getKey().value());
        }
        boolean applied = taken(to.ask(Line.of(Briefing.END)), "all");
        return all && applied;
    }

    private static boolean taken(List<Line> answer, String camera) {
        boolean ok = answer.getLast().verb().equals("ok");
        if (!ok) {
            LOG.atWarn()
                    .addKeyValue("camera", camera)
                    .addKeyValue("detail", answer.getLast().field("detail"))
                    .log("the recorder refused a camera");
        }
        return ok;
    }
}
