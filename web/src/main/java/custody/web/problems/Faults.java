package custody.web.problems;

import custody.record.desk.LedgerStopped;
import custody.record.desk.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;

/** From anything thrown to a problem, logged once where it is a fault; never its message, which may hold content. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** The problem that tells of it. */
    public static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case ProblemFound found -> found.problem();
            case LedgerStopped _ -> Problem.later(ProblemName.LEDGER_STOPPED, 60);
            case StorageUnavailable _ -> Problem.later(ProblemName.STORAGE_UNAVAILABLE, 5);
            case AccessDeniedException _ -> Problem.of(ProblemName.NOT_PERMITTED);
            case TypeMismatchException _ -> Problem.of(ProblemName.MALFORMED_REQUEST);
            case ErrorResponse response -> byStatus(response.getStatusCode().value());
            case NullPointerException taken
            when inServer(taken) -> {
                LOG.atInfo().addKeyValue("at", origin(taken)).log("a page was left while it was answered");
                yield Problem.of(ProblemName.FAULT);
            }
            default -> {
                LOG.atError()
                        .addKeyValue("type", thrown.getClass().getName())
                        .addKeyValue("at", origin(thrown))
                        .log("fault");
                yield Problem.of(ProblemName.FAULT);
            }
        };
    }

    /** The problem of a bare HTTP status. */
    public static Problem byStatus(int status) {
        for (ProblemName name : ProblemName.values()) {
            if (name.status() == status && name != ProblemName.FORM_EXPIRED) {
                return Problem.of(name);
            }
        }
        boolean client = HttpStatus.valueOf(status).is4xxClientError();
        return Problem.of(client ? ProblemName.MALFORMED_REQUEST : ProblemName.FAULT);
    }

    /**
     * The server takes request and answer apart at once when a browser resets its stream (RFC 9113, 5.4.2); whoever still works
     * on them meets nothing inside the server's own classes.
     */
    private static boolean inServer(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.apache.");
    }

    private static String origin(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }
}
