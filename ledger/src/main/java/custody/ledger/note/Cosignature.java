package custody.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a cosignature/v1: 8 bytes of POSIX seconds, big-endian, then an Ed25519 signature. */
final class Cosignature {
    private static final String HEADER = "cosignature/v1\ntime ";

    private Cosignature() {}

    static byte[] message(long seconds, String checkpointText) {
        return (HEADER + seconds + '\n' + checkpointText).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(long seconds, byte[] signature) {
        if (seconds < 0) {
            throw new IllegalArgumentException("a cosignature's time is not before 1970");
        }
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    static long seconds(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    static boolean verify(byte[] publicKey, String noteText, byte[] bytes) {
        long seconds = seconds(bytes);
        byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        return seconds >= 0
                && Checkpoint.parse(noteText).accepted().isPresent()
                && Ed25519.verify(publicKey, message(seconds, noteText), signature);
    }
}
