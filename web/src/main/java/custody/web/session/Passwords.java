package custody.web.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, 19 MiB, two passes, one lane (OWASP Password Storage, first choice). Few are computed at once, since anybody may
 * ask for one without signing in: hundreds together would fill the memory of a node that must go on recording.
 */
@Component
public final class Passwords {
    /** Least characters of a new password; length is the only rule (NIST SP 800-63B). */
    public static final int SHORTEST = 12;

    /** Most characters taken, so that nobody makes the desk hash a book. */
    public static final int LONGEST = 200;

    /** Whether a new password has a length that is taken. */
    public static boolean fits(String password) {
        return password.length() >= SHORTEST && password.length() <= LONGEST;
    }

    /** A hash of nobody's password, made as the others are: to compute it at each start would cost a tenth of a second. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$7UqXPEMTHfbK/ovhWUipog$V8fz4Xy3w3xHReFU25afw0NbfyT86yBrGMB1jSHKYu8";

    static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final Duration patience;
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Four at once; whoever has waited two seconds in vain is told to try again. */
    public Passwords() {
        this(new Semaphore(AT_ONCE, true), PATIENCE);
    }

    Passwords(Semaphore places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    /**
     * Hash of a new password. Waits for its turn, which comes: the turns are in order, and whoever stands before has little
     * patience.
     */
    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    /** What is done in a turn of one's own, tries of a password foremost; empty if no turn came in time, and nothing was done. */
    <T> Optional<T> inTurn(Supplier<T> trying) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(trying.get());
        } finally {
            places.release();
        }
    }

    /** Whether the password is the one that was hashed. Only within a turn. */
    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && encoder.matches(password, hash);
    }

    /** Spends the time that a real comparison takes, so that an unknown badge answers no sooner. */
    void pretend(String password) {
        matches(password, NOBODY);
    }
}
