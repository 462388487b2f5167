package custody.store.alarms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they name, so that what is made twice is one. */
public final class FixedIds {
    private FixedIds() {}

    /** First 16 bytes of SHA-256 over the UTF-8 of a name, as a UUID of version 8 (RFC 9562, 5.8). */
    public static UUID of(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
            long low = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
