package custody.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.ParserFuzz;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A verifier key (C2SP signed-note)")
class VerifierKeyTest {
    @Test
    void hasTheIdentifierOfTheSpecification() {
        VerifierKey key = Vectors.key(Vectors.EXAMPLE_KEY);
        assertEquals("example.com/foo", key.name());
        assertEquals(0x530d903a, key.id());
        assertEquals(SignatureKind.ED25519, key.kind());
        assertEquals(SignatureKind.COSIGNATURE, Vectors.key(Vectors.REMORA_KEY).kind());
        assertEquals(key, VerifierKey.of(key.name(), key.kind(), key.publicKey()));
    }

    @Test
    void isReadAndWrittenByteForByte() {
        List<String> valid = List.of(
                Vectors.EXAMPLE_KEY, Vectors.NEUMANN_KEY, Vectors.REMORA_KEY, Vectors.GARDEN_KEY, Vectors.ARCHE_KEY);
        ParserFuzz.text(valid, VerifierKey::parse, VerifierKey::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
                "example.com/foo+530d903a+"
            })
    void cannotBeReadFromAnotherForm(String text) {
        assertTrue(VerifierKey.parse(text).accepted().isEmpty());
    }

    @Test
    void cannotHaveAKeyOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.of("name", SignatureKind.ED25519, new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.of("", SignatureKind.ED25519, new byte[32]));
    }
}
