package custody.record.desk;

import java.util.Optional;

/**
 * Names one request of one writer.
 *
 * @param key what the client chose, 1–200 visible ASCII characters
 * @param bodyDigest SHA-256 of the request's method, path and body, lower-case hex; another body under the same key is refused
 */
public record RequestKey(String key, String bodyDigest) {
    /** Most characters of a key. */
    public static final int LONGEST = 200;

    public RequestKey {
        if (!readable(key)) {
            throw new IllegalArgumentException("a request key is 1 to 200 visible ASCII characters");
        }
    }

    /** The key that a client sent; empty where it is none. */
    public static Optional<RequestKey> of(String key, String bodyDigest) {
        return readable(key) ? Optional.of(new RequestKey(key, bodyDigest)) : Optional.empty();
    }

    private static boolean readable(String key) {
        return !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
