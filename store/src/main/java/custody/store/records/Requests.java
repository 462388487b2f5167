package custody.store.records;

import custody.ledger.tree.Hash;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import java.util.Optional;

/** Names of requests: SHA-256 of badge, zero byte and key, since what a client chooses as key may be anything. */
final class Requests {
    private Requests() {}

    static Optional<byte[]> name(Writer writer) {
        RequestKey key = writer.request();
        return key == null
                ? Optional.empty()
                : Optional.of(Hash.sha256(writer.badge() + "\0" + key.key()).bytes());
    }

    /** The digest of the request's body as bytes. */
    static byte[] digest(RequestKey key) {
        return Hash.sha256(key.bodyDigest()).bytes();
    }
}
