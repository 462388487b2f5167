package custody.web.session;

import custody.record.desk.Accounts;
import custody.record.desk.StorageUnavailable;
import custody.record.events.Badge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its token ({@code Authorization: Bearer}, RFC 6750), for one request. */
final class Bearer extends OncePerRequestFilter {
    /** Request attribute: why nobody could be asked whose token it is. */
    static final String GONE = Bearer.class.getName();

    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final InstantSource clock;
    private final Rates rates;

    Bearer(Accounts accounts, InstantSource clock, Rates rates) {
        this.accounts = accounts;
        this.clock = clock;
        this.rates = rates;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Badge> owner = owner(request);
        owner.ifPresent(Bearer::signIn);
        long wait = rates.wait(owner.map(Badge::number).orElseGet(request::getRemoteAddr), owner.isPresent());
        request.setAttribute(Rates.WAIT, wait);
        chain.doFilter(request, response);
    }

    /** A store that does not answer is told of behind the door, where problems are told. */
    private Optional<Badge> owner(HttpServletRequest request) {
        try {
            return token(request).flatMap(token -> accounts.tokenOwner(Tokens.digest(token), clock.instant()));
        } catch (StorageUnavailable gone) {
            request.setAttribute(GONE, gone);
            return Optional.empty();
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty() && token.length() <= 200);
    }

    private static void signIn(Badge badge) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(badge, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
