package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The JSON array of a {@link Disclosure}: {@code ["salt","name",value]}. */
final class DisclosureJson {
    private static final int FIXED = 128;
    private static final int SALT_LENGTH = Base64Url.encodedLength(Disclosure.SALT_BYTES);
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    private DisclosureJson() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The base64url of the JSON. */
    static byte[] write(byte[] salt, Field field) {
        return write(salt, field, new CanonicalWriter(FIXED)).base64url();
    }

    /** Writes the JSON at the beginning of {@code out}; the first 16 bytes of {@code salt} are used. */
    static CanonicalWriter write(byte[] salt, Field field, CanonicalWriter out) {
        out.clear();
        out.raw('[').raw('"').base64url(salt, 0, Disclosure.SALT_BYTES).raw('"').raw(',');
        out.raw('"').ascii(field.name()).raw('"').raw(',');
        switch (field.value()) {
            case FieldValue.Text(String text) -> out.string(text);
            case FieldValue.Whole(long number) -> out.number(number);
            case FieldValue.Flag(boolean yes) -> out.raw(yes ? TRUE : FALSE);
            case FieldValue.Nothing() -> out.raw(NULL);
            case FieldValue.Texts(var texts) -> {
                out.raw('[');
                for (int i = 0; i < texts.size(); i++) {
                    if (i > 0) {
                        out.raw(',');
                    }
                    out.string(texts.get(i));
                }
                out.raw(']');
            }
        }
        out.raw(']');
        if (out.length() > Disclosure.MAX_BYTES) {
            throw new IllegalArgumentException("field " + field.name() + " is over " + Disclosure.MAX_BYTES + " bytes");
        }
        return out;
    }

    static Disclosure read(String encoded) {
        if (encoded.length() > Base64Url.encodedLength(Disclosure.MAX_BYTES)) {
            throw new Malformed(Malformation.TOO_LONG, "a disclosure has at most " + Disclosure.MAX_BYTES + " bytes");
        }
        byte[] characters = encoded.getBytes(StandardCharsets.ISO_8859_1);
        JsonText json = new JsonText(text(Base64Url.decode(characters, 0, characters.length)));
        json.expect('[');
        byte[] salt = ascii(json.string());
        if (salt.length != SALT_LENGTH) {
            throw new Malformed(Malformation.BAD_BASE64, "a salt has " + SALT_LENGTH + " characters");
        }
        json.expect(',');
        String name = json.string();
        if (!Field.isName(name)) {
            throw new Malformed(Malformation.BAD_NAME, "field name");
        }
        json.expect(',');
        Field field = new Field(name, json.value());
        json.expect(']');
        json.end();
        Disclosure disclosure = Disclosure.of(Base64Url.decode(salt, 0, SALT_LENGTH), field);
        // Whatever reads right but is written otherwise (escapes, zeroes) has another digest: refuse it here.
        if (!Arrays.equals(disclosure.ascii(), characters)) {
            throw new Malformed(Malformation.NOT_CANONICAL, "not the canonical JSON of its values");
        }
        return disclosure;
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(Malformation.BAD_TEXT, "not UTF-8");
        }
    }
}
