package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.ledger.Malformation;
import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A disclosure (RFC 9901)")
class DisclosureTest {
    private static final String SALT = "IxIULCvxdC5Oym22DKTGwg";

    @Test
    void hasExactlyTheTextOfTheFormatsPage() {
        List<Disclosure> disclosures = Commitments.of(
                        RecordSecret.of(Examples.key()), Examples.ORIGIN, 17, EntryClass.RECORD, Examples.fields())
                .disclosures();
        assertEquals(Examples.DISCLOSURE, disclosures.getFirst().encoded());
        assertEquals(Examples.NOTE_DISCLOSURE, disclosures.getLast().encoded());
        assertEquals(
                Examples.DISCLOSURE_DIGEST,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(disclosures.getFirst().digest().bytes()));
    }

    @Test
    void isDigestedAsInTheStandard() {
        // RFC 9901 section 4.2.3: the digest is over the ASCII of the base64url text.
        String family = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
        assertEquals(
                "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Examples.sha256(family).bytes()));
        // It has spaces, so it is not in our form.
        assertFalse(Disclosure.parse(family).accepted().isPresent());
    }

    @Test
    void isReadAsItWasWritten() {
        Disclosure read = Disclosure.parse(Examples.NOTE_DISCLOSURE).orThrow();
        assertEquals(Examples.fields().getLast(), read.field());
        assertEquals(Examples.NOTE_DISCLOSURE, read.encoded());
        assertEquals(Disclosure.SALT_BYTES, read.salt().length);
    }

    @Test
    void isReadAsItWasWrittenWhateverTheValue() {
        Seeded.times(3_000, random -> {
            Field field = new Field("name", value(random));
            Disclosure disclosure = Disclosure.of(Seeded.bytes(random, 16), field);
            Disclosure read = Disclosure.parse(disclosure.encoded()).orThrow();
            assertEquals(field, read.field());
            assertEquals(disclosure, read);
            assertEquals(disclosure.digest(), read.digest());
        });
    }

    private static FieldValue value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> FieldValue.of((random.nextLong() >> 11) / (1 + random.nextInt(100_000)));
            case 1 -> FieldValue.of(random.nextBoolean());
            case 2 -> new FieldValue.Nothing();
            case 3 -> {
                List<String> texts = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    texts.add(text(random));
                }
                yield new FieldValue.Texts(texts);
            }
            default -> FieldValue.of(text(random));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int bound = new int[] {0x20, 0x80, 0x800, 0x10000, 0x110000}[random.nextInt(5)];
            int point = random.nextInt(bound);
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    @Test
    void readsNothingButWhatItWrote() {
        List<String> valid = new ArrayList<>(List.of(Examples.DISCLOSURE, Examples.NOTE_DISCLOSURE));
        for (Field field : Examples.fields()) {
            valid.add(Disclosure.of(new byte[16], field).encoded());
        }
        ParserFuzz.text(valid, Disclosure::parse, Disclosure::encoded);
        // The same below the base64url, where the JSON is.
        List<byte[]> json = valid.stream().map(Base64.getUrlDecoder()::decode).toList();
        ParserFuzz.bytes(
                json,
                bytes -> Disclosure.parse(encoded(bytes)),
                disclosure -> Base64.getUrlDecoder().decode(disclosure.encoded()));
    }

    private static String encoded(byte[] json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[\"SALT\",\"n\",1] | ",
                "[\"SALT\",\"n\",\"\\u0000\"] | ",
                "[\"SALT\",\"n\",[]] | ",
                "[\"SALT\", \"n\",1] | NOT_CANONICAL",
                "[\"SALT\",\"n\",1]] | TRAILING",
                "[\"SALT\",\"n\",1 | TRUNCATED",
                "[\"SALT\",\"n\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",01] | NOT_CANONICAL",
                "[\"SALT\",\"n\",1.0] | NOT_CANONICAL",
                "[\"SALT\",\"n\",-0] | NOT_CANONICAL",
                "[\"SALT\",\"n\",9007199254740992] | BAD_NUMBER",
                "[\"SALT\",\"n\",99999999999999999999] | BAD_NUMBER",
                "[\"SALT\",\"n\",nul] | BAD_NUMBER",
                "[\"SALT\",\"n\",{}] | BAD_NUMBER",
                "[\"SALT\",\"n\",[1]] | NOT_CANONICAL",
                "[\"SALT\",\"n\",[\"a\",]] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\u0041\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\u000a\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\u001F\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\/\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\x\"] | NOT_CANONICAL",
                "[\"SALT\",\"n\",\"\\ud800\"] | BAD_TEXT",
                "[\"SALT\",\"n\",\"a] | TRUNCATED",
                "[\"SALT\",\"1n\",1] | BAD_NAME",
                "[\"SALT\",\"_sd\",1] | BAD_NAME",
                "[\"SALT\",\"...\",1] | BAD_NAME",
                "[\"SALTA\",\"n\",1] | BAD_BASE64",
                "[\"\",\"n\",1] | BAD_BASE64",
                "[\"IxIULCvxdC5Oym22DKTGwh\",\"n\",1] | BAD_BASE64",
                "[\"IxIULCvxdC5Oym22DKTGw=\",\"n\",1] | BAD_BASE64"
            })
    void cannotBeReadInAnotherForm(String json, @Nullable Malformation reason) {
        byte[] bytes = json.replace("SALT", SALT).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                Optional.ofNullable(reason), Disclosure.parse(encoded(bytes)).refusal());
    }

    @Test
    void cannotBeReadFromWhatIsNotUtf8OrTooLong() {
        byte[] notUtf8 = ("[\"" + SALT + "\",\"n\",\"\u00e9\"]").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Optional.of(Malformation.BAD_TEXT),
                Disclosure.parse(encoded(notUtf8)).refusal());
        String tooLong = "A".repeat(100_000);
        assertEquals(
                Optional.of(Malformation.TOO_LONG), Disclosure.parse(tooLong).refusal());
        assertEquals(
                Optional.of(Malformation.BAD_BASE64), Disclosure.parse("\u0456").refusal());
    }

    @Test
    void cannotBeMadeOfWhatHasNoForm() {
        assertThrows(IllegalArgumentException.class, () -> FieldValue.of("\ud800"));
        assertThrows(IllegalArgumentException.class, () -> FieldValue.of("a\udc00b"));
        assertThrows(IllegalArgumentException.class, () -> FieldValue.of(1L << 53));
        assertThrows(IllegalArgumentException.class, () -> new Field("a b", FieldValue.of(1)));
        Field huge = new Field("n", FieldValue.of("a".repeat(Disclosure.MAX_BYTES)));
        assertThrows(IllegalArgumentException.class, () -> Disclosure.of(new byte[16], huge));
    }

    @Test
    void doesNotShowItsValueInLogs() {
        assertEquals(
                "Disclosure[kind]",
                Disclosure.parse(Examples.DISCLOSURE).orThrow().toString());
    }
}
