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
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first start: whoever has the one-time code from the console becomes the administrator. Closed ever after. */
@Controller
final class FirstStartController {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Pages pages;
    private final Accounts accounts;
    private final Officers officers;
    private final Passwords passwords;
    private final SigningIn signingIn;
    private final WebSettings settings;
    /** When a wrong code was last sent; guarded by this object. */
    private Instant wrongAt = Instant.EPOCH;

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
        return accounts.any() ? Pages.seeOther("/sign-in") : show(request, 200, "", "", List.of());
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
            List<ErrorLink> errors = errors(visit, code, badge, name, password);
            if (!errors.isEmpty()) {
                return show(request, 422, badge, name, errors);
            }
            Badge own = new Badge(badge.strip());
            officers.put(new Officer(own, name.strip(), "", "", settings.facility(), Category.ADMINISTRATOR, true));
            accounts.password(own, passwords.hash(password));
            signingIn.enter(own, request, response);
        }
        return Pages.seeOther("/admin");
    }

    private List<ErrorLink> errors(Visit visit, String code, String badge, String name, String password) {
        List<ErrorLink> errors = new ArrayList<>();
        if (!rightCode(code, visit.now())) {
            errors.add(new ErrorLink("code", visit.wording().say("first-start.wrong-code")));
        }
        if (!badge.strip().matches("[A-Z0-9-]{1,20}")) {
            errors.add(new ErrorLink("badge", visit.wording().say("admin.badge-form")));
        }
        if (!Plain.said(name, 200)) {
            errors.add(new ErrorLink("name", visit.wording().say("admin.name-needed")));
        }
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            errors.add(new ErrorLink(
                    "password", visit.wording().say("admin.password-length", Passwords.SHORTEST, Passwords.LONGEST)));
        }
        return errors;
    }

    /** One try every two seconds: a code of 40 bits then outlasts any patience. */
    private boolean rightCode(String typed, Instant now) {
        String code = settings.firstStartCode();
        boolean tooSoon = wrongAt.plus(BETWEEN_TRIES).isAfter(now);
        boolean right = code != null
                && !tooSoon
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            wrongAt = now;
        }
        return right;
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, int status, String badge, String name, List<ErrorLink> errors) {
        return pages.show(request, status, "pages/firstStart", Map.of("badge", badge, "name", name, "errors", errors));
    }
}
