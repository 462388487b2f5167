package custody.record.desk;

import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import java.util.function.Consumer;

/** Tells whoever watches that a record changed, after the commit. Carries no content. */
public interface Changes {

    /** One change. */
    record Change(FacilityCode facility, RecordId record, int version, long index) {}

    /** Watches until the returned handle is closed. The watcher must not block. */
    AutoCloseable watch(Consumer<Change> watcher);
}
