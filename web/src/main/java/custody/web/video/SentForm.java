package custody.web.video;

import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.Badge;
import custody.web.session.Requests;
import custody.web.session.Tokens;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A form as it was sent, its key included. What it makes is named after it, so that a double click or a retry makes nothing twice,
 * and the same key with other words makes another thing.
 */
record SentForm(Badge badge, String digest) {

    /** Refuses a form without a readable key. */
    static SentForm of(HttpServletRequest request, Visit visit, String key) {
        Badge badge = visit.officer().badge();
        Writer writer = Requests.ofForm(badge, request.getRequestURI(), key, request.getParameterMap());
        RequestKey read = writer.request();
        return new SentForm(badge, Tokens.digest(badge + "\n" + (read == null ? "" : read.bodyDigest())));
    }

    /** The name of one thing that it makes; {@code part} tells it from the others. */
    UUID name(String part) {
        return UUID.nameUUIDFromBytes((digest + "\n" + part).getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a form that is shown: the one it was sent with, since it may have made something already. */
    static String key(HttpServletRequest request, Requests requests) {
        String sent = request.getParameter("key");
        return sent == null || !request.getMethod().equals("POST") ? requests.freshKey() : sent;
    }
}
