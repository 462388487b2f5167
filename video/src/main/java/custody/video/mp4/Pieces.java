package custody.video.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory outside the heap in pieces of one size, lent to all cameras of a recorder. What one camera has written to disk another gathers
 * into: cameras begin their seconds at different moments, so that together they need half of what each alone would keep, and
 * none grows by leaving too small a buffer behind.
 */
public final class Pieces {
    /** Small enough that little of the last one is empty, large enough that a second of a usual camera is a handful. */
    static final int SIZE = 32 * 1024;

    /** What is kept free; the rest of one very large second goes back to the machine with the next collection. */
    private static final int MOST_FREE = 16 * 1024 * 1024 / SIZE;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    /** An empty piece; the newest that came back, since that is still in the processor's cache. */
    synchronized ByteBuffer take() {
        ByteBuffer piece = free.pollFirst();
        return piece == null ? ByteBuffer.allocateDirect(SIZE) : piece.clear();
    }

    synchronized void giveBack(ByteBuffer piece) {
        if (free.size() < MOST_FREE) {
            free.addFirst(piece);
        }
    }
}
