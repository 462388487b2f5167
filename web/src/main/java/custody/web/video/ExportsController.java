package custody.web.video;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.Officers;
import custody.record.desk.Reading.Purpose;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.Exports.Export;
import custody.video.export.Exports.State;
import custody.video.export.Exports.Wanted;
import custody.video.live.Mask;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Footage for a recipient: asked for here, made in the background, fetched when it is ready, whoever closed which page. */
@Controller
public final class ExportsController {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int SHOWN = 100;
    private static final Set<String> WHY_FAILED =
            Set.of("nothing-on-record", "nothing-to-be-shown", "could-not-be-made", "interrupted", "too-long");

    private final Pages pages;
    private final Watcher watcher;
    private final Footage footage;
    private final Officers officers;
    private final Requests requests;
    private final RefusedLooks refused;
    private final Involved involved;
    private final RecordDesk desk;

    ExportsController(
            Pages pages,
            Watcher watcher,
            Footage footage,
            Officers officers,
            Requests requests,
            RefusedLooks refused,
            Involved involved,
            RecordDesk desk) {
        this.desk = desk;
        this.involved = involved;
        this.pages = pages;
        this.watcher = watcher;
        this.footage = footage;
        this.officers = officers;
        this.requests = requests;
        this.refused = refused;
    }

    /**
     * One export in words.
     *
     * @param state word of the state, {@code waiting}, {@code running}, {@code ready}, {@code failed}, {@code cancelled}
     * @param text the same for people
     * @param progress 0 to 100
     * @param sha256 of the file; empty until it is ready
     * @param masked what became of the camera's masks, for people; empty where it has none
     * @param fetchable whether the visitor may fetch it when it is ready
     */
    public record ExportRow(
            String id,
            String camera,
            String from,
            String to,
            String recipient,
            String reason,
            String by,
            String state,
            String text,
            int progress,
            String sha256,
            String masked,
            boolean fetchable) {
        static ExportRow of(Export export, Visit visit, Names names, boolean fetchable) {
            String state = Wire.name(export.state());
            return new ExportRow(
                    export.id().toString(),
                    names.camera(export.wanted().camera()),
                    visit.times().full(export.wanted().from()),
                    visit.times().full(export.wanted().to()),
                    export.wanted().recipient(),
                    export.wanted().reason(),
                    names.person(export.by()) + ", " + visit.times().full(export.at()),
                    state,
                    visit.wording().say("video.export.state." + state) + why(export, visit),
                    export.state() == State.READY ? 100 : export.progress(),
                    export.sha256().orElse(""),
                    masked(export, visit),
                    fetchable);
        }

        private static String why(Export export, Visit visit) {
            boolean known = export.state() == State.FAILED && WHY_FAILED.contains(export.detail());
            return known ? ": " + visit.wording().say("video.export.failed." + export.detail()) : "";
        }

        private static String masked(Export export, Visit visit) {
            if (export.wanted().lift().isPresent()) {
                return visit.wording()
                        .say("video.export.lifted", export.wanted().lift().get());
            }
            return export.masks() == 0 ? "" : visit.wording().say("video.export.painted", export.masks());
        }

        /** Whether it can still be given up. */
        public boolean underWay() {
            return state.equals("waiting") || state.equals("running");
        }
    }

    @Needs(General.EXPORT_FOOTAGE)
    @GetMapping("/footage/exports")
    ResponseEntity<String> list(HttpServletRequest request, Visit visit) {
        return show(request, visit, 200, "");
    }

    /** How far the exports are, for a page that is open. */
    @Needs(General.EXPORT_FOOTAGE)
    @GetMapping("/live/footage-exports")
    ResponseEntity<List<ExportRow>> progress(Visit visit) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(rows(visit));
    }

    @Needs(General.EXPORT_FOOTAGE)
    @PostMapping("/footage/exports")
    ResponseEntity<String> begin(
            HttpServletRequest request,
            Visit visit,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String camera,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String lift,
            @RequestParam(defaultValue = "") String record) {
        // Who came here from a record exports of it: it says what was handed out.
        Optional<UUID> about = record.isBlank()
                ? Optional.empty()
                : Optional.of(desk.read(visit, record, "export", General.EXPORT_FOOTAGE)
                        .id()
                        .value());
        Instant begin = Moments.typed(from, visit).orElse(Instant.MAX);
        Instant end = Moments.typed(to, visit).orElse(Instant.MIN);
        boolean timed = begin.isBefore(end) && Duration.between(begin, end).compareTo(LONGEST) <= 0;
        boolean said = Plain.line(recipient, 200) && Plain.said(reason, 1_000);
        if (camera.isBlank() || !timed || !said) {
            return show(request, visit, 422, visit.wording().say("video.export.incomplete"));
        }
        Camera found = watcher.past(visit, camera);
        Optional<String> lifted = Optional.of(lift.strip()).filter(why -> !why.isEmpty());
        boolean mayLift = lifted.isEmpty() || Watcher.may(visit, General.LIFT_MASK);
        if (found.mode() == Camera.Mode.NOT_RECORDED || !mayLift) {
            throw refused.notPermitted(visit, found.id());
        }
        involved.refuse(visit, found, begin, end);
        if (!Plain.fits(lift, 1_000)) {
            return show(request, visit, 422, visit.wording().say("video.export.incomplete"));
        }
        if (lifted.isEmpty() && Watcher.nothingLeft(masks(found.id(), begin, end, visit))) {
            return show(request, visit, 422, visit.wording().say("video.export.failed.nothing-to-be-shown"));
        }
        try {
            var wanted = new Wanted(
                    found.facility(), found.id(), begin, end, recipient.strip(), reason.strip(), lifted, about);
            UUID id = SentForm.of(request, visit, key).name(camera);
            if (footage.exports().find(id).isEmpty()) {
                Purpose purpose = visit.reading("export").purpose();
                watcher.looks(visit, Kind.EXPORT_ASKED, purpose, found, begin, end);
            }
            footage.exports().begin(id, wanted, Watcher.person(visit), visit.now());
        } catch (IllegalStateException diskNearlyFull) {
            return show(request, visit, 409, visit.wording().say("video.export.no-room"));
        }
        return Pages.seeOther("/footage/exports");
    }

    /** Gives one up that is not ready; who did is written down before. */
    @Needs(General.EXPORT_FOOTAGE)
    @PostMapping("/footage/exports/{id}/cancel")
    ResponseEntity<String> cancel(Visit visit, @PathVariable String id) {
        Export export = export(visit, id);
        Wanted wanted = export.wanted();
        Camera camera = watcher.past(visit, wanted.camera().value());
        involved.refuse(visit, export);
        if (export.state() == State.WAITING || export.state() == State.RUNNING) {
            Purpose purpose = visit.reading("export").purpose();
            watcher.looks(visit, Kind.EXPORT_CANCELLED, purpose, camera, wanted.from(), wanted.to());
            footage.exports().cancel(export.id(), Watcher.person(visit));
        }
        return Pages.seeOther("/footage/exports");
    }

    /** Hands the file out; who fetched it is written down before its first byte. */
    @Needs(General.EXPORT_FOOTAGE)
    @GetMapping("/footage/exports/{id}/file")
    ResponseEntity<Resource> file(Visit visit, @PathVariable String id) {
        Export export = export(visit, id);
        if (!fetchable(export, visit)) {
            throw refused.notPermitted(visit, export.wanted().camera());
        }
        Path file = footage.exports().file(export.id()).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        Wanted wanted = export.wanted();
        Camera camera = watcher.past(visit, wanted.camera().value());
        involved.refuse(visit, export);
        watcher.looks(visit, Kind.EXPORT, visit.reading("export").purpose(), camera, wanted.from(), wanted.to());
        String name = "footage-" + wanted.camera() + "-" + id.substring(0, 8) + ".zip";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    /** What must be painted for whoever has lifted nothing. */
    private List<Mask> masks(CameraId camera, Instant from, Instant to, Visit visit) {
        return footage.masks().shownOf(camera, from, to, Person.NODE, visit.now());
    }

    /** What shows more than the camera's masks leave, also an export from before they were drawn or made larger, is for those who may lift them. */
    private boolean fetchable(Export export, Visit visit) {
        Wanted wanted = export.wanted();
        return Watcher.may(visit, General.LIFT_MASK)
                || (wanted.lift().isEmpty() && export.hides(masks(wanted.camera(), wanted.from(), wanted.to(), visit)));
    }

    private Export export(Visit visit, String id) {
        return HoldsController.uuid(id)
                .flatMap(footage.exports()::find)
                .filter(one ->
                        one.wanted().facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    /** Whoever is named in a complaint learns nothing of what is handed out of its footage, nor to whom and why. */
    private List<ExportRow> rows(Visit visit) {
        Names names = new Names(visit, footage, officers);
        return footage.exports().of(visit.facility().code().code()).stream()
                .filter(one -> !involved.is(visit, one))
                .limit(SHOWN)
                .map(one -> ExportRow.of(one, visit, names, one.state() != State.READY || fetchable(one, visit)))
                .toList();
    }

    private ResponseEntity<String> show(HttpServletRequest request, Visit visit, int status, String error) {
        String at = typed(request, "at");
        Instant shown = at.isEmpty() ? visit.now().minus(Duration.ofHours(1)) : Moments.read(at, visit);
        String chosen = typed(request, "camera");
        List<Option> cameras = watcher.since(visit, Instant.EPOCH).stream()
                .filter(camera -> camera.mode() != Camera.Mode.NOT_RECORDED)
                .map(camera -> new Option(
                        camera.id().value(),
                        Tiles.label(visit, camera),
                        camera.id().value().equals(chosen)))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("cameras", cameras);
        parameters.put("key", SentForm.key(request, requests));
        parameters.put("from", or(typed(request, "from"), local(visit, shown)));
        parameters.put("to", or(typed(request, "to"), local(visit, shown.plus(Duration.ofMinutes(10)))));
        parameters.put("recipient", typed(request, "recipient"));
        parameters.put("reason", typed(request, "reason"));
        parameters.put("lift", typed(request, "lift"));
        parameters.put("record", typed(request, "record"));
        parameters.put("rows", rows(visit));
        parameters.put("error", error);
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, status, "video/exports", parameters);
    }

    static String local(Visit visit, Instant moment) {
        return visit.times().date(moment) + " " + visit.times().time(moment);
    }

    static String typed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String or(String typed, String usual) {
        return typed.isEmpty() ? usual : typed;
    }
}
