package custody.web.cameras;

import custody.record.access.Action.General;
import custody.video.camera.Camera;
import custody.video.camera.Cameras;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import custody.video.live.Masks;
import custody.web.forms.Typed;
import custody.web.pages.Pages;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    MaskDrawingController(Pages pages, Cameras cameras, Masks masks) {
        this.pages = pages;
        this.here = new CamerasHere(cameras);
        this.masks = masks;
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @GetMapping("/admin/cameras/{id}/masks")
    ResponseEntity<String> form(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        return show(request, visit, camera, 200, MaskRow.of(masks.of(camera.id())));
    }

    @Needs(General.ADMINISTER_FACILITIES)
    @PostMapping("/admin/cameras/{id}/masks")
    ResponseEntity<String> put(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Camera camera = here.find(visit, id);
        List<MaskRow> rows = MaskRow.typed(Typed.of(request.getParameterMap()));
        if (rows.stream().anyMatch(MaskRow::wrong)) {
            return show(request, visit, camera, 422, rows);
        }
        List<Mask> drawn =
                rows.stream().map(MaskRow::mask).flatMap(Optional::stream).toList();
        masks.put(camera.id(), drawn, CamerasHere.person(visit), visit.now());
        return Pages.seeOther("/admin/cameras/" + camera.id() + "/masks?saved=");
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, Camera camera, int status, List<MaskRow> rows) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", camera.id().value());
        parameters.put("name", camera.name());
        parameters.put("masked", camera.privacy() == PrivacyClass.MASKED);
        parameters.put("rows", rows);
        parameters.put("saved", request.getParameter("saved") != null);
        parameters.put("errors", MaskRow.errors(rows, visit.wording()));
        return pages.show(request, status, "cameras/masks", parameters);
    }
}
