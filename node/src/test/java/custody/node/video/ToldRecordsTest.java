package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.node.demo.DemoFacility;
import custody.node.running.Detained;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageExported;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.Exports.Export;
import custody.video.export.Exports.State;
import custody.video.export.Exports.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record")
class ToldRecordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String SHA256 = "0f".repeat(32);

    private Store store;
    private RecordId record;
    private ToldRecords told;

    @BeforeEach
    void open() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "to");
        store = Store.open(StoreSettings.of(
                PreparedCluster.into(folder.resolve("data").toAbsolutePath()), DemoFacility.CODE, () -> NOW));
        store.facilities().put(DemoFacility.facility());
        record = Detained.book(store, NOW.minusSeconds(7_200));
        told = new ToldRecords(store.records(), store.own()::of, () -> NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @DisplayName(
            "says that footage was handed out once its file is ready, with its hash, and once however often it is told")
    void saysWhatIsReadyOnce() {
        UUID id = UUID.randomUUID();
        for (State state : List.of(State.WAITING, State.RUNNING, State.FAILED, State.CANCELLED)) {
            told.told(export(id, state, Optional.empty()));
        }
        assertEquals(List.of(), exported(), "what was only asked for is not handed out");
        told.told(export(id, State.READY, Optional.of(SHA256)));
        told.told(export(id, State.READY, Optional.of(SHA256)));
        var fact = new FootageExported(
                List.of("cam-1"), NOW.minusSeconds(600), NOW.minusSeconds(60), "суд", "ухвала № 1", SHA256);
        assertEquals(List.of(fact), exported().stream().map(Event::fact).toList());
        assertEquals("1000001", exported().getFirst().recordedBy().number());
        told.told(export(UUID.randomUUID(), State.READY, Optional.of("1f".repeat(32))));
        assertEquals(2, exported().size(), "another file is another entry");
    }

    private Export export(UUID id, State state, Optional<String> sha256) {
        var wanted = new Wanted(
                DemoFacility.CODE.code(),
                new CameraId("cam-1"),
                NOW.minusSeconds(600),
                NOW.minusSeconds(60),
                "суд",
                "ухвала № 1",
                Optional.empty(),
                Optional.of(record.value()));
        return new Export(id, wanted, new Person("1000001"), NOW, state, 100, sha256, 0, List.of(), "");
    }

    private List<Event> exported() {
        return store.own().of(record).stream()
                .flatMap(found -> found.events().stream())
                .filter(event -> event.fact() instanceof FootageExported)
                .toList();
    }
}
