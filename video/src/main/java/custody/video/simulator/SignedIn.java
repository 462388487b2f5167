package custody.video.simulator;

import custody.video.camera.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The camera's side of Basic and Digest: whether a viewer's answer is right. */
final class SignedIn {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"?([^\",]*)\"?");

    private SignedIn() {}

    static boolean check(Optional<Credentials> account, String method, Map<String, String> headers) {
        if (account.isEmpty()) {
            return true;
        }
        String given = headers.getOrDefault("Authorization", "");
        String pair = account.get().user() + ":" + account.get().password();
        if (!given.startsWith("Digest ")) {
            return given.equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        var fields = new TreeMap<String, String>();
        Matcher matcher = FIELD.matcher(given);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        String algorithm = fields.getOrDefault("algorithm", "MD5");
        String secret = hash(
                algorithm,
                account.get().user() + ":" + fields.get("realm") + ":"
                        + account.get().password());
        String request = hash(algorithm, method + ":" + fields.get("uri"));
        String middle = fields.containsKey("qop")
                ? fields.get("nonce") + ":" + fields.get("nc") + ":" + fields.get("cnonce") + ":auth"
                : fields.get("nonce");
        return hash(algorithm, secret + ":" + middle + ":" + request).equals(fields.get("response"));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT))
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException unknown) {
            return "";
        }
    }
}
