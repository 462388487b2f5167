package custody.store.keys;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A PKCS#12 file of 256-bit secrets by name. A new secret is on disk, synced, before it is used. Safe for many threads.
 * Names are lower-case: PKCS#12 does not tell cases apart.
 */
public final class Keystore {
    private static final String TYPE = "PKCS12";
    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final char[] passphrase;
    private final Stretching stretching;
    private final KeyStore keys;
    private final SecureRandom random;
    private final boolean writes;
    private final Map<String, byte[]> opened = new HashMap<>();

    private Keystore(
            Path file, char[] passphrase, Stretching stretching, KeyStore keys, SecureRandom random, boolean writes) {
        this.writes = writes;
        this.file = file;
        this.passphrase = passphrase;
        this.stretching = stretching;
        this.keys = keys;
        this.random = random;
    }

    /** Makes a new, empty keystore; its file appears with its first secret. */
    public static Keystore create(Path file, Passphrase passphrase, SecureRandom random) {
        try {
            KeyStore keys = KeyStore.getInstance(TYPE);
            char[] characters = passphrase.characters(file, random);
            keys.load(null, characters);
            return new Keystore(file, characters, Stretching.of(passphrase), keys, random, true);
        } catch (GeneralSecurityException | IOException absent) {
            throw new IllegalStateException("every Java platform has PKCS12", absent);
        }
    }

    /** Opens a keystore. Throws KEYSTORE_MISSING or KEYSTORE_WRONG; nothing is written then. */
    public static Keystore open(Path file, Passphrase passphrase, SecureRandom random) {
        return open(file, passphrase, random, true);
    }

    /**
     * As {@link #open}, for whoever may not change it: a secret that it lacks is made up for this object alone. The node may be at
     * work on the file, and what it has added since would be lost under an older copy.
     */
    public static Keystore reading(Path file, Passphrase passphrase, SecureRandom random) {
        return open(file, passphrase, random, false);
    }

    private static Keystore open(Path file, Passphrase passphrase, SecureRandom random, boolean writes) {
        if (!Files.exists(file)) {
            throw new StoreFault(
                    Code.KEYSTORE_MISSING,
                    "the keystore " + file + " is missing; put it back, nothing can be read without it");
        }
        char[] characters = passphrase.characters(file, random);
        try {
            KeyStore keys = KeyStore.getInstance(TYPE);
            keys.load(new ByteArrayInputStream(Files.readAllBytes(file)), characters);
            return new Keystore(file, characters, Stretching.of(passphrase), keys, random, writes);
        } catch (IOException wrong) {
            throw unreadable(file, wrong);
        } catch (GeneralSecurityException wrong) {
            throw wrong(file, wrong);
        }
    }

    private static StoreFault unreadable(Path file, IOException cause) {
        return cause.getCause() instanceof UnrecoverableKeyException
                ? wrong(file, cause)
                : new StoreFault(Code.KEYSTORE_WRONG, "the keystore " + file + " is damaged or not a keystore", cause);
    }

    private static StoreFault wrong(Path file, Exception cause) {
        return new StoreFault(
                Code.KEYSTORE_WRONG, "the keystore " + file + " does not open with its passphrase", cause);
    }

    /** A wrapping key; made if it is new. */
    WrappingKey wrapping(String name) {
        return new WrappingKey(name, new SecretKeySpec(secret("kek." + name), "AES"));
    }

    /** A wrapping key that must be there. */
    Optional<WrappingKey> existingWrapping(String name) {
        return find("kek." + name).map(bytes -> new WrappingKey(name, new SecretKeySpec(bytes, "AES")));
    }

    /** The Ed25519 seed that signs checkpoints of an epoch; made if it is new. */
    public byte[] signerSeed(int epoch) {
        return secret("signer." + epoch).clone();
    }

    /** The seed of an epoch if this keystore has it. */
    public Optional<byte[]> existingSignerSeed(int epoch) {
        return find("signer." + epoch).map(byte[]::clone);
    }

    /** The key of a facility's search tokens; made if it is new. */
    public IndexKey index(String facility) {
        return new IndexKey(secret("index." + facility.toLowerCase(Locale.ROOT)));
    }

    private synchronized byte[] secret(String name) {
        Optional<byte[]> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        if (!writes) {
            opened.put(name, fresh);
            return fresh;
        }
        try {
            SecretKey entry = new SecretKeySpec(fresh, "AES");
            keys.setEntry(name, new KeyStore.SecretKeyEntry(entry), stretching.protection(passphrase, random));
            Folders.write(file, stretching.encoded(keys, passphrase));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("cannot encode the keystore", impossible);
        } catch (StoreFault notWritten) {
            forget(name);
            throw notWritten;
        }
        opened.put(name, fresh);
        return fresh;
    }

    private void forget(String name) {
        try {
            keys.deleteEntry(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot drop an entry", impossible);
        }
    }

    private synchronized Optional<byte[]> find(String name) {
        byte[] known = opened.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            if (keys.getEntry(name, new KeyStore.PasswordProtection(passphrase))
                    instanceof KeyStore.SecretKeyEntry entry) {
                byte[] bytes = entry.getSecretKey().getEncoded();
                opened.put(name, bytes);
                return Optional.of(bytes);
            }
            return Optional.empty();
        } catch (GeneralSecurityException wrong) {
            throw wrong(file, wrong);
        }
    }
}
