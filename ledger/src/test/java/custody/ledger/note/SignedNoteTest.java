package custody.ledger.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Malformation;
import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed note (C2SP)")
class SignedNoteTest {
    private static final byte[] SEED =
            Arrays.copyOfRange(Base64.getDecoder().decode(Vectors.NEUMANN_SEED), 1, 1 + NoteSigner.SEED_BYTES);
    private static final String OTHER_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    @Test
    void verifiesTheExampleOfTheSpecification() {
        verified(Vectors.EXAMPLE_NOTE, Vectors.EXAMPLE_KEY);
        verified(Vectors.NEUMANN_NOTE, Vectors.NEUMANN_KEY);
        verified(Vectors.ARCHE_NOTE, Vectors.ARCHE_KEY);
    }

    private static void verified(String note, String key) {
        NoteVerdict verdict = Vectors.note(note).verify(List.of(Vectors.key(OTHER_KEY), Vectors.key(key)));
        NoteVerdict.Verified verified = assertInstanceOf(NoteVerdict.Verified.class, verdict);
        assertTrue(verified.signedBy(Vectors.key(key)));
        assertTrue(note.startsWith(verified.text()));
    }

    @Test
    void isSignedFromASeedAsOthersSignIt() {
        NoteSigner signer = NoteSigner.fromSeed("PeterNeumann", SEED);
        assertEquals(Vectors.NEUMANN_KEY, signer.key().text());
        String text = Vectors.note(Vectors.NEUMANN_NOTE).text();
        assertEquals(Vectors.NEUMANN_NOTE, SignedNote.sign(text, signer).encode());
    }

    @Test
    void signerKnowsWhetherItIsTheConfiguredOne() {
        NoteSigner signer = NoteSigner.fromSeed("PeterNeumann", SEED);
        assertTrue(signer.signsFor(Vectors.key(Vectors.NEUMANN_KEY)));
        assertEquals(false, signer.signsFor(Vectors.key(OTHER_KEY)));
        assertEquals(false, NoteSigner.fromSeed("other", SEED).signsFor(signer.key()));
    }

    @Test
    void cannotBeVerifiedWithoutALineOfATrustedKey() {
        SignedNote note = Vectors.note(Vectors.NEUMANN_NOTE);
        assertEquals(new NoteVerdict.NoTrustedKey(), note.verify(List.of()));
        assertEquals(new NoteVerdict.NoTrustedKey(), note.verify(List.of(Vectors.key(OTHER_KEY))));
    }

    @Test
    void cannotBeVerifiedWithAWrongLineOfATrustedKeyEvenBesideARightOne() {
        VerifierKey key = Vectors.key(Vectors.NEUMANN_KEY);
        SignedNote note = Vectors.note(Vectors.NEUMANN_NOTE);
        NoteSignature right = note.signatures().getFirst();
        byte[] wrong = right.signature();
        wrong[3] ^= 1;
        SignedNote both = note.with(new NoteSignature(right.name(), right.keyId(), wrong));
        assertEquals(new NoteVerdict.BadSignature(key), both.verify(List.of(key)));
        SignedNote short63 = note.with(new NoteSignature(right.name(), right.keyId(), Arrays.copyOf(wrong, 63)));
        assertEquals(new NoteVerdict.BadSignature(key), short63.verify(List.of(key)));
        SignedNote changed = new SignedNote("X" + note.text(), note.signatures());
        assertEquals(new NoteVerdict.BadSignature(key), changed.verify(List.of(key)));
    }

    @Test
    void countsAKeyOnceHoweverManyLinesItHas() {
        VerifierKey key = Vectors.key(Vectors.NEUMANN_KEY);
        SignedNote note = Vectors.note(Vectors.NEUMANN_NOTE);
        SignedNote twice = note.with(note.signatures().getFirst());
        NoteVerdict.Verified verified = assertInstanceOf(NoteVerdict.Verified.class, twice.verify(List.of(key)));
        assertEquals(2, verified.signed().size());
        assertEquals(Set.of(key), verified.signers());
    }

    @Test
    void ignoresLinesThatShareOnlyNameOrIdentifier() {
        VerifierKey key = Vectors.key(Vectors.NEUMANN_KEY);
        SignedNote note = Vectors.note(Vectors.NEUMANN_NOTE);
        NoteSignature right = note.signatures().getFirst();
        SignedNote more = note.with(new NoteSignature("Other", right.keyId(), right.signature()))
                .with(new NoteSignature(right.name(), right.keyId() + 1, right.signature()));
        assertInstanceOf(NoteVerdict.Verified.class, more.verify(List.of(key)));
    }

    @Test
    void isReadAndWrittenByteForByte() {
        List<String> valid = List.of(
                Vectors.EXAMPLE_NOTE,
                Vectors.NEUMANN_NOTE,
                Vectors.ARCHE_NOTE,
                Vectors.NEUMANN_NOTE.replace("problem,\n", "problem,\n\n— no signature\n\n"));
        ParserFuzz.text(valid, SignedNote::parse, SignedNote::encode);
        ParserFuzz.bytes(
                valid.stream()
                        .map(note -> note.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                SignedNote::parse,
                note -> note.encode().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n— name\n",
                "text\n\n—  AAAAAAA=\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— na me AAAAAAA=\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name AAAAAAA= \n",
                "text\n\n— name AAAAAAA=\r\n",
                "te\txt\n\n— name AAAAAAA=\n",
                "te\u0000xt\n\n— name AAAAAAA=\n",
                "text\n\n— na\u00a0me AAAAAAA=\n",
                "text\n\n— na\u2003me AAAAAAA=\n"
            })
    void cannotBeReadFromAnotherForm(String note) {
        assertTrue(SignedNote.parse(note).accepted().isEmpty());
    }

    @Test
    void isRefusedWithAReason() {
        assertEquals(
                Optional.of(Malformation.TRUNCATED), SignedNote.parse("text\n").refusal());
        assertEquals(
                Optional.of(Malformation.BAD_TEXT),
                SignedNote.parse(new byte[] {(byte) 0xc0, '\n', '\n'}).refusal());
        String many = "text\n\n" + "— name AAAAAAA=\n".repeat(65);
        assertEquals(Optional.of(Malformation.BAD_COUNT), SignedNote.parse(many).refusal());
        assertEquals(
                64,
                Vectors.note("text\n\n" + "— name AAAAAAA=\n".repeat(64))
                        .signatures()
                        .size());
        String huge = "a".repeat(SignedNote.MAX_BYTES) + "\n\n— name AAAAAAA=\n";
        assertEquals(Optional.of(Malformation.TOO_LONG), SignedNote.parse(huge).refusal());
    }

    @Test
    void cannotBeSignedOverTextWithoutItsNewline() {
        NoteSigner signer = NoteSigner.fromSeed("name", SEED);
        assertThrows(IllegalArgumentException.class, () -> SignedNote.sign("text", signer));
        assertThrows(IllegalArgumentException.class, () -> NoteSigner.fromSeed("na me", SEED));
        assertThrows(IllegalArgumentException.class, () -> NoteSigner.fromSeed("name", new byte[31]));
    }

    @Test
    void seedGivesTheKeyOfTheStandard() {
        // RFC 8032 section 7.1, test 1.
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] publicKey = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertArrayEquals(publicKey, NoteSigner.fromSeed("name", seed).key().publicKey());
    }

    @Test
    void seedGivesTheKeyThatTheJdkGeneratesWithIt() {
        Seeded.times(40, random -> {
            byte[] seed = Seeded.bytes(random, NoteSigner.SEED_BYTES);
            assertArrayEquals(
                    generated(seed), NoteSigner.fromSeed("name", seed).key().publicKey());
        });
    }

    /** The JDK's own pair, generated with the seed as its only randomness. */
    private static byte[] generated(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }
}
