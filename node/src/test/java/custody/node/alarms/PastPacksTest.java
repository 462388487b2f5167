package custody.node.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The text of the law that judged")
class PastPacksTest {
    private static final Instant BEFORE = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant AFTER = Instant.parse("2027-02-01T10:00:00Z");

    @TempDir
    Path data;

    private Packs packs() {
        return LawInForce.packs(data, line -> {
            throw new AssertionError(line);
        });
    }

    private static Pack judging(Packs packs, Instant at) {
        return packs.judging("ua", at).orElseThrow();
    }

    /** A pack of one's own, as the built-in one but for this. */
    private void own(String was, String is) throws IOException {
        Path to = data.resolve("rulepacks/ua");
        Path from = Path.of("..", "rulepacks", "ua");
        Files.createDirectories(to.resolve("rules"));
        try (Stream<Path> rules = Files.list(from.resolve("rules"))) {
            for (Path rule : rules.toList()) {
                Files.writeString(to.resolve("rules").resolve(rule.getFileName()), Files.readString(rule));
            }
        }
        String pack = Files.readString(from.resolve("pack.yaml"));
        assertTrue(pack.contains(was), was);
        Files.writeString(to.resolve("pack.yaml"), pack.replace(was, is));
    }

    @Test
    @DisplayName("goes on judging older records when a new version lands alone")
    void goesOnWhenANewVersionLandsAlone() throws IOException {
        Pack old = judging(packs(), BEFORE);
        own(
                "version: \"2026.11.2\"\nvalid-from: 2024-04-01T00:00:00+03:00",
                "version: \"2027.01\"\nvalid-from: 2027-01-01T00:00:00+02:00");
        Packs now = packs();
        assertEquals(old, judging(now, BEFORE));
        assertEquals("2027.01", judging(now, AFTER).version());
        assertEquals(now.all(), packs().all(), "and after the next start");
    }

    @Test
    @DisplayName("is the program's own where a version that is not in force yet is all that the folder ever held")
    void isTheProgramsOwnMeanwhile() throws IOException {
        own(
                "version: \"2026.11.2\"\nvalid-from: 2024-04-01T00:00:00+03:00",
                "version: \"2027.01\"\nvalid-from: 2027-01-01T00:00:00+02:00");
        Packs now = packs();
        assertEquals("2026.11.2", judging(now, BEFORE).version());
        assertEquals("2027.01", judging(now, AFTER).version());
        assertEquals(now.all(), LawInForce.reading(data).all(), "and whoever only looks knows the same");
    }

    @Test
    @DisplayName("is known by its hash though its version has another text now, which judges what begins now")
    void isKnownByItsHash() throws IOException {
        Pack old = judging(packs(), BEFORE);
        own("version: \"2026.11.2\"", "# Виправлено одруківку.\nversion: \"2026.11.2\"");
        Packs now = packs();
        assertEquals(old, now.exactly("ua", old.version(), old.hash()).orElseThrow());
        assertTrue(!judging(now, BEFORE).hash().equals(old.hash()), "the text given judges");
    }

    @Test
    @DisplayName("is the department's own old one, not the program's, where its new one judges nobody yet")
    void isTheDepartmentsOwn() throws IOException {
        String built = "version: \"2026.11.2\"\nvalid-from: 2024-04-01T00:00:00+03:00";
        own(built, "version: \"2025.01\"\nvalid-from: 2024-04-01T00:00:00+03:00");
        Pack first = judging(packs(), BEFORE);
        own(built, "version: \"2026.01\"\nvalid-from: 2025-01-01T00:00:00+02:00");
        Pack own = judging(packs(), BEFORE);
        assertEquals("2026.01", own.version());
        own(built, "version: \"2027.01\"\nvalid-from: 2027-01-01T00:00:00+02:00");
        Packs now = packs();
        assertEquals(own, judging(now, BEFORE), "of those no longer given the last one");
        assertEquals(first, judging(now, Instant.parse("2024-06-01T10:00:00Z")), "and not the program's");
        assertEquals("2027.01", judging(now, AFTER).version());
        assertEquals(now.all(), LawInForce.reading(data).all(), "and whoever only looks knows the same");
    }

    @Test
    @DisplayName("is the one given last, where a mistake was put right in place before the next version")
    void isTheOneGivenLast() throws IOException {
        String built = "version: \"2026.11.2\"\nvalid-from: 2024-04-01T00:00:00+03:00";
        String own = "version: \"2025.01\"\nvalid-from: 2024-04-01T00:00:00+03:00";
        String next = "version: \"2027.01\"\nvalid-from: 2027-01-01T00:00:00+02:00";
        own(built, own);
        Pack first = judging(packs(), BEFORE);
        own(built, own + "\n# Виправлено.");
        Pack mended = judging(packs(), BEFORE);
        own(built, next);
        assertEquals(mended, judging(packs(), BEFORE));
        own(built, own);
        packs();
        own(built, next);
        assertEquals(first, judging(packs(), BEFORE), "and the first where that was put back");
    }

    @Test
    @DisplayName("does not judge where its copy is not what it was")
    void doesNotJudgeWhereItsCopyIsChanged() throws IOException {
        Pack old = judging(packs(), BEFORE);
        own(
                "version: \"2026.11.2\"\nvalid-from: 2024-04-01T00:00:00+03:00",
                "version: \"2027.01\"\nvalid-from: 2027-01-01T00:00:00+02:00");
        Path copy = data.resolve("rulepacks-past").resolve(old.hash()).resolve("ua/pack.yaml");
        Files.writeString(copy, Files.readString(copy) + "# інше\n");
        assertTrue(packs().judging("ua", BEFORE).isEmpty());
    }
}
