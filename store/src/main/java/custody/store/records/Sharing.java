package custody.store.records;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Does independent pieces of a batch with all processors, where there are enough of them. */
final class Sharing {
    /** Below this many a second thread costs more than it brings. */
    private static final int WORTH_SHARING = 32;

    private Sharing() {}

    static <T> void each(List<T> work, Consumer<T> doing) {
        Stream<T> stream = work.size() < WORTH_SHARING ? work.stream() : work.parallelStream();
        stream.forEach(doing);
    }
}
