package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.alarms.LawInForce;
import custody.node.demo.DemoFacility;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.store.Store;
import custody.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's start with rule packs that somebody has spoilt. */
@DisplayName("A rule pack with a mistake")
class RefusedLawIT {
    private static final Path GOOD = Path.of("..", "rulepacks", "ua");
    private static final String RULE = "ua/rules/maximum.yaml";

    @TempDir
    Path folder;

    /** What is spoilt, and what must be said: the file, and the line where there is one. */
    private record Spoilt(String file, String was, String is, String said) {}

    private static Map<String, Spoilt> mistakes() {
        Map<String, Spoilt> mistakes = new LinkedHashMap<>();
        mistakes.put(
                "an unknown fact",
                new Spoilt(
                        RULE,
                        "when: without-ruling",
                        "when: without-rulin",
                        RULE + ":9: rule maximum: unknown fact without-rulin"));
        mistakes.put(
                "a cycle",
                new Spoilt(
                        "ua/pack.yaml",
                        "  young:\n    any: [minor",
                        "  young:\n    any: [young, minor",
                        "ua/pack.yaml:"));
        mistakes.put(
                "a missing limit",
                new Spoilt(RULE, "limit: 72h\n# «Інше»", "# «Інше»", RULE + ":1: rule maximum: the limit is missing"));
        mistakes.put("bad YAML", new Spoilt(RULE, "limit: 72h", "limit: [72h", RULE + ":1"));
        mistakes.put(
                "a billion laughs",
                new Spoilt(
                        RULE,
                        "demands: [release]",
                        "demands: &a [release, release]\nwarnings: [*a, *a, *a]",
                        RULE + ":"));
        return mistakes;
    }

    private Path good() throws IOException {
        Path data = Files.createTempDirectory(folder, "data");
        copy(data.resolve("rulepacks/ua"));
        change(data, "ua/pack.yaml", "version: \"2026.11.2\"", "version: \"2026.own\"");
        return data;
    }

    private static void copy(Path to) throws IOException {
        Files.createDirectories(to.resolve("rules"));
        Files.copy(GOOD.resolve("pack.yaml"), to.resolve("pack.yaml"));
        try (Stream<Path> rules = Files.list(GOOD.resolve("rules"))) {
            for (Path rule : rules.toList()) {
                Files.copy(rule, to.resolve("rules").resolve(rule.getFileName()));
            }
        }
    }

    private static void change(Path data, String file, String was, String is) throws IOException {
        Path path = data.resolve("rulepacks").resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(was), file + " holds " + was);
        Files.writeString(path, text.replace(was, is));
    }

    /** Of the packs given; the program's own stand behind them. */
    private static List<String> versions(Packs packs) {
        return packs.all().stream()
                .filter(pack -> !packs.retired().contains(pack.hash()))
                .map(Pack::version)
                .toList();
    }

    @Test
    @DisplayName("is refused at the start by file and line, whatever it is; the law that was in force stays in force")
    void isRefusedAndTheOldLawStays() throws IOException {
        Path data = good();
        StoreSettings settings = StoreSettings.of(data.resolve("store"), DemoFacility.CODE, InstantSource.system());
        try (Store store = Store.open(settings)) {
            assertEquals(
                    List.of("2026.own"), versions(LawInForce.of(data, store).packs()));
            for (Map.Entry<String, Spoilt> mistake : mistakes().entrySet()) {
                Spoilt spoilt = mistake.getValue();
                change(data, spoilt.file(), spoilt.was(), spoilt.is());
                refused(data, store, mistake.getKey(), spoilt.said());
                change(data, spoilt.file(), spoilt.is(), spoilt.was());
            }
            copy(data.resolve("rulepacks/ua-next"));
            refused(
                    data,
                    store,
                    "validity that overlaps",
                    "ua-next/pack.yaml:5: version 2026.11.2 is valid while version 2026.own is");
        }
    }

    private static void refused(Path data, Store store, String name, String said) {
        List<String> lines = new ArrayList<>();
        Packs packs = LawInForce.of(LawInForce.packs(data, lines::add), store).packs();
        assertTrue(
                lines.getFirst().startsWith("Rule pack refused: " + said),
                () -> name + ": expected " + said + ", said " + lines);
        assertEquals("The law that was in force stays in force: ua 2026.own", lines.getLast(), name);
        assertEquals(List.of("2026.own"), versions(packs), name);
    }

    @Test
    @DisplayName("leaves a node running, that says at its console what is wrong and judges as before")
    void leavesANodeRunning() throws IOException, InterruptedException {
        PreparedFolder prepared = new PreparedFolder(folder.resolve("node"));
        copy(prepared.data().resolve("rulepacks/ua"));
        change(prepared.data(), "ua/pack.yaml", "version: \"2026.11.2\"", "version: \"2026.own\"");
        try (NodeProcess node = NodeProcess.start(prepared.data())) {
            assertTrue(!node.output().contains("refused"), node.output());
        }
        Spoilt spoilt = mistakes().values().iterator().next();
        change(prepared.data(), spoilt.file(), spoilt.was(), spoilt.is());
        try (NodeProcess node = NodeProcess.start(prepared.data())) {
            assertTrue(node.output().contains("Rule pack refused: " + spoilt.said()), node.output());
            assertTrue(node.output().contains("stays in force: ua 2026.own"), node.output());
        }
    }
}
