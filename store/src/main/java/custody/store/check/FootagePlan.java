package custody.store.check;

import custody.store.archive.Volumes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * How much of the footage a check reads.
 *
 * @param volumes where it lies
 * @param nonce chooses some of the segments, by chance but the same for everybody who has it; empty reads every byte
 * @param loops whether pictures that are played again are honest: the demo's clips are such loops
 */
public record FootagePlan(Volumes volumes, Optional<String> nonce, boolean loops) {
    /** Segments that an audit reads, about. */
    private static final long CHOSEN = 200;

    /** Every byte of the footage in a data folder's usual place. */
    public static FootagePlan whole(Path data) {
        return new FootagePlan(new Volumes(data.resolve("video"), Optional.empty()), Optional.empty(), false);
    }

    /** Whether a segment is read; {@code of} says how many there are. */
    public boolean reads(String camera, long sequence, long of) {
        if (nonce.isEmpty() || of <= CHOSEN) {
            return true;
        }
        byte[] hash = sha256(nonce.get() + "\n" + camera + "\n" + sequence);
        double place = (ByteBuffer.wrap(hash).getLong() >>> 11) / (double) (1L << 53);
        return place < (double) CHOSEN / of;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
