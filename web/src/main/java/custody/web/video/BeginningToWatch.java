package custody.web.video;

import custody.record.desk.LedgerStopped;
import custody.record.desk.Reading.Purpose;
import custody.record.desk.StorageUnavailable;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.StreamKind;
import custody.video.live.Mask;
import custody.web.problems.ProblemFound;
import custody.web.session.Visit;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A page asks for a camera over its open socket: the officer's right, the camera and the room's privacy are asked for as they are
 * now and not as they were when the socket was opened; then the look is written down; then there are pictures.
 */
@Component
final class BeginningToWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BeginningToWatch.class);

    private final Watcher watcher;
    private final OpenViews views;
    private final Footage footage;
    private final RefusedLooks refused;
    private final Involved involved;
    private final InstantSource clock;

    BeginningToWatch(
            Watcher watcher,
            OpenViews views,
            Footage footage,
            RefusedLooks refused,
            Involved involved,
            InstantSource clock) {
        this.involved = involved;
        this.watcher = watcher;
        this.views = views;
        this.footage = footage;
        this.refused = refused;
        this.clock = clock;
    }

    /** Begins the view, or ends it with the code that says why not. */
    void begin(Visit visit, Purpose purpose, LiveView view, String name, boolean smaller) {
        try {
            Camera camera = watcher.camera(visit, name);
            List<Mask> masks = involved.masks(visit, camera, clock.instant());
            if (camera.mode() != Camera.Mode.RECORDED || Watcher.nothingLeft(masks) || !views.mayGoOn(visit)) {
                refused.write(visit, List.of(camera.id()));
                view.end(LiveSocket.DENIED);
                return;
            }
            var one = new OpenViews.Open(visit, purpose, camera, masks, view);
            if (!views.add(one)) {
                view.end(LiveSocket.AWAY);
            } else {
                boolean small = smaller && masks.isEmpty() && camera.streams().containsKey(StreamKind.SUB);
                Instant now = clock.instant();
                watcher.looks(visit, Kind.LIVE, purpose, camera, now, now);
                views.written(one, now);
                view.begun(footage.live().watch(camera.id(), small ? StreamKind.SUB : StreamKind.MAIN, masks, view));
            }
        } catch (ProblemFound unknown) {
            view.end(LiveSocket.DENIED);
        } catch (IOException | LedgerStopped | StorageUnavailable away) {
            // The recorder is away, or the look cannot be written down: what cannot be written down is not shown.
            view.end(LiveSocket.AWAY);
        } catch (RuntimeException unexpected) {
            LOG.atWarn().setCause(unexpected).addKeyValue("camera", name).log("a view could not be begun");
            view.end(LiveSocket.AWAY);
        }
    }
}
