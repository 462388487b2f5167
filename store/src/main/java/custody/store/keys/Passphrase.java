package custody.store.keys;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Passwords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Where the keystore's passphrase comes from. */
public sealed interface Passphrase {

    /** A file beside the keystore, readable by its owner only; made with the keystore. Protects copies without it. */
    record BesideKeystore() implements Passphrase {}

    /** Given by configuration, kept elsewhere; the disk alone opens nothing. */
    record Given(String words) implements Passphrase {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** The characters, for a keystore that exists or is about to be made. */
    default char[] characters(Path keystore, SecureRandom random) {
        return switch (this) {
            case Given(String words) -> words.toCharArray();
            case BesideKeystore() -> {
                Path file = keystore.resolveSibling("keystore.passphrase");
                if (Files.exists(keystore) && !Files.exists(file)) {
                    throw new StoreFault(
                            Code.KEYSTORE_MISSING,
                            "the passphrase file " + file + " is missing; put it back, nothing can be read without it");
                }
                yield Passwords.of(file, random).toCharArray();
            }
        };
    }
}
