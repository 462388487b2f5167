package custody.web.video;

import custody.record.access.Action.General;
import custody.video.camera.Camera;
import custody.video.live.Masks;
import custody.web.components.Option;
import custody.web.forms.Plain;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
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

/** Lifting a mask: a person, a reason, minutes; it ends by itself, and the person can end it before. */
@Controller
final class MaskController {
    private static final List<Integer> MINUTES = List.of(2, 5, 10, 15, 30, 60);

    private final Pages pages;
    private final Watcher watcher;
    private final Tiles tiles;
    private final Footage footage;
    private final RefusedLooks refused;
    private final Involved involved;

    MaskController(
            Pages pages, Watcher watcher, Tiles tiles, Footage footage, RefusedLooks refused, Involved involved) {
        this.involved = involved;
        this.pages = pages;
        this.watcher = watcher;
        this.tiles = tiles;
        this.footage = footage;
        this.refused = refused;
    }

    @Needs(General.LIFT_MASK)
    @GetMapping("/video/{name}/mask")
    ResponseEntity<String> form(HttpServletRequest request, Visit visit, @PathVariable String name) {
        return show(request, visit, watcher.past(visit, name), 200, "");
    }

    @Needs(General.LIFT_MASK)
    @PostMapping("/video/{name}/mask")
    ResponseEntity<String> lift(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String at) {
        Camera camera = watcher.past(visit, name);
        if (camera.mode() == Camera.Mode.NOT_RECORDED) {
            throw refused.notPermitted(visit, camera.id());
        }
        // Whatever time it is asked for, a lift opens the pictures of now.
        involved.refuse(visit, camera, visit.now(), visit.now());
        Moments.typed(at, visit).ifPresent(looked -> involved.refuse(visit, camera, looked, looked));
        boolean known = MINUTES.stream().map(String::valueOf).anyMatch(minutes::equals);
        if (!known || !Plain.said(reason, 1_000)) {
            return show(request, visit, camera, 422, visit.wording().say("video.mask.reason-needed"));
        }
        footage.masks()
                .lift(
                        camera.id(),
                        Watcher.person(visit),
                        reason.strip(),
                        Duration.ofMinutes(Integer.parseInt(minutes)),
                        visit.now());
        return Pages.seeOther(back(visit, camera, at));
    }

    /** To the pictures of now, or to those of then: of a camera that was taken out there are no others. */
    private static String back(Visit visit, Camera camera, String at) {
        String page = "/video/" + camera.id();
        return Moments.typed(at, visit).map(then -> page + "?at=" + then).orElse(page);
    }

    @Needs(General.LIFT_MASK)
    @PostMapping("/video/{name}/mask/end")
    ResponseEntity<String> putBack(
            Visit visit,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String lift,
            @RequestParam(defaultValue = "") String at) {
        Camera camera = watcher.past(visit, name);
        List<Masks.Lift> open = tiles.lifts(visit, camera);
        if (named(open, lift).isEmpty()) {
            if (named(tiles.everybodysLifts(visit, camera), lift).isPresent()) {
                // Another person's is that person's to end.
                refused.write(visit, List.of(camera.id()));
            }
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        // Whoever lifted twice, by a double click too, wants the mask back and not the other lift to go on.
        open.forEach(one -> footage.masks().end(one.id(), Watcher.person(visit), visit.now()));
        return Pages.seeOther(back(visit, camera, at));
    }

    private static Optional<Masks.Lift> named(List<Masks.Lift> lifts, String id) {
        return lifts.stream().filter(one -> one.id().toString().equals(id)).findFirst();
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, Camera camera, int status, String error) {
        Map<String, Object> parameters = new HashMap<>();
        String at = String.valueOf(request.getParameter("at") == null ? "" : request.getParameter("at"));
        parameters.put("tile", tiles.of(visit, camera));
        parameters.put("at", Moments.typed(at, visit).map(Instant::toString).orElse(""));
        parameters.put("back", back(visit, camera, at));
        parameters.put(
                "minutes",
                MINUTES.stream()
                        .map(String::valueOf)
                        .map(one -> new Option(one, one, one.equals(request.getParameter("minutes"))))
                        .toList());
        parameters.put("error", error);
        parameters.put(
                "reason", String.valueOf(request.getParameter("reason") == null ? "" : request.getParameter("reason")));
        parameters.put(
                "lifts",
                footage
                        .masks()
                        .lifts(
                                camera.id(),
                                visit.now().minus(Duration.ofDays(30)),
                                visit.now().plusMillis(1))
                        .stream()
                        .limit(50)
                        .map(one -> visit.wording()
                                .say(
                                        "video.mask.line",
                                        one.by(),
                                        visit.times().full(one.from()),
                                        visit.times().time(one.ended().orElse(one.until())),
                                        one.reason()))
                        .toList());
        return pages.show(request, status, "video/mask", parameters);
    }
}
