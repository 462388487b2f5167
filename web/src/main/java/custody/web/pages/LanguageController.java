package custody.web.pages;

import custody.web.WebSettings;
import custody.web.session.Languages;
import custody.web.session.Open;
import custody.web.words.Language;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch: keeps the choice and goes back to the page it was made on. */
@Controller
final class LanguageController {
    private final WebSettings settings;

    LanguageController(WebSettings settings) {
        this.settings = settings;
    }

    @Open
    @PostMapping("/language")
    ResponseEntity<String> choose(
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back) {
        Languages.keep(Language.of(to).orElse(Language.UK), settings.secureCookies(), response);
        return Pages.seeOther(own(back) ? back : "/");
    }

    /** Only paths of this desk: a switch that leads elsewhere would be an open redirect. */
    private static boolean own(String path) {
        return path.matches("/(?![/\\\\])[A-Za-z0-9/._~?&=%+:-]{0,500}");
    }
}
