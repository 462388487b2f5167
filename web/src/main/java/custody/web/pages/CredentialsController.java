package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.Accounts;
import custody.record.places.Officer;
import custody.web.session.Needs;
import custody.web.session.Passwords;
import custody.web.session.SessionEnds;
import custody.web.session.StaffDesk;
import custody.web.session.Tokens;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passwords and API tokens of officers, each an entry in the ledger that says by whom. A token is shown once. */
@Controller
final class CredentialsController {
    private static final Duration TOKEN_LASTS = Duration.ofDays(90);

    private final Pages pages;
    private final StaffDesk staff;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SessionEnds ends;
    private final SecureRandom random;

    CredentialsController(
            Pages pages,
            StaffDesk staff,
            Accounts accounts,
            Passwords passwords,
            SessionEnds ends,
            SecureRandom random) {
        this.pages = pages;
        this.staff = staff;
        this.accounts = accounts;
        this.passwords = passwords;
        this.ends = ends;
        this.random = random;
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @PostMapping("/admin/officers/{badge}/password")
    ResponseEntity<String> password(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String badge,
            @RequestParam(defaultValue = "") String password) {
        Officer officer = staff.find(visit, badge);
        if (!Passwords.fits(password)) {
            String wrong = visit.wording().say("admin.password-length", Passwords.SHORTEST, Passwords.LONGEST);
            return show(request, 422, officer, "", "", wrong);
        }
        String hash = passwords.hash(password);
        ends.all(officer.badge(), () -> accounts.password(officer.badge(), hash, by(visit)));
        return show(request, 200, officer, visit.wording().say("admin.password-set"), "", "");
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @PostMapping("/admin/officers/{badge}/token")
    ResponseEntity<String> token(HttpServletRequest request, Visit visit, @PathVariable String badge) {
        Officer officer = staff.find(visit, badge);
        String token = Tokens.fresh(random);
        Instant expires = visit.now().plus(TOKEN_LASTS);
        accounts.token(Tokens.digest(token), officer.badge(), expires, by(visit));
        String text = visit.wording().say("admin.token-once", visit.times().full(expires));
        return show(request, 200, officer, text, token, "");
    }

    @Needs(General.ADMINISTER_OFFICERS)
    @PostMapping("/admin/officers/{badge}/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request, Visit visit, @PathVariable String badge) {
        Officer officer = staff.find(visit, badge);
        accounts.revokeTokens(officer.badge(), by(visit));
        return show(request, 200, officer, visit.wording().say("admin.tokens-revoked"), "", "");
    }

    private static Accounts.By by(Visit visit) {
        return new Accounts.Signed(visit.officer().badge());
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, int status, Officer officer, String text, String token, String wrong) {
        return pages.show(
                request,
                status,
                "pages/credentials",
                Map.of(
                        "officer",
                        officer,
                        "path",
                        AdminController.path(officer.badge()),
                        "text",
                        text,
                        "token",
                        token,
                        "wrong",
                        wrong));
    }
}
