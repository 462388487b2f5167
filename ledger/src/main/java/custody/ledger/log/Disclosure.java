package custody.ledger.log;

import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One field opened: RFC 9901 section 4.2.1, base64url of the JSON array {@code [salt, name, value]} in its canonical
 * form. Its digest stands in the leaf; whoever holds the disclosure can show the field, nobody can guess it without.
 * Immutable.
 */
public final class Disclosure {
    /** Salt bytes; the disclosure shows them as 22 base64url characters. */
    public static final int SALT_BYTES = 16;

    /** The longest JSON of one disclosure, in bytes. */
    public static final int MAX_BYTES = 65_536;

    private final byte[] encoded;
    private final byte[] salt;
    private final Field field;

    private Disclosure(byte[] salt, Field field) {
        this.salt = salt;
        this.field = field;
        this.encoded = DisclosureJson.write(salt, field);
    }

    /** Opens a field under a salt; the first 16 bytes of {@code salt} are used. */
    static Disclosure of(byte[] salt, Field field) {
        byte[] used = new byte[SALT_BYTES];
        System.arraycopy(salt, 0, used, 0, SALT_BYTES);
        return new Disclosure(used, field);
    }

    /** Reads {@link #encoded}. Refused: BAD_BASE64, BAD_TEXT, BAD_NAME, BAD_NUMBER, TOO_LONG, TRUNCATED, TRAILING, NOT_CANONICAL. */
    public static Parsed<Disclosure> parse(String encoded) {
        return Parsed.of(() -> DisclosureJson.read(encoded));
    }

    /** The base64url text that an extract carries. */
    public String encoded() {
        return new String(encoded, StandardCharsets.US_ASCII);
    }

    byte[] ascii() {
        return encoded;
    }

    /** A copy of the salt. */
    public byte[] salt() {
        return salt.clone();
    }

    public Field field() {
        return field;
    }

    /** What the leaf holds: SHA-256 of the base64url text, RFC 9901 section 4.2.3. */
    public Hash digest() {
        return Hash.sha256(encoded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Disclosure that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** The name only: values are people's. */
    @Override
    public String toString() {
        return "Disclosure[" + field.name() + "]";
    }
}
