package custody.web.session;

import custody.record.desk.Accounts;
import custody.record.desk.Accounts.Account;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.places.Officer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signing in by badge and password, and out again. */
@Component
public final class SigningIn {
    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;
    private final Officers officers;
    private final Passwords passwords;
    private final SessionEnds ends;
    private final InstantSource clock;
    private final Strangers strangers = new Strangers();

    SigningIn(Accounts accounts, Officers officers, Passwords passwords, SessionEnds ends, InstantSource clock) {
        this.accounts = accounts;
        this.officers = officers;
        this.passwords = passwords;
        this.ends = ends;
        this.clock = clock;
    }

    /** How a try ended. */
    public sealed interface Result {}

    /** Signed in; the session has a new id. */
    public record Welcome(Officer officer) implements Result {}

    /** Badge or password is wrong; which one is not told. */
    public record Wrong() implements Result {}

    /** Too many failures: try again after the given time. */
    public record Wait(Duration left) implements Result {}

    /** Too many try at once: nothing was tried. */
    public record Busy() implements Result {}

    /** Tries a badge and a password. */
    public Result attempt(String typed, String password, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        Optional<Badge> badge = Badge.read(typed);
        // Before the password is tried: one that is changed meanwhile opens nothing that lasts.
        int ended = badge.map(ends::times).orElse(0);
        Result result = prove(badge, password, now);
        if (result instanceof Welcome(Officer officer)) {
            enter(officer.badge(), ended, request, response);
        }
        return result;
    }

    /** Whether that password proves that badge; a try counts as failed before it is judged. Opens no session. */
    public Result prove(Optional<Badge> badge, String password, Instant now) {
        Optional<Account> account = badge.flatMap(accounts::find);
        // Before a turn is taken: whoever has to wait anyway keeps nobody else waiting.
        Optional<Result> wait = account.isPresent()
                ? delay(account.get(), now)
                : badge.flatMap(stranger -> waiting(strangers.left(stranger, now)));
        return wait.orElseGet(() ->
                passwords.inTurn(() -> judged(badge, account, password, now)).orElseGet(Busy::new));
    }

    private Result judged(Optional<Badge> typed, Optional<Account> found, String password, Instant now) {
        Optional<Account> account = found;
        // Tries at the same instant must not pass the delay together: each counts before the next is let through.
        while (account.isPresent() && !accounts.trying(account.get(), now)) {
            account = accounts.find(account.get().badge());
            Optional<Result> wait = account.flatMap(known -> delay(known, now));
            if (wait.isPresent()) {
                return wait.get();
            }
        }
        if (account.isEmpty()) {
            return pretended(typed, password, now);
        }
        Badge badge = account.get().badge();
        Optional<Officer> officer = officers.find(badge).filter(Officer::active);
        if (!passwords.matches(password, account.get().passwordHash()) || officer.isEmpty()) {
            LOG.atInfo().addKeyValue("badge", badge).log("sign-in failed");
            return new Wrong();
        }
        accounts.succeeded(badge);
        return new Welcome(officer.get());
    }

    /** A badge without an account is answered like one that has one, wait and all. */
    private Result pretended(Optional<Badge> typed, String password, Instant now) {
        Optional<Result> wait = typed.flatMap(stranger -> waiting(strangers.trying(stranger, now)));
        if (wait.isPresent()) {
            return wait.get();
        }
        passwords.pretend(password);
        return new Wrong();
    }

    private static Optional<Result> delay(Account account, Instant now) {
        return waiting(SignInDelay.left(account, now));
    }

    private static Optional<Result> waiting(Duration left) {
        return left.isPositive() ? Optional.of(new Wait(left)) : Optional.empty();
    }

    /** Opens a session for a badge that has proved itself; an old session of this browser ends first. */
    public void enter(Badge badge, HttpServletRequest request, HttpServletResponse response) {
        enter(badge, ends.times(badge), request, response);
    }

    private void enter(Badge badge, int ended, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(Idle.TOUCHED, clock.instant());
        session.setAttribute(Idle.BEGUN, new Idle.Begun(badge, ended));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(badge, null, List.of()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        LOG.atInfo().addKeyValue("badge", badge).log("signed in");
    }

    /** Ends the session. */
    public void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
