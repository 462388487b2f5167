package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Texts;
import custody.record.catalogue.Wire;
import custody.record.desk.After;
import custody.record.desk.Search;
import custody.record.detention.Situation.Status;
import custody.record.events.FacilityCode;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters, strictly: one that is unknown, or that is given twice where only one counts, is refused by name, since
 * a filter that is ignored shows too much.
 */
final class Query {
    /** Why one looks: every look may say so. */
    static final String PURPOSE = "purpose";

    private static final String STATE = "state";
    private static final String CURSOR = "2026-11-24T06:15:00Z_019ab3c4-5d6e-7f80-9123-456789abcdef";
    private static final Set<String> SEARCH = Set.of("q", STATE, "facility", "from", "to", "cursor", "limit", PURPOSE);

    /** Items of a page where nobody says how many. */
    static final int USUAL = 50;

    /** Most items of a page. */
    static final int MOST = 200;

    /** Years that a custody can have to do with; far ones no database knows. */
    static final int EARLIEST = 1900;

    static final int LATEST = 2199;

    /** The same as limits of a rule. */
    static final Map<String, String> YEARS = Map.of("min", EARLIEST + "-01-01", "max", LATEST + "-12-31");

    private final HttpServletRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    Query(HttpServletRequest request) {
        this.request = request;
    }

    /** The search asked for; throws with every wrong parameter named. */
    Search search() {
        only(SEARCH);
        Set<Status> states = EnumSet.noneOf(Status.class);
        String[] wanted = request.getParameterValues(STATE);
        for (String state : wanted == null ? new String[0] : wanted) {
            for (String name : state.split(",", -1)) {
                states.add(status(name));
            }
        }
        Instant from = instant("from");
        Instant to = instant("to");
        Set<FacilityCode> facilities = facility().map(Set::of).orElse(Set.of());
        int limit = limit();
        String text = text("q", 200);
        After after = afterLine();
        finish();
        return new Search(text, states, facilities, from, to, after, limit);
    }

    /** Refuses parameters that are not among these, and those that are given twice. */
    void only(Set<String> known) {
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(FieldError.of("/" + name, Code.UNKNOWN));
            } else if (values.length > 1 && !name.equals(STATE)) {
                errors.add(new FieldError("/" + name, Code.TOO_MANY, Map.of("max", "1")));
            }
        });
    }

    /** Throws if anything is wrong. */
    void finish() {
        if (!errors.isEmpty()) {
            throw new ProblemFound(Problem.invalid(errors));
        }
    }

    @Nullable
    String text(String name, int max) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > max) {
            errors.add(new FieldError("/" + name, Code.TOO_LONG, Map.of("max", Integer.toString(max))));
            return null;
        }
        return switch (Texts.clean(value, max, false)) {
            case Texts.Clean(String clean) -> clean;
            case Texts.Unclean(Code code, Map<String, String> limits) -> {
                errors.add(new FieldError("/" + name, code, limits));
                yield null;
            }
        };
    }

    @Nullable
    Instant instant(String name) {
        String value = text(name, 60);
        try {
            OffsetDateTime read = value == null ? null : OffsetDateTime.parse(value);
            if (read != null && (read.getYear() < EARLIEST || read.getYear() > LATEST)) {
                errors.add(new FieldError("/" + name, Code.RANGE, YEARS));
                return null;
            }
            return read == null ? null : read.toInstant();
        } catch (DateTimeException unreadable) {
            errors.add(new FieldError("/" + name, Code.FORMAT, Map.of("form", "2026-11-24T08:15:00+02:00")));
            return null;
        }
    }

    int limit() {
        String value = text("limit", 9);
        if (value == null) {
            return USUAL;
        }
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            errors.add(new FieldError("/limit", Code.RANGE, Map.of("min", "1", "max", Integer.toString(MOST))));
            return USUAL;
        }
        return Integer.parseInt(value);
    }

    /** A kind of event; null where none is asked for. */
    @Nullable
    String kind() {
        String name = text("kind", 60);
        if (name != null && Catalogue.kind(name).isEmpty()) {
            errors.add(FieldError.of("/kind", Code.NOT_FOUND));
        }
        return name;
    }

    /** The version after which a list goes on, 0 from the start. */
    int after() {
        String cursor = text("cursor", 20);
        if (cursor != null && !cursor.matches("[0-9]{1,9}")) {
            errors.add(new FieldError("/cursor", Code.FORMAT, Map.of("form", "50")));
            return 0;
        }
        return cursor == null ? 0 : Integer.parseInt(cursor);
    }

    /** The record behind which a list of records goes on; null from the start. */
    private @Nullable After afterLine() {
        String cursor = text("cursor", 100);
        Optional<After> after = Optional.ofNullable(cursor).flatMap(After::parse);
        if (cursor != null && after.isEmpty()) {
            errors.add(new FieldError("/cursor", Code.FORMAT, Map.of("form", CURSOR)));
        }
        return after.orElse(null);
    }

    private Optional<FacilityCode> facility() {
        String value = text("facility", 60);
        try {
            return Optional.ofNullable(value).map(FacilityCode::new);
        } catch (IllegalArgumentException unreadable) {
            errors.add(new FieldError("/facility", Code.FORMAT, Map.of("form", "UA26-0007")));
            return Optional.empty();
        }
    }

    private Status status(String name) {
        for (Status status : Status.values()) {
            if (Wire.name(status).equals(name.strip())) {
                return status;
            }
        }
        String options = Arrays.stream(Status.values()).map(Wire::name).collect(Collectors.joining(", "));
        errors.add(new FieldError("/state", Code.CHOICE, Map.of("options", options)));
        return Status.IN_CUSTODY;
    }

    /** RFC 8288 link to the next page: the same query with another cursor. */
    String next(String cursor) {
        StringBuilder address = new StringBuilder(request.getRequestURI()).append('?');
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                for (String value : values) {
                    address.append(encoded(name))
                            .append('=')
                            .append(encoded(value))
                            .append('&');
                }
            }
        });
        return "<" + address + "cursor=" + encoded(cursor) + ">; rel=\"next\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
