package custody.web.session;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, 19 MiB, two passes, one lane (OWASP Password Storage, first choice). */
@Component
public final class Passwords {
    /** Least characters of a new password; length is the only rule (NIST SP 800-63B). */
    public static final int SHORTEST = 12;

    /** Most characters taken, so that nobody makes the desk hash a book. */
    public static final int LONGEST = 200;

    /** A hash of nobody's password, made as the others are: to compute it at each start would cost a tenth of a second. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$7UqXPEMTHfbK/ovhWUipog$V8fz4Xy3w3xHReFU25afw0NbfyT86yBrGMB1jSHKYu8";

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Hash of a new password. */
    public String hash(String password) {
        return encoder.encode(password);
    }

    /** Whether the password is the one that was hashed. */
    public boolean matches(String password, String hash) {
        return password.length() <= LONGEST && encoder.matches(password, hash);
    }

    /** Spends the time that a real comparison takes, so that an unknown badge answers no sooner. */
    public void pretend(String password) {
        matches(password, NOBODY);
    }
}
