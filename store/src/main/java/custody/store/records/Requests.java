package custody.store.records;

import custody.ledger.tree.Hash;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import java.util.Optional;

/** Names of requests: SHA-256 of badge, zero byte and key, since what a client chooses as key may be anything. */
public final class Requests {
    private Requests() {}

    /** The name of a writer's request; empty where it has no key. */
    public static Optional<byte[]> name(Writer writer) {
        RequestKey key = writer.request();
        return key == null
                ? Optional.empty()
                : Optional.of(Hash.sha256(writer.badge() + "\0" + key.key()).bytes());
    }

    /** The digest of the request's body as bytes. */
    public static byte[] digest(RequestKey key) {
        return Hash.sha256(key.bodyDigest()).bytes();
    }
}
