package custody.store.keys;

import custody.ledger.log.RecordSecret;
import custody.ledger.tree.Hash;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A random 256-bit key in use. Opaque: it seals, opens and commits, and never shows its bytes. Safe for many threads. */
public final class DataKey {
    private final UUID id;
    private final SecretKey key;
    private final RecordSecret secret;
    private final Hash fingerprint;

    DataKey(UUID id, byte[] bytes) {
        this.id = id;
        this.key = new SecretKeySpec(bytes, "AES");
        this.secret = RecordSecret.of(bytes);
        this.fingerprint = Hash.sha256(bytes);
    }

    /** Names the key; for a record's key the record's id. */
    public UUID id() {
        return id;
    }

    /** What commitments of entries under this key derive their salts from. */
    public RecordSecret secret() {
        return secret;
    }

    /** SHA-256 of the key: committed in a record's first entry, so that erasure can name the right key. */
    public Hash fingerprint() {
        return fingerprint;
    }

    /** Encrypts; opens again only with the same binding. The nonce has 12 random bytes, never used before. */
    public byte[] seal(Binding binding, byte[] nonce, byte[] plain) {
        return AesGcm.seal(key, nonce, binding.bytes(), plain);
    }

    /** Decrypts; empty if it was sealed otherwise or changed. */
    public Optional<byte[]> open(Binding binding, byte[] sealed) {
        return AesGcm.open(key, binding.bytes(), sealed);
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
