package custody.store.records;

import custody.record.desk.Changes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells watchers what was committed. Safe for many threads; tells on the committer's thread. */
final class CommittedChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedChanges.class);

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    private record Watcher(Consumer<Change> change, Runnable doubt) {}

    @Override
    public AutoCloseable watch(Consumer<Change> watcher) {
        return watch(watcher, () -> {});
    }

    @Override
    public AutoCloseable watch(Consumer<Change> watcher, Runnable doubt) {
        Watcher both = new Watcher(watcher, doubt);
        watchers.add(both);
        return () -> watchers.remove(both);
    }

    void committed(Batch batch) {
        if (watchers.isEmpty()) {
            return;
        }
        for (Batch.Projection projection : batch.projections()) {
            var record = projection.kept().record();
            tell(new Change(record.number().facility(), record.id(), record.version(), projection.index()));
        }
    }

    private void tell(Change change) {
        each(watcher -> watcher.change().accept(change));
    }

    /** Entries may have been committed of which nobody is told. */
    void doubted() {
        each(watcher -> watcher.doubt().run());
    }

    private void each(Consumer<Watcher> telling) {
        for (Watcher watcher : watchers) {
            try {
                telling.accept(watcher);
            } catch (RuntimeException | Error broken) {
                LOG.atWarn().setCause(broken).log("a watcher of changes failed");
            }
        }
    }
}
