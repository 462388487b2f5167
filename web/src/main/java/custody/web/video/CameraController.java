package custody.web.video;

import custody.record.access.Action.General;
import custody.video.camera.Camera;
import custody.web.pages.Pages;
import custody.web.session.Needs;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One camera now: its picture, its room, what is masked and until when. */
@Controller
final class CameraController {
    private final Pages pages;
    private final Watcher watcher;
    private final Tiles tiles;
    private final Footage footage;

    CameraController(Pages pages, Watcher watcher, Tiles tiles, Footage footage) {
        this.pages = pages;
        this.watcher = watcher;
        this.tiles = tiles;
        this.footage = footage;
    }

    @Needs(General.WATCH_CAMERAS)
    @GetMapping(path = "/video/{name}", params = "!at")
    ResponseEntity<String> camera(HttpServletRequest request, Visit visit, @PathVariable String name) {
        Camera camera = watcher.camera(visit, name);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tiles", List.of(tiles.of(visit, camera)));
        parameters.put("privacy", MaskView.of(visit, camera, tiles, footage.masks()));
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, "video/camera", parameters);
    }

    /** A person at the wall moved or typed; the session goes on. Nothing is read. */
    @SignedInOnly
    @GetMapping("/footage/here")
    ResponseEntity<Void> here() {
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
