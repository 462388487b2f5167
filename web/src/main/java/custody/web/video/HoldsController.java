package custody.web.video;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.Officers;
import custody.record.places.Officer;
import custody.video.archive.Hold;
import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds.Released;
import custody.video.archive.Holds.Wanted;
import custody.video.camera.Camera;
import custody.web.components.Option;
import custody.web.forms.Plain;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Footage that must not be deleted: anyone who may view may hold, since holding only keeps; two release. */
@Controller
public final class HoldsController {
    private static final List<Ground> REQUESTS =
            List.of(Ground.ADVOCATE_REQUEST, Ground.PROSECUTOR_REQUEST, Ground.NPM_REQUEST);

    private final Pages pages;
    private final Watcher watcher;
    private final Footage footage;
    private final Officers officers;
    private final Requests requests;
    private final RefusedLooks refused;
    private final Involved involved;
    private final RecordDesk desk;

    HoldsController(
            Pages pages,
            Watcher watcher,
            Footage footage,
            Officers officers,
            Requests requests,
            RefusedLooks refused,
            Involved involved,
            RecordDesk desk) {
        this.involved = involved;
        this.desk = desk;
        this.pages = pages;
        this.watcher = watcher;
        this.footage = footage;
        this.officers = officers;
        this.requests = requests;
        this.refused = refused;
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
            @RequestParam(defaultValue = "") String record,
            @RequestParam(name = "request", defaultValue = "") String wished,
            @RequestParam(defaultValue = "") String key) {
        Camera camera = watcher.past(visit, name);
        Optional<UUID> about = record.isBlank()
                ? Optional.empty()
                : Optional.of(desk.read(visit, record, "footage", General.VIEW_FOOTAGE)
                        .id()
                        .value());
        Optional<Instant> begin = Moments.typed(from, visit);
        Optional<Instant> end = Moments.typed(to, visit);
        if (begin.isEmpty() || end.isEmpty() || !begin.get().isBefore(end.get()) || unsaid(reason)) {
            return show(
                    request,
                    visit,
                    422,
                    visit.wording().say("video.hold.incomplete"),
                    Optional.of(new Typed(
                            "/video/" + name + "/hold", Tiles.label(visit, camera), from, to, reason, record, wished)));
        }
        UUID id = SentForm.of(request, visit, key).name(name);
        footage.holds()
                .place(
                        new HoldId(id),
                        new Wanted(
                                camera.facility(),
                                Set.of(camera.id()),
                                begin.get(),
                                end.get(),
                                wished(wished)
                                        .orElseGet(() -> ground(visit.officer().category())),
                                reason.strip(),
                                about),
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
        Hold hold = uuid(id).map(HoldId::new)
                .flatMap(footage.holds()::find)
                .filter(one -> one.facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        if (!Watcher.may(visit, General.EXPORT_FOOTAGE)) {
            throw refused.notPermitted(visit, hold.cameras());
        }
        involved.refuse(visit, hold);
        if (unsaid(reason)) {
            return show(request, visit, 422, visit.wording().say("video.hold.reason-needed"));
        }
        Released released = footage.holds().release(hold.id(), Watcher.person(visit), reason.strip(), visit.now());
        return switch (released) {
            case RELEASED, WAITING_FOR_SECOND -> Pages.seeOther("/footage/holds");
            case SAME_PERSON -> {
                refused.write(visit, hold.cameras());
                yield show(request, visit, 409, visit.wording().say("video.hold.same-person"));
            }
            case NOT_HELD -> show(request, visit, 409, visit.wording().say("video.hold.not-held"));
        };
    }

    /** On whose request somebody else holds it: an advocate or a prosecutor who asks has no camera pages of this house. */
    private static Optional<Ground> wished(String typed) {
        return REQUESTS.stream()
                .filter(ground -> Wire.name(ground).equals(typed))
                .findFirst();
    }

    /** The choices of a form that holds. */
    static List<Option> requests(Visit visit, String typed) {
        return REQUESTS.stream()
                .map(Wire::name)
                .map(name -> new Option(name, visit.wording().say("video.ground." + name), name.equals(typed)))
                .toList();
    }

    /** Where nothing else was chosen, the visitor's office says on whose request it is held. */
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
                    HUMAN_RIGHTS_REGION,
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

    private static boolean unsaid(String reason) {
        return !Plain.said(reason, 1_000);
    }

    private ResponseEntity<String> show(HttpServletRequest request, Visit visit, int status, String error) {
        return show(request, visit, status, error, Optional.empty());
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, int status, String error, Optional<Typed> typed) {
        Names names = new Names(visit, footage, officers);
        List<HoldRow> rows = footage.holds().of(visit.facility().code().code(), false).stream()
                // Whoever is named in a complaint reads neither who holds its footage nor why.
                .filter(hold -> !involved.is(visit, hold))
                .limit(200)
                .map(hold -> row(hold, visit, names))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", rows);
        parameters.put("error", error);
        parameters.put("typed", typed.orElse(null));
        parameters.put("requests", requests(visit, typed.map(Typed::request).orElse("")));
        parameters.put("key", SentForm.key(request, requests));
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, status, "video/holds", parameters);
    }

    private static HoldRow row(Hold hold, Visit visit, Names names) {
        String ground = visit.wording().say("video.ground." + Wire.name(hold.ground()));
        return new HoldRow(
                hold.id().toString(),
                hold.cameras().isEmpty()
                        ? visit.wording().say("video.hold.all-cameras")
                        : hold.cameras().stream().map(names::camera).sorted().collect(Collectors.joining(", ")),
                visit.times().full(hold.from()),
                visit.times().full(hold.to()),
                hold.reason().isEmpty() ? ground : ground + ": " + hold.reason(),
                hold.record().map(UUID::toString).orElse(""),
                names.person(hold.placed().by()) + ", "
                        + visit.times().full(hold.placed().at()),
                hold.holds(),
                state(hold, visit, names));
    }

    private static String state(Hold hold, Visit visit, Names names) {
        return hold.release()
                .map(release ->
                        visit.wording().say("video.hold.released", visit.times().full(release.at())))
                .or(() -> hold.first().map(first -> visit.wording().say("video.hold.waits", names.person(first.by()))))
                .orElseGet(() -> visit.wording().say("video.hold.holds"));
    }

    /**
     * One hold in words.
     *
     * @param record id of the record it belongs to; empty for none
     */
    public record HoldRow(
            String id,
            String what,
            String from,
            String to,
            String why,
            String record,
            String placed,
            boolean holds,
            String state) {}

    /**
     * A hold that could not be placed, as it was typed.
     *
     * @param path where it is sent again
     * @param camera the camera in words
     * @param request word of the ground on whose request; empty for none
     */
    public record Typed(
            String path, String camera, String from, String to, String reason, String record, String request) {}
}
