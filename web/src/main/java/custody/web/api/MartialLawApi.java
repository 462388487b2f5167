package custody.web.api;

import custody.record.access.Action.General;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Texts;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.DeclaredMartialLaw.Declaration;
import custody.record.desk.Facilities;
import custody.record.desk.Writer;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.record.events.Value;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Martial law at a facility. A retry under the key of before declares nothing, whatever was declared in between. */
@RestController
final class MartialLawApi {
    private static final String PATH = "/api/v1/facilities/{code}/martial-law";
    private static final Set<String> NAMES = Set.of("inForce", "from", "to", "authority");
    private static final int LONGEST_AUTHORITY = 500;

    private final DeclaredMartialLaw declared;
    private final Facilities facilities;
    private final RecordDesk desk;

    MartialLawApi(DeclaredMartialLaw declared, Facilities facilities, RecordDesk desk) {
        this.declared = declared;
        this.facilities = facilities;
        this.desk = desk;
    }

    @Needs(General.DECLARE_MARTIAL_LAW)
    @GetMapping(PATH)
    ResponseEntity<Map<String, Object>> list(@PathVariable String code) {
        FacilityCode facility = facility(code);
        return ResponseEntity.ok(body(facility, declared.of(facility)));
    }

    /** Whether one may is decided here: a request that was sent before is answered as the first time. */
    @SignedInOnly
    @PostMapping(PATH)
    ResponseEntity<Map<String, Object>> declare(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        byte[] body = Bodies.json(request);
        Writer writer = Requests.ofApi(visit.officer().badge(), "POST", request.getRequestURI(), key, body);
        Declaration declaration =
                declared.answered(writer).orElseGet(() -> declareAnew(request, visit, code, body, writer));
        return switch (declaration) {
            case Declaration.Stands(List<FacilityMartialLaw> until) ->
                ResponseEntity.status(201).body(body(facility(code), until));
            case Declaration.KeyReused() -> throw new ProblemFound(ProblemName.KEY_REUSED);
        };
    }

    private Declaration declareAnew(HttpServletRequest request, Visit visit, String code, byte[] body, Writer writer) {
        desk.requireHere(visit, General.DECLARE_MARTIAL_LAW, request.getRequestURI());
        FacilityCode facility = facility(code);
        return declared.declare(facility, fact(body), writer);
    }

    private static FacilityMartialLaw fact(byte[] body) {
        JsonInput input = JsonInput.of(body);
        Map<String, Value> sent = input.flat(List.of(), NAMES);
        List<FieldError> errors = new ArrayList<>(input.errors());
        Boolean inForce = flag(sent.remove("inForce"), errors);
        Instant from = instant(sent.remove("from"), "/from", true, errors);
        Instant to = instant(sent.remove("to"), "/to", false, errors);
        String authority = authority(sent.remove("authority"), errors);
        if (from != null && to != null && !to.isAfter(from)) {
            errors.add(new FieldError("/to", Code.ORDER, Map.of("min", from.toString())));
        }
        if (!errors.isEmpty() || inForce == null || from == null) {
            throw new ProblemFound(Problem.invalid(errors));
        }
        return new FacilityMartialLaw(inForce, from, to, authority);
    }

    private FacilityCode facility(String code) {
        try {
            FacilityCode facility = new FacilityCode(code);
            if (facilities.find(facility).isPresent()) {
                return facility;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        throw new ProblemFound(ProblemName.NOT_FOUND);
    }

    private static Map<String, Object> body(FacilityCode facility, List<FacilityMartialLaw> declared) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facility", facility.code());
        json.put("declared", declared.stream().map(MartialLawApi::shown).toList());
        return json;
    }

    private static Map<String, Object> shown(FacilityMartialLaw fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "facility-martial-law");
        json.put("inForce", fact.inForce());
        json.put("from", fact.from().toString());
        if (fact.to() != null) {
            json.put("to", fact.to().toString());
        }
        if (fact.authority() != null) {
            json.put("authority", fact.authority());
        }
        return json;
    }

    private static @Nullable Boolean flag(@Nullable Value value, List<FieldError> errors) {
        if (value instanceof Value.Flag(boolean flag)) {
            return flag;
        }
        errors.add(FieldError.of("/inForce", value == null ? Code.REQUIRED : Code.TYPE));
        return null;
    }

    private static @Nullable Instant instant(
            @Nullable Value value, String pointer, boolean required, List<FieldError> errors) {
        if (value instanceof Value.Text(String text)) {
            try {
                OffsetDateTime read = OffsetDateTime.parse(text);
                if (read.getYear() < Query.EARLIEST || read.getYear() > Query.LATEST) {
                    errors.add(new FieldError(pointer, Code.RANGE, Query.YEARS));
                    return null;
                }
                return read.toInstant().truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException unreadable) {
                errors.add(new FieldError(pointer, Code.FORMAT, Map.of("form", "2026-11-24T08:15:00+02:00")));
                return null;
            }
        }
        if (value != null || required) {
            errors.add(FieldError.of(pointer, value == null ? Code.REQUIRED : Code.TYPE));
        }
        return null;
    }

    private static @Nullable String authority(@Nullable Value value, List<FieldError> errors) {
        if (value instanceof Value.Text(String text) && !text.isBlank()) {
            return switch (Texts.clean(text, LONGEST_AUTHORITY, false)) {
                case Texts.Clean(String clean) -> clean;
                case Texts.Unclean(Code code, var limits) -> {
                    errors.add(new FieldError("/authority", code, limits));
                    yield null;
                }
            };
        }
        errors.add(FieldError.of("/authority", value == null ? Code.REQUIRED : Code.TYPE));
        return null;
    }
}
