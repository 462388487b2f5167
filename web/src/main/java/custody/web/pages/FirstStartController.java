package custody.web.pages;

import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.web.WebSettings;
import custody.web.components.ErrorLink;
import custody.web.forms.Plain;
import custody.web.session.Open;
import custody.web.session.Passwords;
import custody.web.session.SigningIn;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: whoever has the one-time code from the console becomes the administrator. Closed ever after. */
@Controller
final class FirstStartController {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final int MOST_ASKERS = 1_000;

    private final Pages pages;
    private final Accounts accounts;
    private final Officers officers;
    private final Passwords passwords;
    private final SigningIn signingIn;
    private final WebSettings settings;
    /** When a wrong code was last judged, by where it came from; guarded by this object. */
    private final Map<String, Instant> wrongAt = new HashMap<>();

    FirstStartController(
            Pages pages,
            Accounts accounts,
            Officers officers,
            Passwords passwords,
            SigningIn signingIn,
            WebSettings settings) {
        this.pages = pages;
        this.accounts = accounts;
        this.officers = officers;
        this.passwords = passwords;
        this.signingIn = signingIn;
        this.settings = settings;
    }

    @Open
    @GetMapping("/first-start")
    ResponseEntity<String> form(HttpServletRequest request) {
        return accounts.any() ? Pages.seeOther("/sign-in") : show(request, 200, new Typed("", "", ""), List.of());
    }

    @Open
    @PostMapping("/first-start")
    ResponseEntity<String> create(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String badge,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        synchronized (this) {
            if (accounts.any()) {
                return Pages.seeOther("/sign-in");
            }
            Typed typed = new Typed(code, badge, name);
            if (tooSoon(request.getRemoteAddr(), visit.now())) {
                String wait = visit.wording().say("first-start.too-soon", BETWEEN_TRIES.toSeconds());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(BETWEEN_TRIES.toSeconds()));
                return show(request, 429, typed, List.of(new ErrorLink("code", wait)));
            }
            List<ErrorLink> errors = errors(visit, request.getRemoteAddr(), typed, password);
            if (!errors.isEmpty()) {
                return show(request, 422, typed, errors);
            }
            Badge own = new Badge(badge.strip());
            officers.put(new Officer(own, name.strip(), "", "", settings.facility(), Category.ADMINISTRATOR, true));
            accounts.password(own, passwords.hash(password), new Accounts.Signed(own));
            signingIn.enter(own, request, response);
        }
        return Pages.seeOther("/admin");
    }

    private List<ErrorLink> errors(Visit visit, String from, Typed typed, String password) {
        List<ErrorLink> errors = new ArrayList<>();
        if (!rightCode(typed.code(), from, visit.now())) {
            errors.add(new ErrorLink("code", visit.wording().say("first-start.wrong-code")));
        }
        if (!typed.badge().strip().matches("[A-Z0-9-]{1,20}")) {
            errors.add(new ErrorLink("badge", visit.wording().say("admin.badge-form")));
        }
        if (!Plain.said(typed.name(), 200)) {
            errors.add(new ErrorLink("name", visit.wording().say("admin.name-needed")));
        }
        if (!Passwords.fits(password)) {
            errors.add(new ErrorLink(
                    "password", visit.wording().say("admin.password-length", Passwords.SHORTEST, Passwords.LONGEST)));
        }
        return errors;
    }

    /**
     * One try every two seconds from one place: a code of 50 bits then outlasts any patience. A try that comes too soon is not
     * judged and makes the wait no longer; nor does anybody's wait concern those who ask from elsewhere: otherwise whoever
     * tries without pause would keep the right code out.
     */
    private boolean tooSoon(String from, Instant now) {
        Instant last = wrongAt.getOrDefault(from, Instant.EPOCH);
        // A clock that was set back makes nobody wait until it is there again.
        return !now.isBefore(last) && last.plus(BETWEEN_TRIES).isAfter(now);
    }

    private boolean rightCode(String typed, String from, Instant now) {
        String code = settings.firstStartCode();
        boolean right = code != null
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            if (wrongAt.size() >= MOST_ASKERS) {
                wrongAt.clear();
            }
            wrongAt.put(from, now);
        }
        return right;
    }

    private ResponseEntity<String> show(HttpServletRequest request, int status, Typed typed, List<ErrorLink> errors) {
        return pages.show(
                request,
                status,
                "pages/firstStart",
                Map.of("code", typed.code(), "badge", typed.badge(), "name", typed.name(), "errors", errors));
    }

    /** What is shown again. */
    private record Typed(String code, String badge, String name) {}
}
