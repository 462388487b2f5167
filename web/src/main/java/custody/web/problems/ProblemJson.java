package custody.web.problems;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.Wire;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 JSON: type, title, status, detail, and {@code errors} with pointer or header, code, detail. */
public final class ProblemJson {
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    /** The members of the problem, in their order. */
    public static Map<String, Object> of(Problem problem, Wording wording, Times times) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "/problems/" + problem.name());
        json.put("title", problem.title(wording));
        json.put("status", problem.status());
        json.put("detail", problem.detail(wording, times));
        if (!problem.errors().isEmpty()) {
            List<Map<String, Object>> errors = new ArrayList<>();
            problem.errors().forEach(error -> errors.add(error(error, problem.header(), wording)));
            json.put("errors", errors);
        }
        return json;
    }

    private static Map<String, Object> error(FieldError error, @Nullable String header, Wording wording) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(header == null ? "pointer" : "header", header == null ? error.pointer() : header);
        json.put("code", Wire.name(error.code()));
        json.put("detail", wording.error(error));
        if (!error.limits().isEmpty()) {
            json.put("limits", error.limits());
        }
        return json;
    }
}
