package custody.web.pages;

import custody.record.desk.Accounts;
import custody.record.events.Badge;
import custody.web.components.ErrorLink;
import custody.web.session.Passwords;
import custody.web.session.SessionEnds;
import custody.web.session.SignedInOnly;
import custody.web.session.SigningIn;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A new password of one's own, which nobody else has seen. The old one is asked, with the rules and delays of the sign-in: a
 * desk that was left open must not be enough to take somebody's account over.
 */
@Controller
final class MyPasswordController {
    private final Pages pages;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Passwords passwords;
    private final SessionEnds ends;

    MyPasswordController(Pages pages, Accounts accounts, SigningIn signingIn, Passwords passwords, SessionEnds ends) {
        this.pages = pages;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.passwords = passwords;
        this.ends = ends;
    }

    @SignedInOnly
    @GetMapping("/my-password")
    ResponseEntity<String> form(HttpServletRequest request) {
        return show(request, 200, List.of());
    }

    @SignedInOnly
    @PostMapping("/my-password")
    ResponseEntity<String> change(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again) {
        List<ErrorLink> errors = errors(visit, old, fresh, again);
        if (!errors.isEmpty()) {
            return show(request, 422, errors);
        }
        Badge own = visit.officer().badge();
        int before = ends.times(own);
        return switch (signingIn.prove(Optional.of(own), old, visit.now())) {
            case SigningIn.Welcome _ -> {
                String hash = passwords.hash(fresh);
                boolean set =
                        ends.allUnlessEnded(own, before, () -> accounts.password(own, hash, new Accounts.Signed(own)));
                yield set ? Pages.seeOther("/sign-in?changed=1") : show(request, 422, wrong(oldWrong(visit)));
            }
            case SigningIn.Wrong _ -> show(request, 422, wrong(oldWrong(visit)));
            case SigningIn.Busy _ -> later(request, 5, wrong(visit.wording().say("sign-in.busy")));
            case SigningIn.Wait wait -> {
                long seconds = wait.left().toSeconds() + 1;
                yield later(request, seconds, wrong(visit.wording().say("sign-in.wait", seconds)));
            }
        };
    }

    private static String oldWrong(Visit visit) {
        return visit.wording().say("my-password.old-wrong");
    }

    private static List<ErrorLink> errors(Visit visit, String old, String fresh, String again) {
        List<ErrorLink> errors = new ArrayList<>();
        if (old.isEmpty()) {
            errors.add(new ErrorLink("old", visit.wording().say("my-password.old-needed")));
        }
        if (!Passwords.fits(fresh)) {
            errors.add(new ErrorLink(
                    "fresh", visit.wording().say("admin.password-length", Passwords.SHORTEST, Passwords.LONGEST)));
        } else if (fresh.equals(old)) {
            errors.add(new ErrorLink("fresh", visit.wording().say("my-password.same")));
        } else if (!fresh.equals(again)) {
            errors.add(new ErrorLink("again", visit.wording().say("my-password.differs")));
        }
        return errors;
    }

    private static List<ErrorLink> wrong(String text) {
        return List.of(new ErrorLink("old", text));
    }

    private ResponseEntity<String> later(HttpServletRequest request, long seconds, List<ErrorLink> errors) {
        ResponseEntity<String> page = show(request, 429, errors);
        return ResponseEntity.status(429)
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(page.getBody());
    }

    private ResponseEntity<String> show(HttpServletRequest request, int status, List<ErrorLink> errors) {
        return pages.show(request, status, "pages/myPassword", Map.of("errors", errors));
    }
}
