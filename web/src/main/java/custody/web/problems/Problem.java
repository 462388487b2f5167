package custody.web.problems;

import custody.record.access.Denial;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Wire;
import custody.record.detention.Refusal;
import custody.web.words.Refusals;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request; a value, so that the API writes it as RFC 9457 and the pages as a page.
 *
 * @param name last part of the type, {@code /problems/<name>}
 * @param status HTTP status
 * @param errors what is wrong field by field; empty where it is not about fields
 * @param refusal the domain's refusal, where it is one
 * @param denial why it is not permitted, where that is the problem
 * @param retryAfter seconds after which to try again; 0 where that says nothing
 */
public record Problem(
        String name,
        int status,
        List<FieldError> errors,
        @Nullable Refusal refusal,
        @Nullable Denial denial,
        long retryAfter) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that is told by its name alone. */
    public static Problem of(ProblemName name) {
        return new Problem(name.text(), name.status(), List.of(), null, null, 0);
    }

    /** Try again after so many seconds. */
    public static Problem later(ProblemName name, long seconds) {
        return new Problem(name.text(), name.status(), List.of(), null, null, seconds);
    }

    /** Bad input, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        ProblemName name = ProblemName.INVALID_INPUT;
        return new Problem(name.text(), name.status(), errors, null, null, 0);
    }

    /** The domain refuses. */
    public static Problem refused(Refusal refusal) {
        return new Problem(Refusals.name(refusal), 409, List.of(), refusal, null, 0);
    }

    /** The same, naming the fields that it is about. */
    public Problem at(List<FieldError> fields) {
        return new Problem(name, status, fields, refusal, denial, retryAfter);
    }

    /** Somebody may not do that. */
    public static Problem denied(Denial denial) {
        ProblemName name = ProblemName.NOT_PERMITTED;
        return new Problem(name.text(), name.status(), List.of(), null, denial, 0);
    }

    /** One line that says what it is. */
    public String title(Wording wording) {
        return refusal == null ? wording.say("problem." + name + ".title") : wording.say("problem.refused.title");
    }

    /** What happened and what to do now. */
    public String detail(Wording wording, Times times) {
        if (denial != null) {
            return wording.say("denied." + Wire.name(denial));
        }
        return refusal == null
                ? wording.say("problem." + name + ".detail", retryAfter)
                : Refusals.sentence(refusal, wording, times);
    }
}
