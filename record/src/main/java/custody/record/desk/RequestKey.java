package custody.record.desk;

/**
 * Names one request of one writer.
 *
 * @param key what the client chose, 1–200 visible ASCII characters
 * @param bodyDigest SHA-256 of the request's method, path and body, lower-case hex; another body under the same key is refused
 */
public record RequestKey(String key, String bodyDigest) {
    public RequestKey {
        if (key.isEmpty() || key.length() > 200 || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("a request key is 1 to 200 visible ASCII characters");
        }
    }
}
