package custody.web.pages;

import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Open;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a problem type means, for whoever follows its address; and the help page. */
@Controller
final class ProblemController {
    private final Pages pages;

    ProblemController(Pages pages) {
        this.pages = pages;
    }

    @Open
    @GetMapping("/problems/{name}")
    ResponseEntity<String> meaning(HttpServletRequest request, Visit visit, @PathVariable String name) {
        String about = "problem." + name + ".about";
        String sentence = visit.wording().has(about) ? about : "refusal." + name;
        if (!visit.wording().has(sentence)) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        String title = visit.wording().has("problem." + name + ".title")
                ? visit.wording().say("problem." + name + ".title")
                : visit.wording().say("problem.refused.title");
        return pages.show(
                request,
                "pages/problem",
                Map.of("title", title, "detail", visit.wording().say(sentence, "…", "…", "…")));
    }

    @Open
    @GetMapping("/help")
    ResponseEntity<String> help(HttpServletRequest request) {
        return pages.show(request, "pages/help", Map.of());
    }
}
