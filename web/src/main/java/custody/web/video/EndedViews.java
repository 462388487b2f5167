package custody.web.video;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import custody.video.archive.Viewings.Kind;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down how long somebody watched, after the view is over and without keeping anybody waiting. While nothing can be written it
 * tries again each second; a node that is killed writes none, and its next entry tells until when it ran.
 */
@Component
final class EndedViews {
    private static final Logger LOG = LoggerFactory.getLogger(EndedViews.class);
    private static final int MOST = 10_000;
    private static final long AGAIN_MILLIS = 1_000;
    private static final long LAST_SECONDS = 5;

    private final Watcher watcher;
    private final ExecutorService writing = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST),
            Thread.ofPlatform().name("ended-views").daemon().factory());

    EndedViews(Watcher watcher) {
        this.watcher = watcher;
    }

    /** A view whose look was written down is over. */
    void over(OpenViews.Open one, Instant since, Instant until) {
        Instant end = until.isBefore(since) ? since : until;
        try {
            writing.execute(() -> write(one, since, end));
        } catch (RejectedExecutionException full) {
            lost(one);
        }
    }

    private void write(OpenViews.Open one, Instant since, Instant until) {
        try {
            while (!written(one, since, until)) {
                Thread.sleep(AGAIN_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            lost(one);
        } catch (RuntimeException unexpected) {
            LOG.atWarn().setCause(unexpected).log("the end of a view could not be written");
            lost(one);
        }
    }

    private boolean written(OpenViews.Open one, Instant since, Instant until) {
        try {
            watcher.looks(one.visit(), Kind.WATCHED, one.purpose(), one.camera(), since, until);
            return true;
        } catch (LedgerStopped | StorageUnavailable later) {
            return false;
        }
    }

    private static void lost(OpenViews.Open one) {
        LOG.atWarn().addKeyValue("camera", one.camera().id()).log("nobody wrote down when a view ended");
    }

    /** Writes what is left, for some seconds. */
    void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                writing.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            writing.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
