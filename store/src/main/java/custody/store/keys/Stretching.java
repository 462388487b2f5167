package custody.store.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import javax.crypto.spec.PBEParameterSpec;

/**
 * How many rounds, of PBKDF2 (RFC 8018, section 5.2) for an entry, lie between a keystore's passphrase and what it opens. Rounds make guessing
 * dear where people chose the words. Random ones of 192 bits nobody guesses, and there each round only delays the start after
 * a blackout: the rounds stand in the file, so that either reads what the other wrote.
 */
enum Stretching {
    /** Words that people chose. */
    WORDS(10_000),
    /** Random characters. */
    RANDOM(1);

    private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";
    private static final String MAC_ROUNDS = "keystore.pkcs12.macIterationCount";
    private static final int SALT_BYTES = 20;

    private final int rounds;

    Stretching(int rounds) {
        this.rounds = rounds;
    }

    static Stretching of(Passphrase passphrase) {
        return switch (passphrase) {
            case Passphrase.Given _ -> WORDS;
            case Passphrase.BesideKeystore _ -> RANDOM;
        };
    }

    /** What an entry is encrypted by. */
    KeyStore.PasswordProtection protection(char[] passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new KeyStore.PasswordProtection(passphrase, ALGORITHM, new PBEParameterSpec(salt, rounds));
    }

    /** The file's bytes. The platform takes the rounds of a new file's MAC from a property of the whole process only. */
    byte[] encoded(KeyStore keys, char[] passphrase) throws GeneralSecurityException, IOException {
        synchronized (Stretching.class) {
            String before = Security.getProperty(MAC_ROUNDS);
            Security.setProperty(MAC_ROUNDS, Integer.toString(rounds));
            try {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                keys.store(content, passphrase);
                return content.toByteArray();
            } finally {
                Security.setProperty(MAC_ROUNDS, before == null ? "" : before);
            }
        }
    }
}
