package custody.video.rtsp;

import custody.video.camera.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a camera's challenges: Digest with SHA-256 or MD5 (RFC 7616), else Basic (RFC 7617). MD5 is what most cameras know;
 * it protects only the password, and only a little, which is why cameras belong in their own network.
 */
final class SignIn {
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9_-]{1,32})\\s*=\\s*(?:\"([^\"]{0,512})\"|([^\\s,\"]{0,512}))");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\p{Cntrl}]*");

    private enum Scheme {
        DIGEST_SHA256("SHA-256"),
        DIGEST_MD5("MD5"),
        BASIC("");

        private final String algorithm;

        Scheme(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    private record Challenge(
            Scheme scheme, String realm, String nonce, String opaque, boolean quality, boolean named) {}

    private final Optional<Credentials> credentials;
    private final Supplier<String> clientNonces;
    private Optional<Challenge> challenge = Optional.empty();
    private int uses;

    /** {@code clientNonces} gives a fresh random text for each answer. */
    SignIn(Optional<Credentials> credentials, Supplier<String> clientNonces) {
        this.credentials = credentials;
        this.clientNonces = clientNonces;
    }

    /** Takes the challenges of a 401; false when they cannot be answered or were answered in vain. */
    boolean challenged(List<String> headers) {
        Optional<Challenge> best = Optional.empty();
        boolean stale = false;
        for (String header : headers) {
            stale |= header.toLowerCase(Locale.ROOT).contains("stale=true")
                    || header.toLowerCase(Locale.ROOT).contains("stale=\"true\"");
            Optional<Challenge> one = parse(header);
            if (one.isPresent()
                    && (best.isEmpty()
                            || one.get().scheme().compareTo(best.get().scheme()) < 0)) {
                best = one;
            }
        }
        boolean again = challenge.isPresent()
                && best.isPresent()
                && !stale
                && challenge.get().nonce().equals(best.get().nonce());
        challenge = best;
        uses = 0;
        return credentials.isPresent() && best.isPresent() && !again;
    }

    private static Optional<Challenge> parse(String header) {
        String[] words = header.strip().split("\\s+", 2);
        Map<String, String> parameters = new HashMap<>();
        if (words.length == 2) {
            Matcher matcher = PARAMETER.matcher(words[1]);
            while (matcher.find()) {
                String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        String realm = parameters.getOrDefault("realm", "");
        String nonce = parameters.getOrDefault("nonce", "");
        String opaque = parameters.getOrDefault("opaque", "");
        if (!PLAIN.matcher(realm + nonce + opaque).matches()) {
            return Optional.empty();
        }
        if (words[0].equalsIgnoreCase("Basic")) {
            return Optional.of(new Challenge(Scheme.BASIC, realm, "", "", false, false));
        }
        if (!words[0].equalsIgnoreCase("Digest") || nonce.isEmpty()) {
            return Optional.empty();
        }
        boolean quality = List.of(parameters
                        .getOrDefault("qop", "")
                        .toLowerCase(Locale.ROOT)
                        .split("[,\\s]+", 8))
                .contains("auth");
        boolean named = parameters.containsKey("algorithm");
        return switch (parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT)) {
            case "SHA-256" -> Optional.of(new Challenge(Scheme.DIGEST_SHA256, realm, nonce, opaque, quality, named));
            case "MD5" -> Optional.of(new Challenge(Scheme.DIGEST_MD5, realm, nonce, opaque, quality, named));
            default -> Optional.empty();
        };
    }

    /** The authorization header for a request, empty before the first challenge. */
    Optional<String> answer(String method, String url) {
        if (challenge.isEmpty() || credentials.isEmpty()) {
            return Optional.empty();
        }
        Challenge asked = challenge.get();
        Credentials account = credentials.get();
        if (asked.scheme() == Scheme.BASIC) {
            String pair = account.user() + ":" + account.password();
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.of(digest(asked, account, method, url));
    }

    private String digest(Challenge asked, Credentials account, String method, String url) {
        String algorithm = asked.scheme().algorithm;
        String secret = hash(algorithm, account.user() + ":" + asked.realm() + ":" + account.password());
        String request = hash(algorithm, method + ":" + url);
        var header = new StringBuilder("Digest username=\"")
                .append(account.user().replace("\\", "\\\\"))
                .append("\", realm=\"")
                .append(asked.realm())
                .append("\", nonce=\"")
                .append(asked.nonce())
                .append("\", uri=\"")
                .append(url)
                .append('"');
        if (asked.quality()) {
            String count = String.format(Locale.ROOT, "%08x", ++uses);
            String clientNonce = clientNonces.get();
            String middle = asked.nonce() + ":" + count + ":" + clientNonce + ":auth:";
            header.append(", qop=auth, nc=")
                    .append(count)
                    .append(", cnonce=\"")
                    .append(clientNonce)
                    .append("\", response=\"")
                    .append(hash(algorithm, secret + ":" + middle + request))
                    .append('"');
        } else {
            header.append(", response=\"")
                    .append(hash(algorithm, secret + ":" + asked.nonce() + ":" + request))
                    .append('"');
        }
        if (asked.named()) {
            header.append(", algorithm=").append(algorithm);
        }
        if (!asked.opaque().isEmpty()) {
            header.append(", opaque=\"").append(asked.opaque()).append('"');
        }
        return header.toString();
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has " + algorithm, missing);
        }
    }
}
