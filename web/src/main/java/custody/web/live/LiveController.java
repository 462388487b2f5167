package custody.web.live;

import custody.record.desk.Changes;
import custody.record.desk.RaisedAlerts;
import custody.record.events.Badge;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.SessionEnds;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events for open pages: the id of a record that changed or of an alert, and nothing else. A slow page loses changes in between, never the
 * last, since it fetches the whole part anew.
 */
@Controller
final class LiveController {
    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final int MOST = 500;
    /** Of one person: more than anybody looks at, and too few to keep everybody else's pages silent. */
    private static final int MOST_EACH = 20;

    private static final int WAITING = 64;
    private static final long BEAT_SECONDS = 20;

    private final Changes changes;
    private final RaisedAlerts alerts;
    private final Semaphore open = new Semaphore(MOST);
    /** What is told to open pages, by whose they are. */
    private final Map<BlockingQueue<Note>, Badge> pages = new ConcurrentHashMap<>();

    LiveController(Changes changes, RaisedAlerts alerts, SessionEnds ends) {
        this.changes = changes;
        this.alerts = alerts;
        ends.watch(this::end);
    }

    /** Whose session has ended is told nothing more; the page asks anew and is led to the sign-in. */
    private void end(Badge badge) {
        pages.forEach((queue, whose) -> {
            if (whose.equals(badge)) {
                offer(queue, OVER);
            }
        });
    }

    @SignedInOnly
    @GetMapping("/live/changes")
    SseEmitter changes(HttpServletRequest request, Visit visit) {
        Badge badge = visit.officer().badge();
        long own = pages.values().stream().filter(badge::equals).count();
        if (own >= MOST_EACH || !open.tryAcquire()) {
            throw new ProblemFound(ProblemName.TOO_MANY_REQUESTS);
        }
        SseEmitter emitter = new SseEmitter(0L);
        BlockingQueue<Note> queue = new ArrayBlockingQueue<>(WAITING);
        Hearing hearing = Hearing.of(visit);
        pages.put(queue, badge);
        Thread.ofVirtual().name("live").start(() -> run(emitter, queue, hearing));
        return emitter;
    }

    /** That a record changed, or that somebody is to be told of an alert; an id and nothing else. */
    private record Note(String name, String id) {}

    /** The last of an ended session; never sent. */
    private static final Note OVER = new Note("over", "");

    /** Owns the queue's taking end and the emitter until the page is closed. */
    private void run(SseEmitter emitter, BlockingQueue<Note> queue, Hearing hearing) {
        try (AutoCloseable _ = changes.watch(change ->
                        offer(queue, new Note("change", change.record().toString())));
                AutoCloseable _ = alerts.watch(told -> {
                    if (hearing.hears(told)) {
                        offer(queue, new Note("ring", told.event().toString()));
                    }
                });
                AutoCloseable _ = alerts.watchSettling(settled -> {
                    if (hearing.concerns(settled)) {
                        offer(queue, new Note("settled", settled.record().toString()));
                    }
                })) {
            emitter.send(SseEmitter.event().comment("open"));
            while (true) {
                Note note = queue.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                if (OVER.equals(note)) {
                    close(emitter);
                    return;
                }
                emitter.send(
                        note == null
                                ? SseEmitter.event().comment("beat")
                                : SseEmitter.event().name(note.name()).data(note.id()));
            }
        } catch (IOException | IllegalStateException gone) {
            close(emitter);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            close(emitter);
        } catch (Exception unwatchable) {
            emitter.completeWithError(unwatchable);
        } finally {
            pages.remove(queue);
            open.release();
        }
    }

    /** The server may have ended the answer already, when the page went away; it then refuses, and nothing is left to close. */
    private static void close(SseEmitter emitter) {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            LOG.debug("a page went away", ended);
        }
    }

    /** Never blocks the writer: where the page is slow, the oldest note gives way. What it told stays on the alerts page. */
    private static void offer(BlockingQueue<Note> queue, Note note) {
        while (!queue.offer(note)) {
            queue.poll();
        }
    }
}
