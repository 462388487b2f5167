package custody.store.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/** A key of the keystore that wraps data keys (KEK). Opaque. */
record WrappingKey(String name, SecretKey key) {

    byte[] wrap(UUID id, KeyPurpose purpose, byte[] dataKey, SecureRandom random) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        return AesGcm.seal(key, nonce, bound(id, purpose), dataKey);
    }

    Optional<byte[]> unwrap(UUID id, KeyPurpose purpose, byte[] wrapped) {
        return AesGcm.open(key, bound(id, purpose), wrapped);
    }

    /** A wrapped key is good only for what it was made for: rows cannot be swapped. */
    private static byte[] bound(UUID id, KeyPurpose purpose) {
        return ("custody/key/v1 " + purpose.word() + " " + id).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "WrappingKey[" + name + "]";
    }
}
