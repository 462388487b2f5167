package custody.web.api;

import custody.record.catalogue.FieldError.Code;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Versions as entity tags: {@code "3"} (RFC 9110, 8.8.3 and 13.1.1). */
final class Conditions {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private Conditions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} names; null where it is absent or {@code *}. */
    static @Nullable Integer expected(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ProblemFound(Problem.header(
                    ProblemName.MALFORMED_REQUEST, HttpHeaders.IF_MATCH, Code.FORMAT, Map.of("form", tag(3))));
        }
        return Integer.valueOf(tag.group(1));
    }
}
