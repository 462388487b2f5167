package custody.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.ParserFuzz;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A checkpoint and its cosignatures (C2SP)")
class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
    private static final Checkpoint CHECKPOINT = Checkpoint.of(
            "example.com/behind-the-sofa",
            new TreeHead(20_852_163, Hash.parseBase64(ROOT).orThrow()));
    private static final byte[] SEED = new byte[NoteSigner.SEED_BYTES];

    @Test
    void hasTheTextOfTheSpecification() {
        assertEquals(TEXT, CHECKPOINT.text());
        assertEquals(CHECKPOINT, Checkpoint.parse(TEXT).orThrow());
    }

    @Test
    void isReadAndWrittenByteForByte() {
        List<String> valid = List.of(
                TEXT,
                TEXT + "extension one\nextension two\n",
                Checkpoint.of("o", TreeHead.EMPTY).text(),
                "o\n9223372036854775807\n" + ROOT + "\n");
        ParserFuzz.text(valid, Checkpoint::parse, Checkpoint::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n" + ROOT,
                "o\n1\n",
                "\n1\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n0\n" + ROOT + "\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nextension\n",
                "o\r\n1\n" + ROOT + "\n"
            })
    void cannotBeReadFromAnotherForm(String text) {
        assertTrue(Checkpoint.parse(text).accepted().isEmpty());
    }

    @Test
    void cannotHaveEmptyLines() {
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.of("", TreeHead.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("o", TreeHead.EMPTY, List.of("")));
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.of("o\np", TreeHead.EMPTY));
    }

    @Test
    void liveWitnessesCosignaturesVerifyWithTheirTime() {
        SignedNote note = Vectors.note(Vectors.ARCHE_NOTE);
        Set<VerifierKey> keys = Set.of(
                Vectors.key(Vectors.ARCHE_KEY),
                Vectors.key(Vectors.REMORA_KEY),
                Vectors.key(Vectors.STAGEMOLE_KEY),
                Vectors.key(Vectors.GARDEN_KEY));
        NoteVerdict.Verified verified = assertInstanceOf(NoteVerdict.Verified.class, note.verify(keys));
        assertEquals(4, verified.signed().size());
        assertEquals(keys, verified.signers());
        assertEquals(Optional.empty(), verified.signed().getFirst().at());
        assertEquals(
                Optional.of(Instant.ofEpochSecond(0x6a122120L)),
                verified.signed().getLast().at());
        assertEquals(
                1_432_088_532L,
                Checkpoint.parse(verified.text()).orThrow().head().size());
    }

    @Test
    void cosignatureCoversTextAndTime() {
        Instant at = Instant.parse("2026-11-24T08:15:00.999Z");
        Cosigner cosigner = Cosigner.fromSeed("witness.example/w1", SEED);
        NoteSignature signature = cosigner.cosign(CHECKPOINT, at);
        Set<VerifierKey> keys = Set.of(cosigner.key());
        NoteVerdict.Verified verified =
                assertInstanceOf(NoteVerdict.Verified.class, new SignedNote(TEXT, List.of(signature)).verify(keys));
        assertEquals(
                Optional.of(Instant.parse("2026-11-24T08:15:00Z")),
                verified.signed().getFirst().at());

        for (int at72 = 0; at72 < 72; at72++) {
            byte[] wrong = signature.signature();
            wrong[at72] ^= 1;
            SignedNote note =
                    new SignedNote(TEXT, List.of(new NoteSignature(signature.name(), signature.keyId(), wrong)));
            assertInstanceOf(NoteVerdict.BadSignature.class, note.verify(keys), "byte " + at72);
        }
        SignedNote other = new SignedNote(TEXT + "extension\n", List.of(signature));
        assertInstanceOf(NoteVerdict.BadSignature.class, other.verify(keys));
    }

    @Test
    void cosignatureIsNoNoteSignatureAndBack() {
        Cosigner cosigner = Cosigner.fromSeed("name", SEED);
        NoteSigner signer = NoteSigner.fromSeed("name", SEED);
        NoteSignature cosignature = cosigner.cosign(CHECKPOINT, Instant.EPOCH);
        SignedNote note = CHECKPOINT.sign(signer);
        assertInstanceOf(NoteVerdict.NoTrustedKey.class, note.verify(List.of(cosigner.key())));
        SignedNote renamed = new SignedNote(
                TEXT, List.of(new NoteSignature("name", signer.key().id(), cosignature.signature())));
        assertInstanceOf(NoteVerdict.BadSignature.class, renamed.verify(List.of(signer.key())));
    }

    @Test
    void cosignatureOfATextThatIsNoCheckpointIsWrong() {
        Cosigner cosigner = Cosigner.fromSeed("name", SEED);
        NoteSignature signature = cosigner.cosign(CHECKPOINT, Instant.EPOCH);
        SignedNote note = new SignedNote("not a checkpoint\n", List.of(signature));
        assertInstanceOf(NoteVerdict.BadSignature.class, note.verify(List.of(cosigner.key())));
    }
}
