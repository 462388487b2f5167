package custody.video.rtsp;

import custody.video.camera.StreamAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which URLs to try for a control attribute (RFC 2326 appendix C.1.1). Cameras behind address translation name a host that is not
 * theirs, and some give a Content-Base that their own SETUP does not accept; so the likely one is first and the plain ones
 * follow. All of them travel over the connection that is already open, whatever host they name.
 */
final class ControlUrls {
    private ControlUrls() {}

    static List<String> candidates(StreamAddress address, Optional<String> contentBase, String control) {
        String request = address.url();
        String base = contentBase.filter(ControlUrls::usable).orElse(request);
        var urls = new LinkedHashSet<String>();
        if (control.isEmpty() || control.equals("*")) {
            urls.add(base);
            urls.add(request);
        } else if (control.regionMatches(true, 0, "rtsp://", 0, 7)) {
            if (usable(control)) {
                urls.add(control);
            }
            urls.add(request);
        } else if (usable(base + control)) {
            urls.add(join(base, control));
            urls.add(join(request, control));
            urls.add(join(withoutQuery(request), control));
        } else {
            urls.add(request);
        }
        return new ArrayList<>(urls);
    }

    private static String join(String base, String control) {
        return base.endsWith("/") || control.startsWith("?") ? base + control : base + "/" + control;
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Nothing that could end the request line or begin a header of ours. */
    private static boolean usable(String url) {
        return url.length() <= 2_048 && url.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
