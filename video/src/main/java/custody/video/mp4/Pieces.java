package custody.video.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory outside the heap in pieces of one size, lent to all cameras of a recorder. What one camera has written to disk another gathers
 * into: cameras begin their seconds at different moments, so that together they need half of what each alone would keep, and
 * none grows by leaving too small a buffer behind.
 *
 * <p>What all were never short of for a while goes back to the machine. Not sooner: memory outside the heap is only free again after a
 * collection, of which a recorder does one in six seconds, so that cameras that begin their seconds together would let it grow sixfold.
 */
public final class Pieces {
    /** Small enough that little of the last one is empty, large enough that a second of a usual camera is a handful. */
    static final int SIZE = 32 * 1024;

    /** How many come back between two looks: with 64 cameras those of ten seconds. */
    static final int WHILE = 8 * 1024;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int neverNeeded;
    private int cameBack;

    /** An empty piece; the newest that came back, since that is still in the processor's cache. */
    synchronized ByteBuffer take() {
        ByteBuffer piece = free.pollFirst();
        neverNeeded = Math.min(neverNeeded, free.size());
        return piece == null ? ByteBuffer.allocateDirect(SIZE) : piece.clear();
    }

    synchronized void giveBack(ByteBuffer piece) {
        free.addFirst(piece);
        if (++cameBack == WHILE) {
            for (; neverNeeded > 0; neverNeeded--) {
                free.removeLast();
            }
            neverNeeded = free.size();
            cameBack = 0;
        }
    }

    /** How many lie here free. */
    synchronized int free() {
        return free.size();
    }
}
