package custody.web.session;

import custody.record.catalogue.FieldError.Code;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.Badge;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names requests that write, so that a double click or a retry writes nothing twice. */
@Component
public final class Requests {
    private final SecureRandom random;

    Requests(SecureRandom random) {
        this.random = random;
    }

    /** A fresh key for a form, 128 random bits. */
    public String freshKey() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The writer of a form: its key, and a digest of where it was sent and of all that was typed. */
    public static Writer ofForm(Badge badge, String path, String key, Map<String, String[]> parameters) {
        String content = content(path, parameters, Set.of("_csrf", "version"));
        return new Writer(
                badge, RequestKey.of(key, content).orElseThrow(() -> new ProblemFound(ProblemName.MALFORMED_REQUEST)));
    }

    /** A digest of where a form is sent and of all that was typed, but for some parameters. */
    public static String content(String path, Map<String, String[]> parameters, Set<String> butNot) {
        StringBuilder body = new StringBuilder("POST ").append(path);
        new TreeMap<>(parameters).forEach((name, values) -> {
            if (!butNot.contains(name)) {
                for (String value : values) {
                    body.append('\n').append(name.length()).append(':').append(name);
                    body.append(value.length()).append(':').append(value);
                }
            }
        });
        return Tokens.digest(body.toString());
    }

    /** The writer of an API request; without a key a retry cannot be told from a second wish. */
    public static Writer ofApi(Badge badge, String method, String path, @Nullable String key, byte[] body) {
        if (key == null) {
            return new Writer(badge, null);
        }
        byte[] head = (method + " " + path + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        String digest = Tokens.digest(all);
        return new Writer(badge, RequestKey.of(key, digest).orElseThrow(Requests::badHeader));
    }

    private static ProblemFound badHeader() {
        return new ProblemFound(Problem.header(
                ProblemName.MALFORMED_REQUEST,
                "Idempotency-Key",
                Code.FORMAT,
                Map.of("form", "8c1f4a0e-52b7 (1\u2013" + RequestKey.LONGEST + " ASCII)")));
    }
}
