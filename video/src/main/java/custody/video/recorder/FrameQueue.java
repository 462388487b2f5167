package custody.video.recorder;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What waits for a node that watches a camera, bounded in bytes. Where there is no room for a picture all that wait are left out; the
 * newest coding and initialisation are kept, since without them nothing that comes later can be shown.
 */
final class FrameQueue {
    /** What all cameras together may have waiting. */
    static final class Room {
        private final long most;
        private long taken;

        Room(long most) {
            this.most = most;
        }

        private synchronized boolean take(long bytes) {
            boolean fits = taken + bytes <= most;
            if (fits) {
                taken += bytes;
            }
            return fits;
        }

        private synchronized void giveBack(long bytes) {
            taken -= bytes;
        }

        synchronized long taken() {
            return taken;
        }
    }

    private record Frame(ByteBuffer bytes, int kind, int length) {
        boolean picture() {
            return kind == LiveLink.KEY || kind == LiveLink.OTHER;
        }
    }

    private final Room room;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private long sending;
    private boolean closed;

    FrameQueue(Room room) {
        this.room = room;
    }

    /** Adds a frame and never waits; false when this and all pictures before it are left out. */
    synchronized boolean offer(ByteBuffer bytes, int kind) {
        var frame = new Frame(bytes, kind, bytes.remaining());
        if (closed) {
            return false;
        }
        if (frame.picture() && !room.take(frame.length())) {
            leaveOutPictures();
            return false;
        }
        waiting.add(frame);
        notifyAll();
        return true;
    }

    private void leaveOutPictures() {
        Optional<Frame> coding = last(LiveLink.CODING);
        Optional<Frame> initialisation = last(LiveLink.INITIALISATION);
        clear();
        coding.ifPresent(waiting::add);
        initialisation.ifPresent(waiting::add);
    }

    private Optional<Frame> last(int kind) {
        return waiting.stream().filter(frame -> frame.kind() == kind).reduce((earlier, later) -> later);
    }

    private void clear() {
        waiting.stream().filter(Frame::picture).forEach(frame -> room.giveBack(frame.length()));
        waiting.clear();
    }

    /** The next frame, waiting for it; the one before is sent. None when nothing comes any more. */
    synchronized Optional<ByteBuffer> take() throws InterruptedException {
        room.giveBack(sending);
        sending = 0;
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        Frame next = waiting.remove();
        sending = next.picture() ? next.length() : 0;
        return Optional.of(next.bytes());
    }

    /** Ends it, also for whoever waits in {@link #take}. */
    synchronized void close() {
        closed = true;
        clear();
        room.giveBack(sending);
        sending = 0;
        notifyAll();
    }
}
