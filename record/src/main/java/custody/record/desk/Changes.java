package custody.record.desk;

import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import java.util.function.Consumer;

/** Tells whoever watches that a record changed, after the commit. Carries no content. Watchers must not block. */
public interface Changes {

    /** One change. */
    record Change(FacilityCode facility, RecordId record, int version, long index) {}

    /** Watches until the returned handle is closed. */
    AutoCloseable watch(Consumer<Change> watcher);

    /**
     * As {@link #watch}, for whoever must not miss one: {@code doubt} is called where an entry was not acknowledged, though
     * it may have been committed, as when the database goes away meanwhile. What changed is then to be asked for.
     */
    AutoCloseable watch(Consumer<Change> watcher, Runnable doubt);
}
