package custody.ledger.note;

import java.security.PrivateKey;
import java.time.Instant;

/**
 * An Ed25519 private key that cosigns checkpoints with a time (C2SP tlog-cosignature). Its operator must have verified
 * consistency with the last checkpoint it cosigned and have stored that before. For witnesses, whom no node has yet.
 * Safe for several threads.
 */
public final class Cosigner {
    private final VerifierKey key;
    private final PrivateKey privateKey;

    private Cosigner(VerifierKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /** From a name and a secret seed of exactly 32 bytes, of its own: never the seed of a {@link NoteSigner}. */
    public static Cosigner fromSeed(String name, byte[] seed) {
        if (seed.length != NoteSigner.SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        VerifierKey key = VerifierKey.of(name, SignatureKind.COSIGNATURE, Ed25519.publicKeyOf(seed));
        return new Cosigner(key, Ed25519.privateKey(seed));
    }

    /** The public key to configure elsewhere. */
    public VerifierKey key() {
        return key;
    }

    /** Cosigns a checkpoint as of a time, of which whole seconds are kept. */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = Ed25519.sign(privateKey, Cosignature.message(seconds, checkpoint.text()));
        return new NoteSignature(key.name(), key.id(), Cosignature.bytes(seconds, signature));
    }
}
