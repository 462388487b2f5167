package custody.web.api;

import custody.record.access.Action.General;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Texts;
import custody.record.catalogue.Wire;
import custody.record.desk.AlarmChannels;
import custody.record.desk.CameraAlarm;
import custody.record.desk.CameraAlarms;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts;
import custody.record.desk.WaitingMessage;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.EventId;
import custody.record.events.Value;
import custody.record.law.Lawbook;
import custody.record.law.rules.Heading;
import custody.web.entry.Acknowledging;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import custody.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is due or broken at this facility, and taking note of it by name. */
@RestController
final class AlertsApi {
    private static final String PATH = "/api/v1/alerts";
    private static final int LONGEST_NOTE = 1_000;

    private final RaisedAlerts alerts;
    private final AlarmChannels channels;
    private final CameraAlarms cameras;
    private final CustodyRecords records;
    private final RecordDesk desk;
    private final Lawbook law;

    AlertsApi(
            RaisedAlerts alerts,
            AlarmChannels channels,
            CameraAlarms cameras,
            CustodyRecords records,
            RecordDesk desk,
            Lawbook law) {
        this.alerts = alerts;
        this.channels = channels;
        this.cameras = cameras;
        this.records = records;
        this.desk = desk;
        this.law = law;
    }

    @Needs(General.ACKNOWLEDGE_ALERTS)
    @GetMapping(PATH)
    ResponseEntity<Map<String, Object>> list(Visit visit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facility", visit.facility().code().code());
        json.put("at", visit.now().toString());
        json.put("channels", channels.names());
        json.put(
                "rungsWithoutChannel",
                channels.unreached(visit.now()).stream().map(Wire::name).toList());
        Set<EventId> unreached = alerts.unreached(visit.facility().code());
        json.put(
                "alerts",
                alerts.open(visit.facility().code(), visit.reading("alerts")).stream()
                        .map(alert -> alert(alert, unreached, visit.wording().language()))
                        .toList());
        json.put(
                "cameras",
                cameras.open(visit.facility().code(), visit.now()).stream()
                        .map(AlertsApi::alarm)
                        .toList());
        json.put(
                "undelivered",
                alerts.waiting(visit.facility().code()).stream()
                        .map(AlertsApi::message)
                        .toList());
        return ResponseEntity.ok(json);
    }

    /** Whether one may is decided here: a request that was sent before is answered as the first time. */
    @SignedInOnly
    @PostMapping(PATH + "/{id}/acknowledgement")
    ResponseEntity<Map<String, Object>> acknowledge(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        byte[] body = Bodies.json(request);
        Writer writer = Requests.ofApi(visit.officer().badge(), "POST", request.getRequestURI(), key, body);
        Optional<Outcome> before = records.answered(writer);
        if (before.isPresent()) {
            return Answers.repeated(before.get(), visit);
        }
        desk.requireHere(visit, General.ACKNOWLEDGE_ALERTS, request.getRequestURI());
        String note = note(body);
        RaisedAlert alert = find(visit, id).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        desk.require(visit, alert.record(), "alert", General.ACKNOWLEDGE_ALERTS);
        boolean repeated = key != null && visit.officer().badge().equals(alert.acknowledgedBy());
        if (alert.acknowledged().isPresent() && !repeated) {
            throw new ProblemFound(ProblemName.ALREADY_ACKNOWLEDGED);
        }
        Draft draft = Acknowledging.draft(alert, note, visit.now());
        return Answers.added(records.addBySystem(alert.record(), draft, writer), draft, visit);
    }

    private static @Nullable String note(byte[] body) {
        JsonInput input = JsonInput.of(body);
        Map<String, Value> sent = input.flat(List.of(), Set.of("note"));
        List<FieldError> errors = new ArrayList<>(input.errors());
        String note = note(sent, errors);
        if (!errors.isEmpty()) {
            throw new ProblemFound(Problem.invalid(errors));
        }
        return note;
    }

    /** Taking note of an alarm about a camera; answers how the alarm stands then. */
    @Needs(General.ACKNOWLEDGE_ALERTS)
    @PostMapping(PATH + "/cameras/{id}/acknowledgement")
    ResponseEntity<Map<String, Object>> acknowledgeCamera(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        // Whoever took note takes note again and changes nothing: of a key only its form is asked.
        var _ = Requests.ofApi(visit.officer().badge(), "POST", request.getRequestURI(), key, new byte[0]);
        refuseMembers(request);
        CameraAlarm found = camera(visit, id).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        boolean taken = cameras.acknowledge(
                found.id(),
                found.facility(),
                visit.officer().badge(),
                visit.officer().post(),
                visit.now());
        if (!taken && !visit.officer().badge().equals(found.acknowledgedBy())) {
            throw new ProblemFound(ProblemName.ALREADY_ACKNOWLEDGED);
        }
        return ResponseEntity.ok(alarm(camera(visit, id).orElse(found)));
    }

    /** A camera's alarm is acknowledged without a word: nothing need be sent, and nothing is taken. */
    private static void refuseMembers(HttpServletRequest request) {
        if (request.getContentLengthLong() == 0 || request.getContentType() == null) {
            return;
        }
        byte[] body = Bodies.json(request);
        if (body.length > 0) {
            JsonInput input = JsonInput.of(body);
            var _ = input.flat(List.of(), Set.of());
            if (!input.errors().isEmpty()) {
                throw new ProblemFound(Problem.invalid(input.errors()));
            }
        }
    }

    private Optional<CameraAlarm> camera(Visit visit, String id) {
        try {
            return cameras.find(UUID.fromString(id), visit.facility().code());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> alarm(CameraAlarm alarm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", alarm.id().toString());
        json.put("camera", alarm.camera());
        json.put("room", alarm.room());
        json.put("trouble", alarm.trouble());
        json.put("state", alarm.settledAt() == null ? "lasting" : "well");
        json.put("since", alarm.cameTrueAt().toString());
        json.put("raisedAt", alarm.raisedAt().toString());
        put(json, "rung", alarm.rung() == null ? null : Wire.name(alarm.rung()));
        put(json, "wellAt", alarm.settledAt());
        put(json, "acknowledgedBy", alarm.acknowledgedBy());
        put(json, "acknowledgedAt", alarm.acknowledgedAt());
        return json;
    }

    private static @Nullable String note(Map<String, Value> sent, List<FieldError> errors) {
        return switch (sent.get("note")) {
            case null -> null;
            case Value.Text(String text) -> clean(text, errors);
            case Value.Whole _, Value.Flag _, Value.Texts _ -> {
                errors.add(FieldError.of("/note", Code.TYPE));
                yield null;
            }
        };
    }

    private static @Nullable String clean(String text, List<FieldError> errors) {
        return switch (Texts.clean(text, LONGEST_NOTE, true)) {
            case Texts.Clean(String clean) -> clean.isEmpty() ? null : clean;
            case Texts.Unclean(Code code, var limits) -> {
                errors.add(new FieldError("/note", code, limits));
                yield null;
            }
        };
    }

    private Optional<RaisedAlert> find(Visit visit, String id) {
        try {
            return alerts.find(
                    new EventId(UUID.fromString(id)), visit.facility().code(), visit.reading("alerts"));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Map<String, Object> alert(RaisedAlert alert, Set<EventId> unreached, Language language) {
        Optional<Heading> heading = law.rule(alert.pack(), alert.rule()).map(rule -> rule.heading());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", alert.event().toString());
        json.put("record", alert.record().toString());
        json.put("number", alert.number().toString());
        json.put("kind", Wire.name(alert.kind()));
        json.put("state", alert.settledAt() == null ? "open" : "put-right");
        json.put("rule", alert.rule());
        String provision = alert.provision();
        if (provision != null) {
            json.put("provision", LawShapes.say(law.citation(alert.pack(), alert.rule(), provision), language));
        }
        heading.ifPresent(found -> {
            json.put("standing", Wire.name(found.standing()));
            json.put(
                    "title",
                    Map.of("uk", found.title().uk(), "en", found.title().en()));
            json.put("demands", found.demands().stream().map(Wire::name).toList());
        });
        json.put("percent", alert.percent());
        put(json, "due", alert.due());
        json.put("since", alert.cameTrueAt().toString());
        json.put("raisedAt", alert.raisedAt().toString());
        put(json, "rung", alert.rung() == null ? null : Wire.name(alert.rung()));
        if (unreached.contains(alert.event())) {
            json.put("nobodyReached", true);
        }
        put(json, "putRightAt", alert.settledAt());
        put(json, "acknowledgedBy", alert.acknowledgedBy());
        put(json, "acknowledgedAt", alert.acknowledgedAt());
        return json;
    }

    private static Map<String, Object> message(WaitingMessage message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alert", message.event().toString());
        put(json, "number", message.number());
        put(json, "camera", message.camera());
        json.put("channel", message.channel());
        json.put("rung", Wire.name(message.rung()));
        json.put("since", message.since().toString());
        json.put("attempts", message.attempts());
        json.put("reached", message.reached());
        put(json, "failure", message.failure());
        put(json, "again", message.again());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
