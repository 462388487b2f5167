package custody.store.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns beginnings of names into search tokens of one facility. Without the key a token cannot be guessed. Opaque. */
public final class IndexKey {
    /** Bytes of a token: enough that two beginnings never meet, too few to be worth more. */
    public static final int TOKEN_BYTES = 10;

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    IndexKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** The token of one normalised beginning. */
    public byte[] token(String beginning) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(beginning.getBytes(StandardCharsets.UTF_8)), TOKEN_BYTES);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", absent);
        }
    }
}
