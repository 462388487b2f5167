package custody.video.camera;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a camera's stream is: host, port, and what follows. Made only by {@link #parse}, which refuses everything that is not
 * plainly an {@code rtsp} address.
 *
 * @param host a name or an IPv4 or IPv6 literal without brackets
 * @param path path and query as the camera wants them, beginning with a slash
 */
public record StreamAddress(String host, int port, String path) {
    private static final int LONGEST = 1_024;
    private static final int RTSP_PORT = 554;

    /** The address read from text, or the reason why not. */
    public sealed interface Parsed {
        record Accepted(StreamAddress address) implements Parsed {}

        record Refused(Refusal refusal) implements Parsed {}
    }

    /** Why a text is not a camera's address. */
    public enum Refusal {
        TOO_LONG,
        NOT_AN_ADDRESS,
        NOT_RTSP,
        /** An account belongs in its own field, where it is encrypted and never shown. */
        ACCOUNT_INSIDE,
        FRAGMENT_INSIDE,
        BAD_PORT
    }

    public static Parsed parse(String text) {
        if (text.length() > LONGEST) {
            return new Parsed.Refused(Refusal.TOO_LONG);
        }
        if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return new Parsed.Refused(Refusal.NOT_AN_ADDRESS);
        }
        try {
            return check(new URI(text));
        } catch (URISyntaxException malformed) {
            return new Parsed.Refused(Refusal.NOT_AN_ADDRESS);
        }
    }

    private static Parsed check(URI uri) {
        if (uri.getScheme() == null || !uri.getScheme().toLowerCase(Locale.ROOT).equals("rtsp")) {
            return new Parsed.Refused(Refusal.NOT_RTSP);
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0)) {
            return new Parsed.Refused(Refusal.ACCOUNT_INSIDE);
        }
        if (uri.getRawFragment() != null) {
            return new Parsed.Refused(Refusal.FRAGMENT_INSIDE);
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            return new Parsed.Refused(Refusal.NOT_AN_ADDRESS);
        }
        int port = uri.getPort() == -1 ? RTSP_PORT : uri.getPort();
        if (port < 1 || port > 65_535) {
            return new Parsed.Refused(Refusal.BAD_PORT);
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Parsed.Accepted(new StreamAddress(bare, port, path + query));
    }

    /** The address as sent to the camera; it never holds an account. */
    public String url() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "rtsp://" + shown + (port == RTSP_PORT ? "" : ":" + port) + path;
    }
}
