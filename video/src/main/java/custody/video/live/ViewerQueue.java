package custody.video.live;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What waits for one viewer. When more waits than allowed, everything waiting is dropped and the viewer goes on at the next key
 * frame: late pictures are worth less than new ones. Codings and initialisations are never dropped.
 */
public final class ViewerQueue {
    private final int mostFragments;
    private final long mostBytes;
    private final Deque<LiveMessage> waiting = new ArrayDeque<>();
    private int fragments;
    private long bytes;
    private boolean waitsForKey = true;
    private boolean closed;
    private long dropped;

    public ViewerQueue(int mostFragments, long mostBytes) {
        this.mostFragments = mostFragments;
        this.mostBytes = mostBytes;
    }

    /** Adds a message; never waits. */
    public synchronized void offer(LiveMessage message) {
        if (closed) {
            return;
        }
        switch (message) {
            case LiveMessage.Coding coding -> waiting.add(coding);
            case LiveMessage.Initialisation initialisation -> {
                waiting.add(initialisation);
                waitsForKey = true;
            }
            case LiveMessage.Fragment fragment -> offer(fragment);
        }
        notifyAll();
    }

    private void offer(LiveMessage.Fragment fragment) {
        int length = fragment.bytes().remaining();
        if (fragments >= mostFragments || bytes + length > mostBytes) {
            dropped += fragments;
            waiting.removeIf(LiveMessage.Fragment.class::isInstance);
            fragments = 0;
            bytes = 0;
            waitsForKey = true;
        }
        if (waitsForKey && !fragment.key()) {
            dropped++;
            return;
        }
        waitsForKey = false;
        waiting.add(fragment);
        fragments++;
        bytes += length;
    }

    /** The next message, waiting for it; throws {@link InterruptedException} when the queue is closed. */
    public synchronized LiveMessage take() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                throw new InterruptedException("closed");
            }
            wait();
        }
        LiveMessage next = waiting.remove();
        if (next instanceof LiveMessage.Fragment fragment) {
            fragments--;
            bytes -= fragment.bytes().remaining();
        }
        return next;
    }

    /** Fragments this viewer did not get. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Nothing is taken any more; what waits is still handed out. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
