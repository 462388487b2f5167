package custody.web.video;

import custody.record.access.Action.General;
import custody.video.camera.Camera;
import custody.web.pages.Pages;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wall: one, four, nine or sixteen cameras at once. */
@Controller
final class WallController {
    /** How many pictures a wall may have. */
    static final List<Integer> SIZES = List.of(1, 4, 9, 16);

    private final Pages pages;
    private final Watcher watcher;
    private final Tiles tiles;

    WallController(Pages pages, Watcher watcher, Tiles tiles) {
        this.pages = pages;
        this.watcher = watcher;
        this.tiles = tiles;
    }

    @Needs(General.WATCH_CAMERAS)
    @GetMapping("/video")
    ResponseEntity<String> wall(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "1") String page) {
        List<Camera> cameras = watcher.cameras(visit);
        int size = size(n, cameras.size());
        int last = Math.max(1, (cameras.size() + size - 1) / size);
        int shown = number(page, last);
        List<Tile> wall =
                cameras
                        .subList(Math.min(cameras.size(), (shown - 1) * size), Math.min(cameras.size(), shown * size))
                        .stream()
                        .map(camera -> tiles.of(visit, camera))
                        .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tiles", wall);
        parameters.put("size", size);
        parameters.put("sizes", SIZES);
        parameters.put("page", shown);
        parameters.put("last", last);
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, "video/wall", parameters);
    }

    /** How the cameras are, for a wall that is open; no leaf, since it shows no picture. */
    @Needs(General.WATCH_CAMERAS)
    @GetMapping("/live/video-states")
    ResponseEntity<List<Tile>> states(Visit visit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(watcher.cameras(visit).stream()
                        .map(camera -> tiles.of(visit, camera))
                        .toList());
    }

    /** A wall that nobody sized fits the cameras there are, up to nine. */
    private static int size(String typed, int cameras) {
        for (int size : SIZES) {
            if (typed.equals(Integer.toString(size)) || (typed.isEmpty() && cameras <= size)) {
                return size;
            }
        }
        return 9;
    }

    private static int number(String typed, int last) {
        return typed.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(typed), 1, last) : 1;
    }
}
