package custody.web.pages;

import custody.web.problems.Faults;
import custody.web.problems.Problem;
import custody.web.problems.ProblemJson;
import custody.web.problems.ProblemName;
import custody.web.session.Open;
import custody.web.session.Visit;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside any endpoint: no such page, a form without its token. */
@Controller
final class ErrorPage implements ErrorController {
    private final ProblemPages problems;

    ErrorPage(ProblemPages problems) {
        this.problems = problems;
    }

    @Open
    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request, Visit visit) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        boolean program = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/");
        Problem problem = status == 403 && !program ? Problem.of(ProblemName.FORM_EXPIRED) : Faults.byStatus(status);
        return program
                ? ResponseEntity.status(problem.status())
                        .contentType(MediaType.parseMediaType(ProblemJson.MEDIA_TYPE))
                        .body(ProblemJson.of(problem, visit.wording(), visit.times()))
                : problems.show(problem, request);
    }
}
