package custody.store.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords in files that only their owner may read; made at first use. */
public final class Passwords {
    private static final int BYTES = 24;

    private Passwords() {}

    /** The password in that file, a new random one if there is no file yet. */
    public static String of(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[BYTES];
                random.nextBytes(secret);
                Folders.write(file, HexFormat.of().formatHex(secret));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException unusable) {
            throw Folders.unusable(file, unusable);
        }
    }
}
