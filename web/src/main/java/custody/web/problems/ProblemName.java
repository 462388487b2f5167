package custody.web.problems;

import custody.record.catalogue.Wire;

/** Problems that are no refusals of the domain; each has texts in both languages and a page. */
public enum ProblemName {
    INVALID_INPUT(422),
    MALFORMED_REQUEST(400),
    SIGN_IN_NEEDED(401),
    NOT_PERMITTED(403),
    FORM_EXPIRED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    VERSION_CONFLICT(409),
    KEY_REUSED(409),
    ALREADY_ACKNOWLEDGED(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    FAULT(500),
    LEDGER_STOPPED(503),
    STORAGE_UNAVAILABLE(503);

    private final int status;

    ProblemName(int status) {
        this.status = status;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** As in {@code /problems/<name>}. */
    public String text() {
        return Wire.name(this);
    }
}
