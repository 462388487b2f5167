package custody.web.video;

import custody.record.access.Action.General;
import custody.record.desk.Officers;
import custody.record.desk.Reading.Purpose;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.video.camera.Camera;
import custody.video.live.Mask;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.SessionEnds;
import custody.web.session.Visit;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The views that are open now. Each second it is asked again whether each may go on and with which masks, so that a lift that ends
 * and a right that is taken away end the picture too. When one is over it is written down how long it lasted. Nobody can ask who
 * watches.
 */
@Component
final class OpenViews {
    private static final Logger LOG = LoggerFactory.getLogger(OpenViews.class);
    private static final int MOST_OF_ONE = 40;
    private static final int MOST = 400;

    /** One view: whose, what for, of what, with what painted over when it was opened. */
    record Open(Visit visit, Purpose purpose, Camera camera, List<Mask> masks, LiveView view) {
        private Badge badge() {
            return visit.officer().badge();
        }
    }

    private final Footage footage;
    private final Officers officers;
    private final Involved involved;
    private final InstantSource clock;
    private final Map<LiveSocket, Badge> sockets = new ConcurrentHashMap<>();
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Map<Open, Instant> written = new ConcurrentHashMap<>();
    private final EndedViews ended;
    private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("open-views").daemon().factory());

    OpenViews(
            Footage footage,
            Officers officers,
            SessionEnds ends,
            Involved involved,
            InstantSource clock,
            EndedViews ended) {
        this.involved = involved;
        this.ended = ended;
        this.footage = footage;
        this.officers = officers;
        this.clock = clock;
        ends.watch(this::end);
        var _ = seconds.scheduleWithFixedDelay(this::askAgain, 1, 1, TimeUnit.SECONDS);
    }

    /** A page opens its socket; refused where there are too many. */
    void enter(Visit visit, LiveSocket socket) {
        Badge badge = visit.officer().badge();
        long own = sockets.values().stream().filter(badge::equals).count();
        if (own >= MOST_OF_ONE || sockets.size() >= MOST) {
            throw new ProblemFound(Problem.later(ProblemName.TOO_MANY_REQUESTS, 10));
        }
        sockets.put(socket, badge);
    }

    void leave(LiveSocket socket) {
        sockets.remove(socket);
    }

    /** Counts one more view, for as long as it lasts; false where there are too many. */
    boolean add(Open one) {
        long own =
                open.stream().filter(other -> other.badge().equals(one.badge())).count();
        if (own >= MOST_OF_ONE || open.size() >= MOST) {
            return false;
        }
        open.add(one);
        one.view().afterwards(() -> {
            open.remove(one);
            over(one);
        });
        return true;
    }

    /** The look that a view needs is written down; so is how long it lasts, when it is over, which it may be already. */
    void written(Open one, Instant since) {
        written.put(one, since);
        if (!open.contains(one)) {
            over(one);
        }
    }

    private void over(Open one) {
        Instant since = written.remove(one);
        if (since != null) {
            ended.over(one, since, clock.instant());
        }
    }

    /** Whether the visit's officer may watch as things are now. */
    boolean mayGoOn(Visit visit) {
        return officers.find(visit.officer().badge())
                .filter(Officer::active)
                .filter(officer -> Watcher.may(officer, visit, General.WATCH_CAMERAS))
                .isPresent();
    }

    /** Whose session has ended watches no longer. */
    private void end(Badge badge) {
        sockets.forEach((socket, whose) -> {
            if (whose.equals(badge)) {
                socket.close(LiveSocket.DENIED, "signed-out");
            }
        });
    }

    private void askAgain() {
        for (Open one : open) {
            try {
                ask(one);
            } catch (RuntimeException | Error unanswered) {
                // Where it cannot be asked whether a picture may be shown, it is not.
                LOG.atWarn()
                        .addKeyValue("camera", one.camera().id())
                        .addKeyValue("type", unanswered.getClass().getName())
                        .log("view ended: permission unknown");
                one.view().end(LiveSocket.AWAY);
            }
        }
    }

    private void ask(Open one) {
        if (!mayGoOn(one.visit())) {
            one.view().end(LiveSocket.DENIED);
            return;
        }
        boolean recorded = footage.cameras()
                .find(one.camera().id())
                .filter(camera -> camera.mode() == Camera.Mode.RECORDED)
                .isPresent();
        List<Mask> now = involved.masks(one.visit(), one.camera(), clock.instant());
        if (!recorded || !now.equals(one.masks())) {
            one.view().end(LiveSocket.CHANGED);
        }
    }

    @PreDestroy
    void close() {
        seconds.shutdownNow();
        sockets.keySet().forEach(socket -> socket.close(LiveSocket.AWAY, "node-stops"));
        ended.close();
    }
}
