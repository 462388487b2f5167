package custody.web.pages;

import custody.web.problems.Faults;
import custody.web.problems.Problem;
import custody.web.problems.ProblemJson;
import custody.web.problems.ProblemName;
import custody.web.problems.Rule;
import custody.web.session.Languages;
import custody.web.session.Open;
import custody.web.session.Visit;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
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
                && Languages.ofProgram(path);
        Problem problem = problem(status, program, request.getAttribute(RequestDispatcher.ERROR_METHOD));
        return program
                ? ResponseEntity.status(problem.status())
                        .contentType(MediaType.parseMediaType(ProblemJson.MEDIA_TYPE))
                        .cacheControl(CacheControl.noStore())
                        .body(ProblemJson.of(problem, visit.wording(), visit.times()))
                : problems.show(problem, request);
    }

    /** A bad request that gets here was turned away at the outer door, for its method or its address. */
    private static Problem problem(int status, boolean program, @Nullable Object method) {
        if (status == 400) {
            boolean known = Arrays.stream(HttpMethod.values())
                    .anyMatch(one -> one.name().equals(method));
            return known ? Problem.breaking(Rule.ADDRESS) : Problem.of(ProblemName.METHOD_NOT_ALLOWED);
        }
        return status == 403 && !program ? Problem.of(ProblemName.FORM_EXPIRED) : Faults.byStatus(status);
    }
}
