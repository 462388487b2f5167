package custody.web.session;

import custody.record.events.Badge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when nobody has touched the page for 15 minutes, or when the officer was given a new password since. What a page fetches by itself, live updates, does not
 * count as a touch; otherwise an abandoned whiteboard would stay signed in for ever.
 */
final class Idle extends OncePerRequestFilter {
    static final Duration LIMIT = Duration.ofMinutes(15);
    static final String TOUCHED = "touched";

    /** Of whom a session is, where that is known. */
    static final String BEGUN = "begun";

    private final InstantSource clock;
    private final SessionEnds ends;

    Idle(InstantSource clock, SessionEnds ends) {
        this.clock = clock;
        this.ends = ends;
    }

    /** Whose session it is, and how often that officer's sessions had been ended when it began. */
    record Begun(Badge badge, int times) implements Serializable {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Instant now = clock.instant();
            if (!(session.getAttribute(TOUCHED) instanceof Instant touched)) {
                session.setAttribute(TOUCHED, now);
            } else if (touched.plus(LIMIT).isBefore(now) || ended(session)) {
                session.invalidate();
            } else if (!byItself(request)) {
                session.setAttribute(TOUCHED, now);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean ended(HttpSession session) {
        return session.getAttribute(BEGUN) instanceof Begun(Badge badge, int before) && ends.times(badge) != before;
    }

    private static boolean byItself(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/live/");
    }
}
