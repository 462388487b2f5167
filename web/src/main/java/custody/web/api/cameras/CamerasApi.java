package custody.web.api.cameras;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.video.camera.Camera;
import custody.video.camera.Cameras;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.session.SignedInOnly;
import custody.web.session.TurnedAway;
import custody.web.session.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cameras for programs: whoever may watch them or set them up sees how they are; addresses only those who set them up. */
@RestController
final class CamerasApi {
    private final Cameras cameras;
    private final CameraConditions conditions;
    private final ApplicationEventPublisher refusals;

    CamerasApi(Cameras cameras, CameraConditions conditions, ApplicationEventPublisher refusals) {
        this.cameras = cameras;
        this.conditions = conditions;
        this.refusals = refusals;
    }

    /** Two permissions open this door, so it is judged here. */
    @SignedInOnly
    @GetMapping("/api/v1/cameras")
    ResponseEntity<Map<String, Object>> all(Visit visit) {
        Access.Answer watch = decide(visit, General.WATCH_CAMERAS);
        boolean administer = decide(visit, General.ADMINISTER_FACILITIES).permitted();
        if (!administer && watch instanceof Access.Denied(var because)) {
            refusals.publishEvent(new TurnedAway(visit, General.WATCH_CAMERAS, "/api/v1/cameras"));
            throw new ProblemFound(Problem.denied(because));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facility", visit.facility().code().code());
        json.put("at", visit.now().toString());
        json.put(
                "cameras",
                cameras.of(visit.facility().code().code()).stream()
                        .map(camera -> shape(camera, administer))
                        .toList());
        return ResponseEntity.ok(json);
    }

    private static Access.Answer decide(Visit visit, General action) {
        return Access.decide(visit.officer(), action, visit.relation());
    }

    private Map<String, Object> shape(Camera camera, boolean administer) {
        Condition condition = conditions.of(camera.id());
        boolean recorded = camera.mode() == Camera.Mode.RECORDED;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", camera.id().value());
        json.put("name", camera.name());
        json.put("room", camera.room());
        json.put("aim", Wire.name(camera.aim()));
        json.put("direction", camera.direction());
        json.put("privacy", Wire.name(camera.privacy()));
        json.put("mode", Wire.name(camera.mode()));
        json.put("state", recorded ? Wire.name(condition.state()) : Wire.name(camera.mode()));
        json.put(
                "troubles",
                condition.troubles().stream().map(Wire::name).sorted().toList());
        json.put("since", recorded ? condition.since().toString() : null);
        if (administer) {
            StreamAddress main = camera.streams().get(StreamKind.MAIN);
            json.put("address", main == null ? null : main.url());
            json.put("account", camera.account());
        }
        return json;
    }
}
