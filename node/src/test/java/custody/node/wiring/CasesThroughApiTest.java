package custody.node.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.demo.DemoFacility;
import custody.record.catalogue.Wire;
import custody.record.events.Badge;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.rulepacks.AppointmentCases;
import custody.store.rulepacks.CaseFile;
import custody.store.rulepacks.Cases;
import custody.store.rulepacks.CellCases;
import custody.store.rulepacks.LookCases;
import custody.store.rulepacks.Offsets;
import custody.store.rulepacks.RulePackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Every worked case of the law, recorded through the API and its clocks read there. Each file is played from one of its
 * T0s in the ordinary run, from all of them in the long one. What the record itself refuses (a search of somebody in
 * police care, a check of somebody who has left) cannot be played and is counted.
 */
@DisplayName("The timelines of the cases")
class CasesThroughApiTest {
    /** After every case: all is entered late, and judged at the instants the cases name. */
    private static final Instant NOW = Instant.parse("2028-03-20T09:00:00Z");

    private static final Path FOLDER = Path.of("..", "rulepacks");
    private static final Packs PACKS = RulePackFolder.read(FOLDER);
    private static Store store;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int played;
    private int compared;

    @BeforeAll
    static void open() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "law-api");
        store = Store.open(StoreSettings.of(
                PreparedCluster.into(folder.resolve("data").toAbsolutePath()),
                DemoFacility.CODE,
                InstantSource.fixed(NOW)));
        LawServer.people(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest(name = "of {0}")
    @ValueSource(strings = {"ua", "gb-ew-pace"})
    @DisplayName("give the states and due instants that a lawyer expects")
    void giveWhatALawyerExpects(String pack) throws IOException {
        Lawbook law = new Lawbook(
                PACKS,
                pack,
                code -> Circumstances.of(zone(pack), store.martialLaw().of(code)));
        try (LawServer server = LawServer.start(store, law, NOW)) {
            for (Path path : files(FOLDER.resolve(pack).resolve("cases"))) {
                switch (Cases.read(FOLDER, path, pack(pack))) {
                    case CaseFile file -> file(server, pack, file, String.valueOf(path.getFileName()));
                    case CellCases file -> cells(server, pack, file);
                    // Appointments have no API; who looked is written by the store, where their cases are run.
                    case AppointmentCases _, LookCases _ -> {}
                }
            }
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "%s: cases played %d, boards compared %d, not taken by the record %d%n",
                pack,
                played,
                compared,
                refused.size());
        refused.forEach(line -> System.out.println("  " + line));
        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
        assertTrue(refused.stream().noneMatch(line -> line.contains(" 500 ")), "a fault is no refusal");
        assertTrue(refused.size() * 20 < played, "too many cases cannot be recorded");
    }

    private void file(LawServer server, String pack, CaseFile file, String name) {
        int chosen = Math.floorMod(name.hashCode(), file.zeros().size());
        for (int zero = 0; zero < file.zeros().size(); zero++) {
            if (zero == chosen || Boolean.getBoolean("custody.long")) {
                String from = file.zeros().get(zero);
                Offsets offsets = new Offsets(OffsetDateTime.parse(from).toInstant(), zone(pack));
                for (CaseFile.Worked worked : file.cases()) {
                    one(server, worked, offsets, file.name() + " " + from + " «" + worked.name() + "»");
                }
            }
        }
    }

    private void cells(LawServer server, String pack, CellCases file) {
        Offsets offsets =
                new Offsets(OffsetDateTime.parse(file.zeros().getFirst()).toInstant(), zone(pack));
        for (CellCases.Sought sought : file.cases()) {
            played++;
            compared++;
            String answer = new PlayedCell(server, store, offsets, played).answer(sought);
            expect(file.name() + " «" + sought.name() + "»", Wire.name(sought.answer()), answer);
        }
        store.facilities().put(DemoFacility.facility());
    }

    private void one(LawServer server, CaseFile.Worked worked, Offsets offsets, String where) {
        martialLaw(worked.martialLaw(), offsets);
        PlayedCase recorded = new PlayedCase(server, offsets);
        List<String> not = recorded.play(worked.events());
        if (!not.isEmpty()) {
            refused.add(where + " " + not);
            return;
        }
        played++;
        for (CaseFile.Row row : worked.expect()) {
            compared++;
            check(recorded.clocks(row.at()), worked.rule(), row, offsets, where + " at " + row.at());
        }
    }

    private void check(JsonNode board, String rule, CaseFile.Row row, Offsets offsets, String where) {
        List<JsonNode> clocks = new ArrayList<>();
        board.path("clocks").forEach(clock -> {
            if (clock.path("rule").asString().equals(rule)) {
                clocks.add(clock);
            }
        });
        List<String> states =
                clocks.stream().map(clock -> clock.path("state").asString()).toList();
        expect(where + " state", row.states(), String.join("+", states));
        if (row.due() != null) {
            expect(where + " due", offsets.at(row.due()).toString(), value(clocks, "due"));
        }
        if (row.met() != null) {
            expect(where + " met", offsets.at(row.met()).toString(), value(clocks, "metAt"));
        }
    }

    private static @Nullable String value(List<JsonNode> clocks, String name) {
        return clocks.isEmpty() ? null : clocks.getLast().path(name).asString("");
    }

    private void expect(String where, String wanted, @Nullable String found) {
        if (!wanted.equals(found)) {
            wrong.add(where + ": expected " + wanted + ", is " + found);
        }
    }

    /** Nothing of an earlier case holds. */
    private static void martialLaw(@Nullable String law, Offsets offsets) {
        if (law == null && store.martialLaw().of(DemoFacility.CODE).isEmpty()) {
            return;
        }
        declare(false, Instant.EPOCH, null);
        if (law != null) {
            String[] ends = law.split("\\.\\.", 2);
            declare(true, offsets.at(ends[0]), ends.length < 2 || ends[1].isEmpty() ? null : offsets.at(ends[1]));
        }
    }

    private static void declare(boolean inForce, Instant from, @Nullable Instant to) {
        FacilityMartialLaw declared = new FacilityMartialLaw(inForce, from, to, "test");
        store.martialLaw().declare(DemoFacility.CODE, declared, new Badge("1000005"));
    }

    private static ZoneId zone(String pack) {
        return pack(pack).zone();
    }

    private static Pack pack(String id) {
        return PACKS.all().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
