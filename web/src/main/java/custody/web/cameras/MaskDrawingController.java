package custody.web.cameras;

import custody.record.access.Action.General;
import custody.video.camera.Camera;
import custody.video.camera.Cameras;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import custody.video.live.Masks;
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
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Which parts of a camera's picture nobody sees unless they lift the mask. Whoever sets cameras up may not look through them, so the
 * parts are given in per cent of the picture and drawn on an empty frame.
 */
@Controller
final class MaskDrawingController {
    private final Pages pages;
    private final CamerasHere here;
    private final Masks masks;
    private final OneAtATime changes = new OneAtATime();

    MaskDrawingController(Pages pages, Cameras cameras, Masks masks) {
        this.pages = pages;
        this.here = new CamerasHere(cameras);
        this.masks = masks;
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/cameras/{id}/masks")
    ResponseEntity<String> form(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        List<Mask> drawn = masks.of(camera.id());
        return show(request, visit, camera, 200, MaskRow.of(drawn), seen(visit, drawn), List.of());
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/cameras/{id}/masks")
    ResponseEntity<String> put(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        Typed typed = Typed.of(request.getParameterMap());
        List<MaskRow> rows = MaskRow.typed(typed);
        String seen = typed.one(Standing.SEEN);
        if (rows.stream().anyMatch(MaskRow::wrong)) {
            return show(request, visit, camera, 422, rows, seen, List.of());
        }
        return changes.of(() -> put(request, visit, camera, rows, seen));
    }

    /** Puts all masks, unless somebody else has drawn since the form was opened: it would be undone, and be seen by all. */
    private ResponseEntity<String> put(
            HttpServletRequest request, Visit visit, Camera camera, List<MaskRow> rows, String seen) {
        List<Mask> now = masks.of(camera.id());
        List<Row> changed = Standing.changed(seen, standing(visit, now));
        if (!changed.isEmpty()) {
            return show(request, visit, camera, 409, rows, seen(visit, now), changed);
        }
        List<Mask> drawn =
                rows.stream().map(MaskRow::mask).flatMap(Optional::stream).toList();
        masks.put(camera.id(), drawn, CamerasHere.person(visit), visit.now());
        return Pages.seeOther("/admin/cameras/" + camera.id() + "/masks?saved=");
    }

    private static List<Standing> standing(Visit visit, List<Mask> drawn) {
        return List.of(new Standing(
                "masks",
                drawn.toString(),
                visit.wording().say("cameras.masks"),
                MaskRow.of(drawn).stream()
                        .filter(row -> row.mask().isPresent())
                        .map(row -> row.said(visit.wording()))
                        .collect(Collectors.joining("; "))));
    }

    private static String seen(Visit visit, List<Mask> drawn) {
        return Standing.seen(standing(visit, drawn));
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            Visit visit,
            Camera camera,
            int status,
            List<MaskRow> rows,
            String seen,
            List<Row> changed) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("seen", seen);
        parameters.put("changed", changed);
        parameters.put("id", camera.id().value());
        parameters.put("name", camera.name());
        parameters.put("masked", camera.privacy() == PrivacyClass.MASKED);
        parameters.put("rows", rows);
        parameters.put("saved", request.getParameter("saved") != null);
        parameters.put("errors", MaskRow.errors(rows, visit.wording()));
        return pages.show(request, status, "cameras/masks", parameters);
    }
}
