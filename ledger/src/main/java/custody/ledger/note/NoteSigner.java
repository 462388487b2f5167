package custody.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;

/** An Ed25519 private key that signs notes under a name. Whoever holds it speaks for the log. Safe for several threads. */
public final class NoteSigner {
    /** Length of a seed in bytes. */
    public static final int SEED_BYTES = Ed25519.KEY_BYTES;

    private static final String SELF_TEST = "self-test\n";

    private final VerifierKey key;
    private final PrivateKey privateKey;

    private NoteSigner(VerifierKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /** From a name and a secret seed of exactly 32 bytes; the array is not kept. */
    public static NoteSigner fromSeed(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        VerifierKey key = VerifierKey.of(name, SignatureKind.ED25519, Ed25519.publicKeyOf(seed));
        return new NoteSigner(key, Ed25519.privateKey(seed));
    }

    /** The public key to configure elsewhere. */
    public VerifierKey key() {
        return key;
    }

    /**
     * Whether this signer's signatures verify with the key that the world was told. To be asked at start: a log once
     * signed for hours with a key that nobody had configured.
     */
    public boolean signsFor(VerifierKey configured) {
        return configured.verifies(SELF_TEST, sign(SELF_TEST)) && configured.claims(sign(SELF_TEST));
    }

    NoteSignature sign(String noteText) {
        byte[] signature = Ed25519.sign(privateKey, noteText.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(key.name(), key.id(), signature);
    }
}
