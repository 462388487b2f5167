package custody.web.live;

import custody.record.access.Action.General;
import custody.record.desk.CameraAlarms;
import custody.record.desk.RaisedAlerts;
import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import custody.web.session.Needs;
import custody.web.session.Visit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What has rung for a person and nobody took note of. A page asks when it begins to listen: what rang between two pages, while the
 * line was down or before the sign-in would else be heard by nobody. It asks again with each ring, and shows what it is answered: so
 * that has been heard.
 */
@Controller
final class UnheededController {
    private final RaisedAlerts alerts;
    private final CameraAlarms cameras;

    UnheededController(RaisedAlerts alerts, CameraAlarms cameras) {
        this.alerts = alerts;
        this.cameras = cameras;
    }

    /** Ids as {@code /live/changes} says them. */
    @Needs(General.ACKNOWLEDGE_ALERTS)
    @GetMapping("/live/unheeded")
    ResponseEntity<List<String>> unheeded(Visit visit) {
        Hearing hearing = Hearing.of(visit);
        List<EventId> events = hearing.rungs().stream()
                .flatMap(rung -> alerts.unheeded(visit.facility().code(), rung).stream())
                .toList();
        hearing.hear(alerts, events);
        List<String> ids = Stream.concat(
                        events.stream().map(EventId::toString),
                        hearing.rungs().stream().flatMap(rung -> cameras(visit, rung)))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ids);
    }

    private Stream<String> cameras(Visit visit, Rung rung) {
        return cameras.open(visit.facility().code(), visit.now()).stream()
                .filter(alarm -> alarm.acknowledgedBy() == null && alarm.settledAt() == null)
                .filter(alarm -> alarm.rung() != null && alarm.rung().compareTo(rung) >= 0)
                .map(alarm -> alarm.id().toString());
    }
}
