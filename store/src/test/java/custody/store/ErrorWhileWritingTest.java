package custody.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import custody.record.desk.Outcome;
import custody.record.desk.StorageUnavailable;
import custody.record.events.RecordId;
import custody.store.records.NodeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An error that nobody expects on a thread that writes")
final class ErrorWhileWritingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StoreSettings plain = TestStores.settings(TestStores.prepared("error"));
    private final AtomicBoolean planted = new AtomicBoolean();

    private void err() {
        if (planted.getAndSet(false)) {
            throw new LinkageError("planted");
        }
    }

    private StoreSettings settings(NodeTime time) {
        return new StoreSettings(
                plain.folder(),
                plain.home(),
                plain.server(),
                plain.passphrase(),
                time,
                plain.batchEntries(),
                plain.cachedEvents());
    }

    private static Outcome add(Store store, RecordId record) {
        return store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
    }

    private static RecordId record(Store store) {
        store.facilities().put(Samples.facility());
        Outcome opened = store.records().open(Samples.HOME, Samples.booking("Збій", Instant.now()), Samples.WRITER);
        return assertInstanceOf(Outcome.Stored.class, opened).record().id();
    }

    @Test
    @DisplayName("while entries are prepared refuses them, and the next are stored")
    void whilePreparing() {
        NodeTime time = () -> {
            err();
            return plain.time().now();
        };
        assertTimeoutPreemptively(PATIENCE, () -> {
            try (Store store = Store.open(settings(time))) {
                RecordId record = record(store);
                planted.set(true);
                assertThrows(StorageUnavailable.class, () -> add(store, record));
                assertInstanceOf(Outcome.Stored.class, add(store, record));
            }
        });
    }

    @Test
    @DisplayName("while watchers are told of what was stored costs nobody the answer")
    void whileAnswering() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            try (Store store = Store.open(plain);
                    AutoCloseable _ = store.changes().watch(_ -> err())) {
                RecordId record = record(store);
                planted.set(true);
                assertInstanceOf(Outcome.Stored.class, add(store, record));
                assertInstanceOf(Outcome.Stored.class, add(store, record));
            }
        });
    }
}
