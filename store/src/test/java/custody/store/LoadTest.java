package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Search;
import custody.record.events.FacilityCode;
import custody.store.bench.Load;
import custody.store.check.CheckReport;
import custody.store.keys.Passphrase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store that was filled in bulk is one that the append could have written. */
class LoadTest {
    private static final FacilityCode HOME = new FacilityCode("UA99-0001");

    @Test
    void aLoadedStoreAgreesAndCanBeWorkedOn() throws Exception {
        Path folder = TestStores.folder("loaded");
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new Load(folder, 200, 8_000, Instant.now(), out).run();
        try (Store store = Store.open(StoreSettings.of(folder, HOME, InstantSource.system()))) {
            assertTrue(store.awaitSealed(10_000));
            var present = store.records().whiteboard(HOME, Samples.READING);
            assertTrue(present.size() > 30 && present.size() <= 40, "in custody: " + present.size());
            var found = store.records()
                    .search(new Search("виг", Set.of(), Set.of(HOME), null, null, null, 50), Samples.READING);
            assertTrue(!found.items().isEmpty());
            var record = store.records()
                    .read(present.getFirst().id(), Samples.READING)
                    .orElseThrow();
            assertEquals(present.getFirst().number(), record.number());
            store.records().add(record.id(), Samples.meal(Instant.now()), null, Samples.WRITER);
            assertTrue(store.awaitSealed(10_000));
        }
        CheckReport report =
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore());
        assertEquals(List.of(), report.discoveries());
        assertTrue(
                report.records() > 100 && report.leaves() > 8_000,
                report.lines().toString());
    }
}
