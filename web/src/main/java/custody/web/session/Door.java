package custody.web.session;

import custody.record.desk.StorageUnavailable;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every endpoint of this house. An endpoint is open, or for whoever is signed in, or names its action; one
 * that says nothing is closed to everybody.
 */
@Component
final class Door implements HandlerInterceptor {
    private final Visits visits;
    private final RecordDesk desk;

    Door(Visits visits, RecordDesk desk) {
        this.visits = visits;
        this.desk = desk;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("custody.")
                && !method.hasMethodAnnotation(Open.class)) {
            if (request.getAttribute(Bearer.GONE) instanceof StorageUnavailable gone) {
                throw gone;
            }
            if (request.getAttribute(Rates.WAIT) instanceof Long wait && wait > 0) {
                throw new ProblemFound(Problem.later(ProblemName.TOO_MANY_REQUESTS, wait));
            }
            pass(method, visits.of(request), request.getRequestURI());
        }
        return true;
    }

    private void pass(HandlerMethod method, Visit visit, String path) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            desk.requireHere(visit, needs.value(), path);
        } else if (visit.signedIn() == null) {
            throw new ProblemFound(ProblemName.SIGN_IN_NEEDED);
        } else if (!method.hasMethodAnnotation(SignedInOnly.class)
                && !method.hasMethodAnnotation(NeedsOnRecord.class)) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
    }
}
