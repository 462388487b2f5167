package custody.ledger.tree;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value, 32 bytes, immutable. Equality takes constant time; order is that of the bytes, unsigned. */
public final class Hash implements Comparable<Hash> {
    /** Length in bytes. */
    public static final int BYTES = 32;

    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private Hash(byte[] owned) {
        this.bytes = owned;
    }

    /** The value of exactly 32 bytes, copied. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The value of the 32 bytes that begin at {@code offset}, copied. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, Math.addExact(offset, BYTES)));
    }

    /** Takes over the array; the caller must not keep it. */
    static Hash owning(byte[] owned) {
        return new Hash(owned);
    }

    /** The plain SHA-256 of bytes, without the prefixes of the tree: for payloads, keys and disclosures. */
    public static Hash sha256(byte[] bytes) {
        return new Hash(TreeHasher.sha256().digest(bytes));
    }

    /** The plain SHA-256 of a text in UTF-8. */
    public static Hash sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Standard base64 (RFC 4648 section 4), 44 characters with padding, in its one canonical form. */
    public static Parsed<Hash> parseBase64(String text) {
        return Parsed.of(() -> {
            if (text.length() != BASE64_LENGTH) {
                throw new Malformed(Malformation.BAD_BASE64, "a hash in base64 has 44 characters");
            }
            return new Hash(decoded(text));
        });
    }

    private static byte[] decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(Malformation.BAD_BASE64, "not base64");
        }
        throw new Malformed(Malformation.BAD_BASE64, "not the canonical base64 of 32 bytes");
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the 32 bytes at {@code offset}; for encoders that must not allocate. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** Whether the 32 bytes at {@code offset} are this value; constant time. */
    public boolean isAt(byte[] other, int offset) {
        int difference = 0;
        for (int i = 0; i < BYTES; i++) {
            difference |= bytes[i] ^ other[offset + i];
        }
        return difference == 0;
    }

    /** Standard base64, 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Lower-case hexadecimal, 64 characters. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] owned() {
        return bytes;
    }

    @Override
    public int compareTo(Hash other) {
        int first = Integer.compareUnsigned(firstBits(), other.firstBits());
        return first != 0 ? first : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        // Uniformly distributed already.
        return firstBits();
    }

    /** The first 32 bits, big-endian: what most comparisons are decided by. */
    public int firstBits() {
        return (bytes[0] << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    }

    @Override
    public String toString() {
        return base64();
    }
}
