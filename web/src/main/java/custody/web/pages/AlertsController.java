package custody.web.pages;

import custody.record.access.Action.General;
import custody.record.desk.AlarmChannels;
import custody.record.desk.CameraAlarm;
import custody.record.desk.CameraAlarms;
import custody.record.desk.CustodyRecords;
import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.Officers;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.law.Lawbook;
import custody.record.places.Officer;
import custody.web.entry.Acknowledging;
import custody.web.live.Hearing;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Tokens;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due or broken, who took note of it, and the notice that rings on an open page. */
@Controller
final class AlertsController {
    private static final int NOTICES = 3;

    private final Pages pages;
    private final RaisedAlerts alerts;
    private final AlarmChannels channels;
    private final CameraAlarms cameras;
    private final CustodyRecords records;
    private final RecordDesk desk;
    private final Officers officers;
    private final Lawbook law;
    private final DeclaredMartialLaw declared;

    AlertsController(
            Pages pages,
            RaisedAlerts alerts,
            AlarmChannels channels,
            CameraAlarms cameras,
            CustodyRecords records,
            RecordDesk desk,
            Officers officers,
            Lawbook law,
            DeclaredMartialLaw declared) {
        this.pages = pages;
        this.alerts = alerts;
        this.channels = channels;
        this.cameras = cameras;
        this.records = records;
        this.desk = desk;
        this.officers = officers;
        this.law = law;
        this.declared = declared;
    }

    @Needs(General.ACKNOWLEDGE_ALERTS)
    @GetMapping("/alerts")
    ResponseEntity<String> page(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String added,
            @RequestParam(defaultValue = "") String record) {
        Map<String, Object> parameters = new HashMap<>(parameters(visit, record));
        parameters.put("unstated", declared.of(visit.facility().code()).isEmpty());
        parameters.put("receipt", TasksController.receipt(added, record));
        return pages.show(request, "pages/alerts", parameters);
    }

    /** What a page that is open fetches when something changed. */
    @Needs(General.ACKNOWLEDGE_ALERTS)
    @GetMapping("/live/alerts")
    ResponseEntity<String> fragment(HttpServletRequest request, Visit visit) {
        return pages.show(request, "pages/alertList", parameters(visit, ""));
    }

    /** The notices of alerts that rang; the first few, and how many more, with the others that the page has not named. */
    @Needs(General.ACKNOWLEDGE_ALERTS)
    @GetMapping("/live/notices")
    ResponseEntity<String> notices(
            HttpServletRequest request,
            Visit visit,
            @RequestParam String events,
            @RequestParam(defaultValue = "0") short others) {
        List<String> wanted = Arrays.stream(events.split(",", -1)).distinct().toList();
        List<AlertLine> lines = wanted.stream()
                .limit(NOTICES)
                .flatMap(event -> find(visit, event).stream())
                .map(alert -> AlertLine.of(alert, law, visit))
                .sorted(AlertLine.ORDER)
                .toList();
        List<CameraAlarmLine> alarms = wanted.stream()
                .limit(NOTICES)
                .flatMap(event -> alarm(visit, event).stream())
                .filter(CameraAlarmLine::lasts)
                .toList();
        return pages.show(
                request,
                "pages/notices",
                Map.of(
                        "lines",
                        lines,
                        "cameras",
                        alarms,
                        "more",
                        Math.max(0, wanted.size() - NOTICES) + Math.max(0, others)));
    }

    @Needs(General.ACKNOWLEDGE_ALERTS)
    @PostMapping("/alerts/{event}/acknowledge")
    ResponseEntity<String> acknowledge(Visit visit, @PathVariable String event) {
        RaisedAlert alert = find(visit, event).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        desk.require(visit, alert.record(), "alert", General.ACKNOWLEDGE_ALERTS);
        if (alert.acknowledged().isEmpty()) {
            String key = "acknowledge/" + alert.event();
            Writer writer = new Writer(visit.officer().badge(), new RequestKey(key, Tokens.digest(key)));
            var _ = records.addBySystem(alert.record(), Acknowledging.draft(alert, null, visit.now()), writer);
        }
        return Pages.seeOther(Return.ALERTS.path(alert.record()));
    }

    @Needs(General.ACKNOWLEDGE_ALERTS)
    @PostMapping("/alerts/cameras/{id}/acknowledge")
    ResponseEntity<String> acknowledgeCamera(Visit visit, @PathVariable String id) {
        CameraAlarm alarm =
                alarm(visit, id).map(CameraAlarmLine::alarm).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        var _ = cameras.acknowledge(
                alarm.id(),
                alarm.facility(),
                visit.officer().badge(),
                visit.officer().post(),
                visit.now());
        return Pages.seeOther("/alerts");
    }

    private Optional<CameraAlarmLine> alarm(Visit visit, String id) {
        try {
            return cameras.find(UUID.fromString(id), visit.facility().code())
                    .map(alarm -> CameraAlarmLine.of(alarm, visit));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<RaisedAlert> find(Visit visit, String event) {
        try {
            EventId id = new EventId(UUID.fromString(event));
            return alerts.find(id, visit.facility().code(), visit.reading("alerts"));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Map<String, Object> parameters(Visit visit, String unfolded) {
        List<RaisedAlert> open = alerts.open(visit.facility().code(), visit.reading("alerts"));
        Hearing.of(visit).hear(alerts, open.stream().map(RaisedAlert::event).toList());
        List<AlertLine> lines = open.stream()
                .map(alert -> AlertLine.of(alert, law, visit))
                .sorted(AlertLine.ORDER)
                .toList();
        List<CameraAlarmLine> alarms = cameras.open(visit.facility().code(), visit.now()).stream()
                .map(alarm -> CameraAlarmLine.of(alarm, visit))
                .toList();
        Map<Badge, String> names = new HashMap<>();
        Stream.concat(
                        lines.stream().flatMap(line -> line.alert().acknowledged().stream()),
                        alarms.stream().flatMap(line -> line.alarm().acknowledged().stream()))
                .distinct()
                .forEach(badge ->
                        names.put(badge, officers.find(badge).map(Officer::name).orElse("") + " " + badge.number()));
        return Map.of(
                "reach",
                AlertReach.of(channels, alerts.unreached(visit.facility().code()), visit),
                "lines",
                lines,
                "groups",
                AlertGroup.of(lines, unfolded),
                "cameras",
                alarms,
                "names",
                names,
                "waiting",
                alerts.waiting(visit.facility().code()));
    }
}
