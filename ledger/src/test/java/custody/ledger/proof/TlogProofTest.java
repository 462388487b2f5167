package custody.ledger.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Mutations;
import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.Cosigner;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.Hash;
import custody.ledger.tree.NaiveTree;
import custody.ledger.tree.ProofVerdict;
import custody.ledger.tree.TreeHashes;
import custody.ledger.tree.TreeHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proof to take along (C2SP tlog-proof)")
class TlogProofTest {
    private static final String ORIGIN = "custody/UA26-0007/1";
    private static final NoteSigner LOG = NoteSigner.fromSeed(ORIGIN, seed(1));
    private static final Cosigner WITNESS = Cosigner.fromSeed("witness.example/w1", seed(2));
    private static final Cosigner STRANGER = Cosigner.fromSeed("witness.example/w2", seed(3));
    private static final Instant AT = Instant.parse("2026-11-24T08:15:00Z");
    private static final int SIZE = 70;
    private static final int INDEX = 37;

    private final NaiveTree tree = NaiveTree.of(SIZE);
    private final Hash leaf = tree.leaves().get(INDEX);
    private final Checkpoint checkpoint = Checkpoint.of(ORIGIN, tree.head(SIZE));
    private final SignedNote note = checkpoint.sign(LOG).with(WITNESS.cosign(checkpoint, AT));
    private final TlogProof proof =
            TlogProof.of(TreeHashes.of(tree, SIZE).inclusion(INDEX).made().orElseThrow(), note);

    private static byte[] seed(int value) {
        byte[] seed = new byte[NoteSigner.SEED_BYTES];
        seed[0] = (byte) value;
        return seed;
    }

    private TlogVerdict verdict(TlogProof claimed) {
        return claimed.verify(leaf, ORIGIN, List.of(LOG.key()), List.of(WITNESS.key(), STRANGER.key()));
    }

    @Test
    void provesTheLeafAndNamesTheWitnesses() {
        TlogVerdict.Proven proven = assertInstanceOf(TlogVerdict.Proven.class, verdict(proof));
        assertEquals(checkpoint, proven.checkpoint());
        assertEquals(
                List.of(
                        new NoteVerdict.Signed(LOG.key(), Optional.empty()),
                        new NoteVerdict.Signed(WITNESS.key(), Optional.of(AT))),
                proven.signed());
    }

    @Test
    void hasTheFormOfTheSpecification() {
        List<String> lines = proof.text().lines().toList();
        assertEquals("c2sp.org/tlog-proof@v1", lines.get(0));
        assertEquals("index 37", lines.get(1));
        assertEquals(proof.path().getFirst().base64(), lines.get(2));
        assertEquals("", lines.get(2 + proof.path().size()));
        assertEquals(ORIGIN, lines.get(3 + proof.path().size()));
        TlogProof more = proof.withExtra(new byte[] {1, 2, 3});
        assertEquals("extra AQID", more.text().lines().toList().get(1));
        assertArrayEquals(new byte[] {1, 2, 3}, more.extra().orElseThrow());
        assertInstanceOf(TlogVerdict.Proven.class, verdict(more));
    }

    @Test
    void canBeOfTheOnlyLeaf() {
        Checkpoint one = Checkpoint.of(ORIGIN, tree.head(1));
        TlogProof only = TlogProof.of(TreeHashes.of(tree, 1).inclusion(0).made().orElseThrow(), one.sign(LOG));
        TlogProof read = TlogProof.parse(only.text()).orThrow();
        assertInstanceOf(
                TlogVerdict.Proven.class, read.verify(tree.leaves().getFirst(), ORIGIN, List.of(LOG.key()), List.of()));
    }

    @Test
    void readsNothingButWhatItWrites() {
        Checkpoint one = Checkpoint.of(ORIGIN, tree.head(1));
        TlogProof only = TlogProof.of(TreeHashes.of(tree, 1).inclusion(0).made().orElseThrow(), one.sign(LOG));
        List<String> valid =
                List.of(proof.text(), proof.withExtra(new byte[] {9}).text(), only.text());
        ParserFuzz.text(valid, TlogProof::parse, TlogProof::text);
    }

    @Test
    void cannotBeReadInAnotherForm() {
        String text = proof.text();
        for (String changed : List.of(
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v1\n\n" + note.encode(),
                text.replace("proof@v1", "proof@v2"),
                text.replace("index 37", "index 037"),
                text.replace("index 37", "index -1"),
                text.replace("index 37", "index 9223372036854775808"),
                text.replace("index 37\n", ""),
                text.replace("index 37\n", "extra \nindex 37\n"),
                text.replace("index 37\n", "extra A\nindex 37\n"),
                text.replace("index 37\n", "index 37\nextra AQID\n"),
                text.replace("index 37\n", "index 37\n\n"),
                text.replace("index 37\n", "index 37\n" + (leaf.base64() + "\n").repeat(58)),
                text.stripTrailing())) {
            assertTrue(TlogProof.parse(changed).accepted().isEmpty(), changed);
        }
        assertThrows(IllegalArgumentException.class, () -> new TlogProof("not base64", 1, List.of(), note));
    }

    @Test
    void cannotProveAnotherLeafIndexOrigin() {
        Hash other = tree.leaves().getFirst();
        assertEquals(
                new TlogVerdict.NotIncluded(ProofVerdict.WRONG_ROOT),
                proof.verify(other, ORIGIN, List.of(LOG.key()), List.of()));
        assertEquals(
                new TlogVerdict.NotIncluded(ProofVerdict.WRONG_ROOT),
                verdict(new TlogProof(null, INDEX - 1, proof.path(), note)));
        assertEquals(
                new TlogVerdict.NotIncluded(ProofVerdict.OUT_OF_RANGE),
                verdict(new TlogProof(null, SIZE, proof.path(), note)));
        assertEquals(
                new TlogVerdict.NotIncluded(ProofVerdict.WRONG_LENGTH),
                verdict(new TlogProof(null, INDEX, List.of(), note)));
        assertEquals(
                new TlogVerdict.OtherOrigin(),
                proof.verify(leaf, "custody/UA26-0008/1", List.of(LOG.key()), List.of()));
    }

    @Test
    void cannotProveWithoutTheLogsSignature() {
        SignedNote witnessOnly = new SignedNote(checkpoint.text(), List.of(WITNESS.cosign(checkpoint, AT)));
        assertEquals(new TlogVerdict.NotSignedByLog(), verdict(new TlogProof(null, INDEX, proof.path(), witnessOnly)));
        List<VerifierKey> none = List.of();
        assertEquals(new TlogVerdict.NotSignedByLog(), proof.verify(leaf, ORIGIN, none, none));
        SignedNote forged =
                new SignedNote(Checkpoint.of(ORIGIN, new TreeHead(SIZE, leaf)).text(), note.signatures());
        assertEquals(
                new TlogVerdict.BadSignature(LOG.key()), verdict(new TlogProof(null, INDEX, proof.path(), forged)));
        SignedNote noCheckpoint = SignedNote.sign("some text\n", LOG);
        assertInstanceOf(
                TlogVerdict.NoCheckpoint.class, verdict(new TlogProof(null, INDEX, proof.path(), noCheckpoint)));
    }

    @Test
    void cannotProveAfterAnyDamage() {
        byte[] valid = proof.text().getBytes(StandardCharsets.UTF_8);
        Seeded.times(4_000, random -> {
            byte[] damaged = Mutations.of(valid, random);
            String text = new String(damaged, StandardCharsets.UTF_8);
            TlogProof.parse(text).accepted().ifPresent(read -> {
                // What still proves must say the same: only lines of unknown signers may come and go.
                if (verdict(read) instanceof TlogVerdict.Proven proven) {
                    assertEquals(checkpoint, proven.checkpoint());
                    assertEquals(proof.index(), read.index());
                    assertEquals(proof.path(), read.path());
                }
            });
        });
    }
}
