package custody.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.log.Disclosure;
import custody.ledger.log.Leaf;
import custody.ledger.log.Receipt;
import custody.ledger.note.VerifierKey;
import custody.ledger.proof.TlogProof;
import custody.ledger.proof.TlogVerdict;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.TreeHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of the formats")
class FormatPagesTest {
    private static final Path FORMATS = Path.of("..", "docs", "formats");

    /** The blocks between fences, without the fences. */
    private static List<String> examples(String page) throws IOException {
        String[] parts = Files.readString(FORMATS.resolve(page)).split("```\n", -1);
        return IntStream.range(0, parts.length)
                .filter(part -> part % 2 == 1)
                .mapToObj(part -> parts[part])
                .toList();
    }

    private static String starting(List<String> examples, String start) {
        return examples.stream()
                .filter(example -> example.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showLeavesThatAreReadAndHashAsSaid() throws IOException {
        String page = Files.readString(FORMATS.resolve("leaf.md"));
        List<String> leaves = examples("leaf.md").stream()
                .filter(example -> example.startsWith("{\"v\":1"))
                .map(String::strip)
                .toList();
        assertEquals(2, leaves.size());
        for (String leaf : leaves) {
            byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
            assertEquals(leaf, new String(Leaf.parse(bytes).orThrow().encode(), StandardCharsets.UTF_8));
            assertTrue(page.contains("`" + new TreeHasher().leaf(bytes).base64() + "`"));
        }
    }

    @Test
    void showADisclosureOfTheLeaf() throws IOException {
        List<String> lines = starting(examples("leaf.md"), "WyJ").lines().toList();
        Disclosure disclosure = Disclosure.parse(lines.getFirst()).orThrow();
        String leaf = starting(examples("leaf.md"), "{\"v\":1").strip();
        assertTrue(Leaf.parse(leaf.getBytes(StandardCharsets.UTF_8))
                .orThrow()
                .digests()
                .contains(disclosure.digest()));
        assertTrue(leaf.contains("\"" + lines.getLast() + "\""));
        assertEquals("kind", disclosure.field().name());
    }

    @Test
    void showAProofAReceiptAndAFrontierThatAgree() throws IOException {
        List<String> examples = examples("ledger.md");
        TlogProof proof =
                TlogProof.parse(starting(examples, "c2sp.org/tlog-proof@v1")).orThrow();
        Receipt receipt =
                Receipt.parse(starting(examples, "custody-receipt/v1")).orThrow();
        VerifierKey log = VerifierKey.parse(
                        starting(examples, "custody/UA26-0007/1+").strip())
                .orThrow();
        String page = Files.readString(FORMATS.resolve("ledger.md"));
        VerifierKey witness = VerifierKey.parse(Arrays.stream(page.split("`", -1))
                        .filter(text -> text.startsWith("witness.example/w1+"))
                        .findFirst()
                        .orElseThrow())
                .orThrow();
        TlogVerdict.Proven proven = assertInstanceOf(
                TlogVerdict.Proven.class,
                proof.verify(receipt.leafHash(), receipt.origin().text(), List.of(log), List.of(witness)));
        assertEquals(2, proven.signed().size());
        byte[] frontier =
                HexFormat.of().parseHex(starting(examples, "0000000000000005").strip());
        assertEquals(
                proven.checkpoint().head(), Frontier.decode(frontier).orThrow().head());
    }
}
