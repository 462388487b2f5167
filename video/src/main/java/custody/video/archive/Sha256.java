package custody.video.archive;

import custody.video.media.Octets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of bytes that may lie outside the heap. Each instance belongs to one thread. */
public final class Sha256 {
    private final MessageDigest digest = newDigest();

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Hash of the parts one after the other; their positions do not move. */
    public Octets of(ByteBuffer... parts) {
        for (ByteBuffer part : parts) {
            digest.update(part.duplicate());
        }
        return Octets.of(digest.digest());
    }

    /** Adds bytes to a hash of many parts, ended by {@link #end}. */
    public void add(ByteBuffer part) {
        digest.update(part.duplicate());
    }

    /** The hash of what was added, and a new beginning. */
    public Octets end() {
        return Octets.of(digest.digest());
    }

    Octets ofPrefixed(int prefix, Octets... parts) {
        digest.update((byte) prefix);
        for (Octets part : parts) {
            digest.update(part.toArray());
        }
        return Octets.of(digest.digest());
    }
}
