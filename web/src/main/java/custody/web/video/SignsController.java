package custody.web.video;

import custody.record.catalogue.Wire;
import custody.record.places.Room;
import custody.video.camera.Camera;
import custody.web.pages.Pages;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import custody.web.words.Language;
import custody.web.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Signs to print and hang: what is recorded in each room, in both languages. Nobody's picture is on them. */
@Controller
public final class SignsController {
    private final Pages pages;
    private final Watcher watcher;
    private final Footage footage;

    SignsController(Pages pages, Watcher watcher, Footage footage) {
        this.pages = pages;
        this.watcher = watcher;
        this.footage = footage;
    }

    /**
     * One room's sign.
     *
     * @param room its name
     * @param recorded whether anything of it is recorded
     * @param uk lines in Ukrainian, the first the largest
     * @param en the same in English
     */
    public record Sign(String room, boolean recorded, List<String> uk, List<String> en) {}

    @SignedInOnly
    @GetMapping("/footage/signs")
    ResponseEntity<String> signs(HttpServletRequest request, Visit visit) {
        List<Camera> cameras = watcher.cameras(visit);
        List<Sign> signs = visit.facility().rooms().stream()
                .map(room -> sign(room, cameras))
                .toList();
        return pages.show(request, "video/signs", Map.of("signs", signs, "may", Permitted.of(visit)));
    }

    private Sign sign(Room room, List<Camera> cameras) {
        List<Camera> recording = cameras.stream()
                .filter(camera -> camera.room().equals(room.code().code()))
                .filter(camera -> camera.mode() == Camera.Mode.RECORDED)
                .toList();
        boolean doorOnly =
                !recording.isEmpty() && recording.stream().allMatch(camera -> camera.aim() == Camera.Aim.DOOR);
        String what = recording.isEmpty() ? "none" : doorOnly ? "door" : "inside";
        return new Sign(
                room.name(),
                !recording.isEmpty(),
                lines(Wording.in(Language.UK), room, what),
                lines(Wording.in(Language.EN), room, what));
    }

    private List<String> lines(Wording say, Room room, String what) {
        List<String> lines = new ArrayList<>();
        lines.add(say.say("video.sign.camera." + what));
        if (!what.equals("none")) {
            lines.add(say.say("video.sign.always"));
        }
        boolean never = room.privacy() == Room.Privacy.PRIVILEGED;
        if (never || (room.privacy() != Room.Privacy.NORMAL && !what.equals("none"))) {
            lines.add(say.say("video.sign.privacy." + Wire.name(room.privacy())));
        }
        if (!what.equals("none")) {
            lines.add(say.say("video.sign.kept", footage.leastDays()));
            lines.add(say.say("video.sign.rights"));
        }
        return lines;
    }
}
