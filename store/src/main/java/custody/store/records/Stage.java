package custody.store.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** One step on the way to disk: a thread that does it for every batch, in the order in which they come. */
final class Stage implements AutoCloseable {
    /** Empty is the end. */
    private final BlockingQueue<Optional<Carried>> waiting = new ArrayBlockingQueue<>(Committer.UNDER_WAY + 1);

    private final int atOnce;
    private final Consumer<List<Carried>> work;
    private final Thread thread;

    private Stage(String name, int atOnce, Consumer<List<Carried>> work) {
        this.atOnce = atOnce;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** A step that takes one batch after the other. */
    static Stage oneByOne(String name, Consumer<Carried> work) {
        return new Stage(name, 1, one -> work.accept(one.getFirst()));
    }

    /** A step that takes all that wait, in order. */
    static Stage together(String name, Consumer<List<Carried>> work) {
        return new Stage(name, Committer.UNDER_WAY, work);
    }

    /** There is always room: no more batches are under way. */
    void take(Carried batch) {
        waiting.add(Optional.of(batch));
    }

    private void run() {
        try {
            List<Optional<Carried>> taken = new ArrayList<>();
            boolean more = true;
            while (more) {
                taken.add(waiting.take());
                waiting.drainTo(taken, atOnce - 1);
                List<Carried> batches = taken.stream().flatMap(Optional::stream).toList();
                more = batches.size() == taken.size();
                taken.clear();
                if (!batches.isEmpty()) {
                    work.accept(batches);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        waiting.add(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
