package custody.web.video;

import custody.record.access.Action.General;
import custody.record.places.Officer;
import custody.video.archive.Hold;
import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds.Released;
import custody.video.archive.Holds.Wanted;
import custody.video.camera.Camera;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Footage that must not be deleted: anyone who may view may hold, since holding only keeps; two release. */
@Controller
public final class HoldsController {
    private final Pages pages;
    private final Watcher watcher;
    private final Footage footage;

    HoldsController(Pages pages, Watcher watcher, Footage footage) {
        this.pages = pages;
        this.watcher = watcher;
        this.footage = footage;
    }

    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/footage/holds")
    ResponseEntity<String> list(HttpServletRequest request, Visit visit) {
        return show(request, visit, 200, "");
    }

    @Needs(General.VIEW_FOOTAGE)
    @PostMapping("/video/{name}/hold")
    ResponseEntity<String> hold(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String record) {
        Camera camera = watcher.camera(visit, name);
        Instant begin = Moments.read(from, visit);
        Instant end = Moments.read(to, visit);
        if (reason.isBlank() || reason.length() > 1_000 || !begin.isBefore(end)) {
            return show(request, visit, 422, visit.wording().say("video.hold.incomplete"));
        }
        footage.holds()
                .place(
                        new Wanted(
                                camera.facility(),
                                Set.of(camera.id()),
                                begin,
                                end,
                                ground(visit.officer().category()),
                                reason.strip(),
                                uuid(record)),
                        Watcher.person(visit),
                        visit.now());
        return Pages.seeOther("/footage/holds");
    }

    @Needs(General.VIEW_FOOTAGE)
    @PostMapping("/footage/holds/{id}/release")
    ResponseEntity<String> release(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason) {
        HoldId hold = uuid(id).map(HoldId::new)
                .filter(known -> footage.holds()
                        .find(known)
                        .filter(one ->
                                one.facility().equals(visit.facility().code().code()))
                        .isPresent())
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        if (!Watcher.may(visit, General.EXPORT_FOOTAGE)) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
        if (reason.isBlank() || reason.length() > 1_000) {
            return show(request, visit, 422, visit.wording().say("video.hold.reason-needed"));
        }
        Released released = footage.holds().release(hold, Watcher.person(visit), reason.strip(), visit.now());
        return switch (released) {
            case RELEASED, WAITING_FOR_SECOND -> Pages.seeOther("/footage/holds");
            case SAME_PERSON -> show(request, visit, 409, visit.wording().say("video.hold.same-person"));
            case NOT_HELD -> show(request, visit, 409, visit.wording().say("video.hold.not-held"));
        };
    }

    /** The visitor's office says on whose request it is held. */
    private static Ground ground(Officer.Category category) {
        return switch (category) {
            case PROSECUTOR -> Ground.PROSECUTOR_REQUEST;
            case OMBUDSMAN -> Ground.NPM_REQUEST;
            case ADVOCATE -> Ground.ADVOCATE_REQUEST;
            case CUSTODY_OFFICER,
                    APPREHENDING_OFFICER,
                    DUTY_OFFICER,
                    CONVOY,
                    MEDIC,
                    HEAD_OF_FACILITY,
                    INVESTIGATOR,
                    INQUIRER,
                    HEAD_OF_INVESTIGATION,
                    INVESTIGATION_STAFF,
                    OPERATIONAL_OFFICER,
                    HUMAN_RIGHTS_DEPARTMENT,
                    ADMINISTRATOR -> Ground.OTHER;
        };
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> show(HttpServletRequest request, Visit visit, int status, String error) {
        List<HoldRow> rows = footage.holds().of(visit.facility().code().code(), false).stream()
                .limit(200)
                .map(hold -> HoldRow.of(hold, visit))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", rows);
        parameters.put("error", error);
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, status, "video/holds", parameters);
    }

    /** One hold in words. */
    public record HoldRow(
            String id, String what, String from, String to, String why, String placed, boolean holds, String state) {
        static HoldRow of(Hold hold, Visit visit) {
            String cameras = hold.cameras().isEmpty()
                    ? visit.wording().say("video.hold.all-cameras")
                    : String.join(
                            ", ",
                            hold.cameras().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList());
            String ground = visit.wording().say("video.ground." + custody.record.catalogue.Wire.name(hold.ground()));
            String state = hold.release().isPresent()
                    ? visit.wording()
                            .say(
                                    "video.hold.released",
                                    visit.times().full(hold.release().get().at()))
                    : hold.first().isPresent()
                            ? visit.wording()
                                    .say("video.hold.waits", hold.first().get().by())
                            : visit.wording().say("video.hold.holds");
            return new HoldRow(
                    hold.id().toString(),
                    cameras,
                    visit.times().full(hold.from()),
                    visit.times().full(hold.to()),
                    hold.reason().isEmpty() ? ground : ground + ": " + hold.reason(),
                    hold.placed().by() + ", " + visit.times().full(hold.placed().at()),
                    hold.holds(),
                    state);
        }
    }
}
