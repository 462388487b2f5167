package custody.store.alarms;

import custody.ledger.tree.Hash;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids that follow from what they name, so that what is made twice is one. */
public final class FixedIds {
    private FixedIds() {}

    /** First 16 bytes of SHA-256 over the UTF-8 of a name, as a UUID of version 8 (RFC 9562, 5.8). */
    public static UUID of(String name) {
        ByteBuffer digest = ByteBuffer.wrap(Hash.sha256(name).bytes());
        long high = (digest.getLong() & ~0xf000L) | 0x8000L;
        long low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
