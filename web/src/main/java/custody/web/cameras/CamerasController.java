package custody.web.cameras;

import custody.record.access.Action.General;
import custody.record.desk.CustodyRecords;
import custody.video.camera.Camera;
import custody.video.camera.CameraAddresses;
import custody.video.camera.Cameras;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.health.CameraConditions;
import custody.video.recorder.CameraTrials;
import custody.web.components.ErrorLink;
import custody.web.components.Row;
import custody.web.forms.Standing;
import custody.web.forms.Typed;
import custody.web.pages.Pages;
import custody.web.session.Needs;
import custody.web.session.OneAtATime;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Cameras of this node's facility: add, change, try, remove. */
@Controller
final class CamerasController {
    private final Pages pages;
    private final Cameras cameras;
    private final CustodyRecords records;
    private final CamerasHere here;
    private final CameraConditions conditions;
    private final CameraAddresses allowed;
    private final CameraTrials trials;
    private final OneAtATime changes = new OneAtATime();

    CamerasController(
            Pages pages,
            Cameras cameras,
            CustodyRecords records,
            CameraConditions conditions,
            CameraAddresses allowed,
            CameraTrials trials) {
        this.pages = pages;
        this.records = records;
        this.cameras = cameras;
        this.here = new CamerasHere(cameras);
        this.conditions = conditions;
        this.allowed = allowed;
        this.trials = trials;
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/cameras")
    ResponseEntity<String> all(HttpServletRequest request, Visit visit) {
        List<Camera> here = cameras.of(visit.facility().code().code());
        List<RoomCoverage> rooms = RoomCoverage.of(
                visit, here, conditions, records.occupancy(visit.facility().code()));
        return pages.show(
                request,
                "cameras/cameras",
                Map.of(
                        "cameras",
                        CameraRow.of(visit, here, conditions),
                        "rooms",
                        rooms,
                        "wide",
                        RoomPlan.of("wide", 1_160, rooms, visit.wording()),
                        "narrow",
                        RoomPlan.of("narrow", 340, rooms, visit.wording())));
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/cameras/new")
    ResponseEntity<String> fresh(HttpServletRequest request, Visit visit) {
        String room = request.getParameter("room");
        Typed typed = Typed.nothing().with("aim", "room").with("used", "true").with("room", room == null ? "" : room);
        return show(request, visit, 200, Optional.empty(), typed, List.of(), "");
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/cameras/new")
    ResponseEntity<String> create(HttpServletRequest request, Visit visit) {
        return take(request, visit, Optional.empty(), Typed.of(request.getParameterMap()));
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/cameras/{id}")
    ResponseEntity<String> one(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        Typed typed = typed(camera).with(Standing.SEEN, Standing.seen(standing(visit, camera)));
        return show(request, visit, 200, Optional.of(camera), typed, List.of(), "");
    }

    private static List<Standing> standing(Visit visit, Camera camera) {
        var form = new CameraForm(visit, typed(camera), List.of());
        return Standing.of(Stream.of(form.place(false), form.streams())
                .flatMap(List::stream)
                .toList());
    }

    private static Typed typed(Camera camera) {
        StreamAddress sub = camera.streams().get(StreamKind.SUB);
        StreamAddress main = camera.streams().get(StreamKind.MAIN);
        return Typed.nothing()
                .with("name", camera.name())
                .with("room", camera.room())
                .with("aim", CameraEntry.word(camera.aim()))
                .with("direction", camera.direction())
                .with("address", main == null ? "" : main.url())
                .with("second", sub == null ? "" : sub.url())
                .with("used", camera.inUse() ? "true" : "");
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/cameras/{id}")
    ResponseEntity<String> change(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        // The page's own camera, whichever a form names: it would change another one.
        Map<String, String[]> sent = new HashMap<>(request.getParameterMap());
        sent.put("id", new String[] {camera.id().value()});
        Typed typed = Typed.of(sent);
        return take(request, visit, Optional.of(camera), typed);
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/cameras/{id}/remove")
    ResponseEntity<String> remove(Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        var _ = cameras.remove(camera.id(), CamerasHere.person(visit));
        return Pages.seeOther("/admin/cameras");
    }

    private ResponseEntity<String> take(
            HttpServletRequest request, Visit visit, Optional<Camera> present, Typed typed) {
        var entry = new CameraEntry(visit, typed, allowed);
        Optional<Cameras.Wanted> wanted = entry.read();
        if (wanted.isEmpty()) {
            return show(request, visit, 422, present, typed, entry.errors(), "");
        }
        boolean other = wanted.get().account() instanceof Cameras.AccountChange.Keep
                && present.filter(Camera::account)
                        .filter(camera ->
                                !camera.keepsAccountFor(wanted.get().streams().values()))
                        .isPresent();
        if (other) {
            return refuse(request, visit, present, typed, "user", "cameras.account-anew");
        }
        if (typed.one("do").equals("try")) {
            return show(request, visit, 200, present, typed, List.of(), tried(visit, present, wanted.get()));
        }
        return changes.of(() -> put(request, visit, present, typed, wanted.get()));
    }

    /** What each stream that was typed gives. */
    private String tried(Visit visit, Optional<Camera> present, Cameras.Wanted wanted) {
        StreamAddress main = wanted.streams().get(StreamKind.MAIN);
        StreamAddress sub = wanted.streams().get(StreamKind.SUB);
        String told =
                main == null ? "" : TrialWords.of(visit, trials.run(main, wanted.account(), present.map(Camera::id)));
        return sub == null
                ? told
                : visit.wording()
                        .say(
                                "cameras.try.both",
                                told,
                                TrialWords.ofSmaller(
                                        visit, trials.run(sub, wanted.account(), present.map(Camera::id))));
    }

    private ResponseEntity<String> put(
            HttpServletRequest request, Visit visit, Optional<Camera> present, Typed typed, Cameras.Wanted wanted) {
        if (present.isPresent()) {
            // Anew: a camera that somebody has put into another room since must not be put back by an older form.
            Camera now = here.find(visit, wanted.id().value());
            List<Standing> standing = standing(visit, now);
            List<Row> changed = Standing.changed(typed.one(Standing.SEEN), standing);
            if (!changed.isEmpty()) {
                Typed anew = typed.instead(Standing.SEEN, Standing.seen(standing));
                return show(request, visit, 409, Optional.of(now), anew, List.of(), "", changed);
            }
        }
        boolean taken = present.isEmpty() && cameras.find(wanted.id()).isPresent();
        Cameras.Put done = taken ? Cameras.Put.ID_TAKEN : cameras.put(wanted, CamerasHere.person(visit));
        return switch (done) {
            case ADDED, CHANGED -> Pages.seeOther("/admin/cameras");
            case ID_TAKEN -> refuse(request, visit, present, typed, "id", "cameras.id-taken");
            case ACCOUNT_NEEDED -> refuse(request, visit, present, typed, "user", "cameras.account-anew");
            case NO_SUCH_ROOM -> refuse(request, visit, present, typed, "room", "cameras.room-needed");
        };
    }

    private ResponseEntity<String> refuse(
            HttpServletRequest request, Visit visit, Optional<Camera> present, Typed typed, String field, String text) {
        var error = new ErrorLink(field, visit.wording().say(text));
        return show(request, visit, 422, present, typed, List.of(error), "");
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            Visit visit,
            int status,
            Optional<Camera> present,
            Typed typed,
            List<ErrorLink> errors,
            String told) {
        return show(request, visit, status, present, typed, errors, told, List.of());
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            Visit visit,
            int status,
            Optional<Camera> present,
            Typed typed,
            List<ErrorLink> errors,
            String told,
            List<Row> changed) {
        var form = new CameraForm(visit, typed, errors);
        String id = present.map(camera -> camera.id().value()).orElse("");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("seen", typed.one(Standing.SEEN));
        parameters.put("changed", changed);
        parameters.put("name", present.map(Camera::name).orElse(""));
        parameters.put("action", id.isEmpty() ? "/admin/cameras/new" : "/admin/cameras/" + id);
        parameters.put("place", form.place(id.isEmpty()));
        parameters.put("streams", form.streams());
        parameters.put("password", form.password());
        parameters.put("open", form.open());
        parameters.put("account", present.map(Camera::account).orElse(false));
        parameters.put("told", told);
        parameters.put("errors", errors);
        return pages.show(request, status, "cameras/camera", parameters);
    }
}
