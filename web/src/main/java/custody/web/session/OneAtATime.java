package custody.web.session;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time look, judge by what was seen, and write. One process holds a data folder, and a write returns after its
 * commit: whoever comes next sees it.
 */
public final class OneAtATime {
    private final Lock turn = new ReentrantLock();

    /** What is done with nobody else in between. */
    public <T> T of(Supplier<T> doing) {
        turn.lock();
        try {
            return doing.get();
        } finally {
            turn.unlock();
        }
    }
}
