package custody.web.problems;

import custody.record.access.Denial;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Wire;
import custody.record.detention.Refusal;
import custody.web.words.Refusals;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.List;
import java.util.Map;
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
 * @param rule which rule of the request's form was broken, where it is known
 * @param header the header that {@code errors} are about; null where they are about the body or the query
 */
public record Problem(
        String name,
        int status,
        List<FieldError> errors,
        @Nullable Refusal refusal,
        @Nullable Denial denial,
        long retryAfter,
        @Nullable Rule rule,
        @Nullable String header) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that is told by its name alone. */
    public static Problem of(ProblemName name) {
        return new Problem(name.text(), name.status(), List.of(), null, null, 0, null, null);
    }

    /** A request that breaks a rule of its form. */
    public static Problem breaking(Rule rule) {
        ProblemName name = ProblemName.MALFORMED_REQUEST;
        return new Problem(name.text(), name.status(), List.of(), null, null, 0, rule, null);
    }

    /** One header is not as it must be. */
    public static Problem header(ProblemName name, String header, Code code, Map<String, String> limits) {
        FieldError error = new FieldError("", code, limits);
        return new Problem(name.text(), name.status(), List.of(error), null, null, 0, Rule.HEADER, header);
    }

    /** The same under another status. */
    public Problem status(int other) {
        return new Problem(name, other, errors, refusal, denial, retryAfter, rule, header);
    }

    /** Try again after so many seconds. */
    public static Problem later(ProblemName name, long seconds) {
        return new Problem(name.text(), name.status(), List.of(), null, null, seconds, null, null);
    }

    /** Bad input, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        ProblemName name = ProblemName.INVALID_INPUT;
        return new Problem(name.text(), name.status(), errors, null, null, 0, null, null);
    }

    /** The domain refuses. */
    public static Problem refused(Refusal refusal) {
        return new Problem(Refusals.name(refusal), 409, List.of(), refusal, null, 0, null, null);
    }

    /** The same, naming the fields that it is about. */
    public Problem at(List<FieldError> fields) {
        return new Problem(name, status, fields, refusal, denial, retryAfter, rule, header);
    }

    /** Somebody may not do that. */
    public static Problem denied(Denial denial) {
        ProblemName name = ProblemName.NOT_PERMITTED;
        return new Problem(name.text(), name.status(), List.of(), null, denial, 0, null, null);
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
        if (rule != null) {
            return wording.say(rule.text(), header == null ? "" : header);
        }
        return refusal == null
                ? wording.say("problem." + name + ".detail", retryAfter)
                : Refusals.sentence(refusal, wording, times);
    }
}
