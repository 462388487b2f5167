package custody.node.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.node.alarms.AlarmClock;
import custody.node.demo.DemoFacility;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.LawApplied;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import custody.record.law.rules.Packs;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.rulepacks.RulePackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two versions of one pack: from an instant on, whoever is apprehended may be held for 48 hours, not 72. */
@DisplayName("A new version of the law")
class NewLawTest {
    private static final Instant SWITCH = Instant.parse("2026-11-20T22:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String DESK = "1000001";
    private static Store store;
    private static Lawbook law;
    private static LawServer server;

    @BeforeAll
    static void open() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "new-law")
                .toAbsolutePath();
        Packs packs = packs(folder.resolve("packs"));
        store = Store.open(StoreSettings.of(
                PreparedCluster.into(folder.resolve("data")), DemoFacility.CODE, InstantSource.fixed(NOW)));
        LawServer.people(store);
        law = new Lawbook(packs, "ua", _ -> new Circumstances(ZoneId.of("Europe/Kyiv"), List.of()));
        server = LawServer.start(store, law, NOW);
    }

    @AfterAll
    static void close() {
        server.close();
        store.close();
    }

    private static Packs packs(Path folder) throws IOException {
        copy(Path.of("..", "rulepacks", "ua"), folder.resolve("old"));
        copy(Path.of("..", "rulepacks", "ua"), folder.resolve("new"));
        change(folder.resolve("old/pack.yaml"), "zone:", "valid-to: " + SWITCH + "\nzone:");
        change(folder.resolve("new/pack.yaml"), "2024-04-01T00:00:00+03:00", SWITCH.toString());
        change(folder.resolve("new/pack.yaml"), "version: \"2026.11.2\"", "version: \"2026.12\"");
        change(folder.resolve("new/rules/maximum.yaml"), "72h", "48h");
        change(folder.resolve("new/rules/maximum.yaml"), "version: 1", "version: 2");
        return RulePackFolder.read(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("rules"));
        Files.copy(from.resolve("pack.yaml"), to.resolve("pack.yaml"));
        try (Stream<Path> rules = Files.list(from.resolve("rules"))) {
            for (Path rule : rules.toList()) {
                Files.copy(rule, to.resolve("rules").resolve(String.valueOf(rule.getFileName())));
            }
        }
    }

    private static void change(Path file, String was, String is) throws IOException {
        Files.writeString(file, Files.readString(file).replace(was, is));
    }

    private static String open(Instant apprehended) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("facility", DemoFacility.CODE.code());
        body.put("person", Map.of("surname", "Вигаданий"));
        body.put("apprehension", Map.of("at", apprehended.toString(), "place", "вул. Вигадана, 1"));
        body.put("basis", Map.of("kind", "cpc-208"));
        return server.post(DESK, "/api/v1/records", body).path("id").asString();
    }

    private static JsonNode board(String record) {
        return server.get(DESK, "/api/v1/records/" + record + "/clocks");
    }

    private static String due(JsonNode board) {
        for (JsonNode clock : board.path("clocks")) {
            if (clock.path("rule").asString().equals("maximum")) {
                return clock.path("due").asString();
            }
        }
        return "";
    }

    @Test
    @DisplayName("judges from its first instant on, and not a millisecond earlier")
    void judgesFromItsFirstInstantOn() {
        Instant last = SWITCH.minusMillis(1);
        JsonNode before = board(open(last));
        JsonNode after = board(open(SWITCH));
        assertEquals("2026.11.2", before.at("/pack/version").asString());
        assertEquals(last.plus(Duration.ofDays(3)).toString(), due(before));
        assertEquals("2026.12", after.at("/pack/version").asString());
        assertEquals(SWITCH.plus(Duration.ofDays(2)).toString(), due(after));
    }

    @Test
    @DisplayName("leaves the records that began under the old one to the old one, whenever they are looked at")
    void leavesOldRecordsToTheOldOne() {
        String record = open(SWITCH.minus(Duration.ofHours(1)));
        for (Instant at : List.of(SWITCH.minusMillis(1), SWITCH, NOW, NOW.plus(Duration.ofDays(300)))) {
            JsonNode board = server.get(DESK, "/api/v1/records/" + record + "/clocks?at=" + at);
            assertEquals("2026.11.2", board.at("/pack/version").asString(), at.toString());
        }
    }

    @Test
    @DisplayName("takes over a record whose apprehension is corrected past the switch; the record says both")
    void takesOverACorrectedRecord() throws InterruptedException {
        String record = open(SWITCH.minus(Duration.ofMinutes(5)));
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.fixed(NOW), () -> {})) {
            waitFor(record, 1);
            String apprehended = server.get(DESK, "/api/v1/records/" + record + "/events?kind=apprehended")
                    .at("/events/0/id")
                    .asString();
            Map<String, Object> fields = Map.of(
                    "corrects",
                    apprehended,
                    "reason",
                    "помилка",
                    "occurredAt",
                    SWITCH.plus(Duration.ofMinutes(5)).toString());
            server.post(
                    DESK,
                    "/api/v1/records/" + record + "/events",
                    Map.of("kind", "correction", "occurredAt", NOW.toString(), "fields", fields));
            waitFor(record, 2);
        }
        JsonNode applied = server.get(DESK, "/api/v1/records/" + record + "/events?kind=law-applied");
        JsonNode under = board(record).path("pack");
        assertEquals("2026.11.2", applied.at("/events/0/fields/version").asString());
        assertEquals("2026.12", applied.at("/events/1/fields/version").asString());
        assertEquals(
                under.path("hash").asString(),
                applied.at("/events/1/fields/hash").asString());
        assertEquals("2026.12", under.path("version").asString());
    }

    private static void waitFor(String record, long times) throws InterruptedException {
        RecordId id = RecordId.of(record);
        for (int tries = 0; tries < 200; tries++) {
            long found = store.own().of(id).orElseThrow().events().stream()
                    .filter(event -> event.fact() instanceof LawApplied)
                    .count();
            if (found >= times) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the record does not say which law judges it");
    }
}
