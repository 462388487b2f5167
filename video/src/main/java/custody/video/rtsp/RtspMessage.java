package custody.video.rtsp;

import custody.video.media.MalformedMedia;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message of RTSP/1.0 (RFC 2326 sections 4 to 7), always small.
 *
 * @param status 100 to 999 of a response, 0 when the camera sent a request
 * @param headers values by lower-case name, in the order they came
 */
public record RtspMessage(int status, String startLine, Map<String, List<String>> headers, String body) {
    static final int LONGEST_HEAD = 16 * 1024;
    static final int LONGEST_BODY = 32 * 1024;
    private static final int MOST_HEADERS = 100;

    public RtspMessage {
        headers = Map.copyOf(headers);
    }

    /** Reads the head without its closing empty line; header lines that make no sense are passed over, as cameras send some. */
    static RtspMessage parse(byte[] head, byte[] body) throws MalformedMedia {
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\r?\n", MOST_HEADERS + 2);
        if (lines.length > MOST_HEADERS) {
            throw new MalformedMedia("too many headers");
        }
        var headers = new HashMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(lines[i].substring(colon + 1).strip());
            }
        }
        return new RtspMessage(status(lines[0]), lines[0], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static int status(String startLine) throws MalformedMedia {
        if (!startLine.startsWith("RTSP/")) {
            return 0;
        }
        String[] words = startLine.split(" ", 3);
        if (words.length < 2 || !words[1].matches("[1-9][0-9]{2}")) {
            throw new MalformedMedia("status line");
        }
        return Integer.parseInt(words[1]);
    }

    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
