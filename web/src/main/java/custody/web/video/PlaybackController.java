package custody.web.video;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.Reading.Purpose;
import custody.record.detention.CustodyRecord;
import custody.video.camera.Camera;
import custody.video.live.Mask;
import custody.web.components.Option;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Watching the past of one camera: first what for, then the pictures along their time. */
@Controller
final class PlaybackController {
    private final Pages pages;
    private final Watcher watcher;
    private final Looks looks;
    private final Strips strips;
    private final Tiles tiles;
    private final RecordDesk desk;
    private final Requests requests;
    private final Involved involved;

    PlaybackController(
            Pages pages,
            Watcher watcher,
            Looks looks,
            Strips strips,
            Tiles tiles,
            RecordDesk desk,
            Requests requests,
            Involved involved) {
        this.involved = involved;
        this.pages = pages;
        this.watcher = watcher;
        this.looks = looks;
        this.strips = strips;
        this.tiles = tiles;
        this.desk = desk;
        this.requests = requests;
    }

    @Needs(General.VIEW_FOOTAGE)
    @GetMapping(path = "/video/{name}", params = "at")
    ResponseEntity<String> playback(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String name,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String record) {
        Camera camera = watcher.past(visit, name);
        Instant shown = Moments.read(at, visit);
        involved.refuse(visit, camera, shown, shown);
        if (looks.purpose(request.getSession()).isEmpty()) {
            return purpose(request, visit, 200, "");
        }
        Optional<CustodyRecord> about = record.isEmpty()
                ? Optional.empty()
                : Optional.of(desk.read(visit, record, "footage", General.VIEW_FOOTAGE));
        looks.about(request.getSession(), about.map(CustodyRecord::id).orElse(null));
        return pages.show(request, "video/playback", parameters(request, visit, camera, shown, about));
    }

    private Map<String, Object> parameters(
            HttpServletRequest request, Visit visit, Camera camera, Instant shown, Optional<CustodyRecord> about) {
        List<Moment> events = about.map(one -> Moments.of(one, visit)).orElse(List.of());
        Strip day = strips.day(visit, camera.id(), shown, events);
        Strip hour = strips.hour(visit, camera.id(), shown, events);
        List<Mask> masks = watcher.masks(visit, camera, shown, shown);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tile", tiles.of(visit, camera));
        parameters.put("shown", shown);
        parameters.put("takenOut", watcher.takenOut(visit, camera));
        parameters.put("day", day);
        parameters.put("hour", hour);
        parameters.put("moments", strips.moments(visit, camera.id(), day.from(), day.to(), events));
        parameters.put("record", about.map(one -> one.id().toString()).orElse(""));
        parameters.put("number", about.map(one -> one.number().toString()).orElse(""));
        parameters.put("playable", camera.mode() != Camera.Mode.NOT_RECORDED && !Watcher.nothingLeft(masks));
        parameters.put("masked", camera.mode() != Camera.Mode.NOT_RECORDED && !masks.isEmpty());
        parameters.put(
                "lift",
                tiles.lift(visit, camera).map(one -> one.id().toString()).orElse(""));
        parameters.put("purpose", visit.wording().say("purpose." + Wire.name(said(request))));
        parameters.put("key", requests.freshKey());
        parameters.put("requests", HoldsController.requests(visit, ""));
        parameters.put("may", Permitted.of(visit));
        parameters.put("from", shown.minus(5, ChronoUnit.MINUTES));
        parameters.put("to", shown.plus(5, ChronoUnit.MINUTES));
        return parameters;
    }

    private Purpose said(HttpServletRequest request) {
        return looks.purpose(request.getSession()).orElseThrow(() -> new ProblemFound(ProblemName.MALFORMED_REQUEST));
    }

    /** Asks what for again. */
    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/footage/purpose")
    ResponseEntity<String> change(
            HttpServletRequest request, Visit visit, @RequestParam(defaultValue = "/video") String back) {
        return purpose(request, visit, 200, back);
    }

    @Needs(General.VIEW_FOOTAGE)
    @PostMapping("/footage/purpose")
    ResponseEntity<String> say(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "/video") String back) {
        Optional<Purpose> named = Looks.named(purpose);
        if (named.isEmpty()) {
            return purpose(request, visit, 422, back);
        }
        looks.say(request.getSession(), named.get());
        return Pages.seeOther(Moments.here(back));
    }

    private ResponseEntity<String> purpose(HttpServletRequest request, Visit visit, int status, String back) {
        Purpose usual = looks.purpose(request.getSession())
                .orElseGet(() -> visit.reading("footage").purpose());
        List<Option> options = Arrays.stream(Purpose.values())
                .map(one -> new Option(Wire.name(one), visit.wording().say("purpose." + Wire.name(one)), one == usual))
                .toList();
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return pages.show(
                request,
                status,
                "video/purpose",
                Map.of("options", options, "back", back.isEmpty() ? here : Moments.here(back)));
    }
}
