package custody.store.records;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** One step on the way to disk: a thread that does it for every batch, in the order in which they come. */
final class Stage implements AutoCloseable {
    /** Empty is the end. */
    private final BlockingQueue<Optional<Carried>> waiting = new ArrayBlockingQueue<>(Committer.UNDER_WAY + 1);

    private final Consumer<Carried> work;
    private final Thread thread;

    Stage(String name, Consumer<Carried> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** There is always room: no more batches are under way. */
    void take(Carried batch) {
        waiting.add(Optional.of(batch));
    }

    private void run() {
        try {
            for (Optional<Carried> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                work.accept(next.get());
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
