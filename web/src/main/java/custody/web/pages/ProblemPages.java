package custody.web.pages;

import custody.web.problems.Faults;
import custody.web.problems.Problem;
import custody.web.problems.ProblemName;
import custody.web.session.Visit;
import custody.web.session.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells people what went wrong, on a page of the desk. */
@ControllerAdvice(
        basePackages = {
            "custody.web.pages",
            "custody.web.live",
            "custody.web.assets",
            "custody.web.video",
            "custody.web.cameras"
        })
class ProblemPages {
    private final Pages pages;
    private final Visits visits;

    ProblemPages(Pages pages, Visits visits) {
        this.pages = pages;
        this.visits = visits;
    }

    /** Nothing for a browser that has gone, as it does when a live page is closed. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<String> problem(Exception thrown, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        return show(Faults.problem(thrown), request);
    }

    ResponseEntity<String> show(Problem problem, HttpServletRequest request) {
        if (problem.name().equals(ProblemName.SIGN_IN_NEEDED.text())) {
            return Pages.seeOther("/sign-in");
        }
        Visit visit = visits.toTell(request);
        ResponseEntity<String> page = pages.show(
                request,
                problem.status(),
                "pages/problem",
                Map.of(
                        "title", problem.title(visit.wording()),
                        "detail", problem.detail(visit.wording(), visit.times())));
        return problem.retryAfter() == 0
                ? page
                : ResponseEntity.status(page.getStatusCode())
                        .headers(page.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()))
                        .body(page.getBody());
    }
}
