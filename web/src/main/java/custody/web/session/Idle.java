package custody.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when nobody has touched the page for 15 minutes. What a page fetches by itself, live updates, does not
 * count as a touch; otherwise an abandoned whiteboard would stay signed in for ever.
 */
final class Idle extends OncePerRequestFilter {
    static final Duration LIMIT = Duration.ofMinutes(15);
    static final String TOUCHED = "touched";
    private final InstantSource clock;

    Idle(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Instant now = clock.instant();
            if (!(session.getAttribute(TOUCHED) instanceof Instant touched)) {
                session.setAttribute(TOUCHED, now);
            } else if (touched.plus(LIMIT).isBefore(now)) {
                session.invalidate();
            } else if (!byItself(request)) {
                session.setAttribute(TOUCHED, now);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean byItself(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/live/");
    }
}
