package custody.web.live;

import custody.record.desk.Changes;
import custody.record.desk.Changes.Change;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.SignedInOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events for open pages: the record's id and nothing else. A slow page loses changes in between, never the
 * last, since it fetches the whole part anew.
 */
@Controller
final class LiveController {
    private static final int MOST = 500;
    private static final int WAITING = 64;
    private static final long BEAT_SECONDS = 20;

    private final Changes changes;
    private final Semaphore open = new Semaphore(MOST);

    LiveController(Changes changes) {
        this.changes = changes;
    }

    @SignedInOnly
    @GetMapping("/live/changes")
    SseEmitter changes(HttpServletRequest request) {
        if (!open.tryAcquire()) {
            throw new ProblemFound(ProblemName.TOO_MANY_REQUESTS);
        }
        SseEmitter emitter = new SseEmitter(0L);
        BlockingQueue<Change> queue = new ArrayBlockingQueue<>(WAITING);
        Thread.ofVirtual().name("live").start(() -> run(emitter, queue));
        return emitter;
    }

    /** Owns the queue's taking end and the emitter until the page is closed. */
    private void run(SseEmitter emitter, BlockingQueue<Change> queue) {
        try (AutoCloseable _ = changes.watch(change -> offer(queue, change))) {
            emitter.send(SseEmitter.event().comment("open"));
            while (true) {
                Change change = queue.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                emitter.send(
                        change == null
                                ? SseEmitter.event().comment("beat")
                                : SseEmitter.event()
                                        .name("change")
                                        .data(change.record().toString()));
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (Exception unwatchable) {
            emitter.completeWithError(unwatchable);
        } finally {
            open.release();
        }
    }

    /** Never blocks the writer: where the page is slow, the oldest waiting change gives way. */
    private static void offer(BlockingQueue<Change> queue, Change change) {
        while (!queue.offer(change)) {
            queue.poll();
        }
    }
}
