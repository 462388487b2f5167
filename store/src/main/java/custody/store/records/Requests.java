package custody.store.records;

import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Names of requests: SHA-256 of badge, zero byte and key, since what a client chooses as key may be anything. */
final class Requests {
    private Requests() {}

    static Optional<byte[]> name(Writer writer) {
        RequestKey key = writer.request();
        return key == null ? Optional.empty() : Optional.of(sha256(writer.badge() + "\0" + key.key()));
    }

    /** The digest of the request's body as bytes. */
    static byte[] digest(RequestKey key) {
        return sha256(key.bodyDigest());
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
