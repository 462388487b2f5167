package custody.web.pages;

import custody.record.desk.Accounts;
import custody.web.session.Open;
import custody.web.session.SigningIn;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in and sign-out. */
@Controller
final class SignInController {
    private final Pages pages;
    private final SigningIn signingIn;
    private final Accounts accounts;

    SignInController(Pages pages, SigningIn signingIn, Accounts accounts) {
        this.pages = pages;
        this.signingIn = signingIn;
        this.accounts = accounts;
    }

    @Open
    @GetMapping("/sign-in")
    ResponseEntity<String> form(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String changed) {
        if (!accounts.any()) {
            return Pages.seeOther("/first-start");
        }
        if (visit.signedIn() != null) {
            return Pages.seeOther("/");
        }
        String notice = changed != null ? "sign-in.changed" : ended != null ? "sign-in.ended" : "";
        return show(request, 200, "", notice.isEmpty() ? "" : visit.wording().say(notice), "");
    }

    @Open
    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            @RequestParam(defaultValue = "") String badge,
            @RequestParam(defaultValue = "") String password) {
        return switch (signingIn.attempt(badge, password, request, response)) {
            case SigningIn.Welcome _ -> Pages.seeOther("/");
            case SigningIn.Wrong _ ->
                show(request, 422, badge, "", visit.wording().say("sign-in.wrong"));
            case SigningIn.Busy _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                yield show(request, 429, badge, "", visit.wording().say("sign-in.busy"));
            }
            case SigningIn.Wait wait -> {
                long seconds = wait.left().toSeconds() + 1;
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                yield show(request, 429, badge, "", visit.wording().say("sign-in.wait", seconds));
            }
        };
    }

    @Open
    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request) {
        signingIn.leave(request);
        return Pages.seeOther("/sign-in?ended=1");
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, int status, String badge, String notice, String error) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("badge", badge);
        parameters.put("notice", notice);
        parameters.put("error", error);
        return pages.show(request, status, "pages/signIn", parameters);
    }
}
