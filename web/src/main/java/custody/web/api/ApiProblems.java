package custody.web.api;

import custody.web.problems.Faults;
import custody.web.problems.Problem;
import custody.web.problems.ProblemJson;
import custody.web.session.Visit;
import custody.web.session.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells programs what went wrong, RFC 9457. */
@RestControllerAdvice(basePackages = "custody.web.api")
class ApiProblems {
    private final Visits visits;

    ApiProblems(Visits visits) {
        this.visits = visits;
    }

    /** Nothing for a program that has gone: there is nobody to tell, and it is no fault. */
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Map<String, Object>> problem(Exception thrown, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        Problem problem = Faults.problem(thrown);
        ResponseEntity<Map<String, Object>> answer = answer(problem, json(problem, visits.toTell(request)));
        // What may be asked instead: Allow, Accept.
        return thrown instanceof ErrorResponse response
                ? ResponseEntity.status(answer.getStatusCode())
                        .headers(response.getHeaders())
                        .headers(answer.getHeaders())
                        .body(answer.getBody())
                : answer;
    }

    static ResponseEntity<Map<String, Object>> answer(Problem problem, Map<String, Object> json) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.parseMediaType(ProblemJson.MEDIA_TYPE));
        if (problem.retryAfter() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(json);
    }

    static Map<String, Object> json(Problem problem, Visit visit) {
        return ProblemJson.of(problem, visit.wording(), visit.times());
    }
}
