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

    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    @Override
    public AutoCloseable watch(Consumer<Change> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
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
        for (Consumer<Change> watcher : watchers) {
            try {
                watcher.accept(change);
            } catch (RuntimeException broken) {
                LOG.atWarn().setCause(broken).log("a watcher of changes failed");
            }
        }
    }
}
