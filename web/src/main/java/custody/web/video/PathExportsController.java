package custody.web.video;

import custody.record.access.Action.General;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.Exports.Wanted;
import custody.web.forms.Plain;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Requests;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Everything the cameras saw of one person, or of one event, handed out by one request: a file for each camera and stay. The record says
 * so of each when it is made.
 */
@Controller
public final class PathExportsController {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Files that one request can ask for; the page says how many more there are. */
    private static final int MOST = 240;

    private final Pages pages;
    private final RecordDesk desk;
    private final Watcher watcher;
    private final Footage footage;
    private final Requests requests;
    private final RefusedLooks refused;
    private final Involved involved;

    PathExportsController(
            Pages pages,
            RecordDesk desk,
            Watcher watcher,
            Footage footage,
            Requests requests,
            RefusedLooks refused,
            Involved involved) {
        this.involved = involved;
        this.pages = pages;
        this.desk = desk;
        this.watcher = watcher;
        this.footage = footage;
        this.requests = requests;
        this.refused = refused;
    }

    /**
     * A camera and a time that can be ticked.
     *
     * @param value names it in the form
     * @param dark whether its masks leave nothing to be shown
     * @param empty whether nothing of it is on record
     */
    public record Part(
            String value, String camera, String from, String to, boolean dark, boolean empty, boolean ticked) {}

    private record Piece(Camera camera, Instant from, Instant to) {
        /** Not the end: a stay that lasts has another one by the time the form is sent. */
        String value() {
            return camera.id() + " " + from;
        }
    }

    @NeedsOnRecord(General.EXPORT_FOOTAGE)
    @GetMapping("/footage/exports/of")
    ResponseEntity<String> form(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String event) {
        CustodyRecord found = desk.read(visit, record, "export", General.EXPORT_FOOTAGE);
        return show(request, visit, found, event, 200, "");
    }

    @NeedsOnRecord(General.EXPORT_FOOTAGE)
    @PostMapping("/footage/exports/of")
    ResponseEntity<String> begin(
            HttpServletRequest request,
            Visit visit,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String lift) {
        CustodyRecord found = desk.read(visit, record, "export", General.EXPORT_FOOTAGE);
        Set<String> ticked = ticked(request);
        Optional<String> lifted = Optional.of(lift.strip()).filter(why -> !why.isEmpty());
        List<Piece> asked = pieces(visit, found, event).stream()
                .limit(MOST)
                .filter(piece -> ticked.contains(piece.value()))
                .toList();
        if (lifted.isPresent() && !Watcher.may(visit, General.LIFT_MASK)) {
            throw refused.notPermitted(
                    visit,
                    asked.stream().map(piece -> piece.camera().id()).distinct().toList());
        }
        asked.forEach(piece -> involved.refuse(visit, piece.camera(), piece.from(), piece.to()));
        List<Piece> wanted = asked.stream()
                .filter(piece -> lifted.isPresent() || !dark(visit, piece))
                .toList();
        boolean said = Plain.line(recipient, 200) && Plain.said(reason, 1_000) && Plain.fits(lift, 1_000);
        if (wanted.isEmpty() || !said) {
            return show(request, visit, found, event, 422, visit.wording().say("video.export.path.incomplete"));
        }
        SentForm sent = SentForm.of(request, visit, key);
        asked(visit, wanted, sent);
        try {
            for (Piece piece : wanted) {
                footage.exports()
                        .begin(
                                sent.name(piece.value()),
                                new Wanted(
                                        piece.camera().facility(),
                                        piece.camera().id(),
                                        piece.from(),
                                        piece.to(),
                                        recipient.strip(),
                                        reason.strip(),
                                        lifted,
                                        Optional.of(found.id().value())),
                                Watcher.person(visit),
                                visit.now());
            }
        } catch (IllegalStateException diskNearlyFull) {
            return show(request, visit, found, event, 409, visit.wording().say("video.export.no-room"));
        }
        return Pages.seeOther("/footage/exports");
    }

    /** Who asks for what is written down before anything is made: once for each camera and all pieces of it. */
    private void asked(Visit visit, List<Piece> pieces, SentForm sent) {
        Map<CameraId, List<Piece>> fresh = pieces.stream()
                .filter(piece ->
                        footage.exports().find(sent.name(piece.value())).isEmpty())
                .collect(Collectors.groupingBy(piece -> piece.camera().id(), TreeMap::new, Collectors.toList()));
        fresh.values().forEach(all -> {
            Instant from = all.stream().map(Piece::from).min(Instant::compareTo).orElseThrow();
            Instant to = all.stream().map(Piece::to).max(Instant::compareTo).orElseThrow();
            Camera camera = all.getFirst().camera();
            watcher.looks(visit, Kind.EXPORT_ASKED, visit.reading("export").purpose(), camera, from, to);
        });
    }

    private static Set<String> ticked(HttpServletRequest request) {
        String[] parts = request.getParameterValues("part");
        return parts == null ? Set.of() : Arrays.stream(parts).collect(Collectors.toSet());
    }

    /** Each camera for as long of each stay as it hung in that room, in pieces of at most a day. */
    private List<Piece> pieces(Visit visit, CustodyRecord record, String event) {
        List<PersonPath.Stay> stays = event.isEmpty()
                ? PersonPath.of(record, visit.now())
                : PersonPath.around(record, event(record, event), visit.now());
        List<Piece> pieces = new ArrayList<>();
        for (PersonPath.Stay stay : stays) {
            watcher.since(visit, stay.from()).stream()
                    .filter(camera -> camera.mode() != Camera.Mode.NOT_RECORDED)
                    .forEach(camera -> footage.cameras().hung(camera.id(), stay.from(), stay.to()).stream()
                            .filter(hung -> hung.room().equals(stay.room().code()))
                            .forEach(hung -> pieces.addAll(ofAtMostADay(camera, hung.from(), hung.to()))));
        }
        return pieces;
    }

    private static List<Piece> ofAtMostADay(Camera camera, Instant begin, Instant end) {
        List<Piece> pieces = new ArrayList<>();
        for (Instant from = begin; from.isBefore(end); from = from.plus(LONGEST)) {
            Instant to = from.plus(LONGEST).isBefore(end) ? from.plus(LONGEST) : end;
            pieces.add(new Piece(camera, from, to));
        }
        return pieces;
    }

    private static Event event(CustodyRecord record, String event) {
        return record.events().stream()
                .filter(one -> one.id().toString().equals(event)
                        || Integer.toString(one.version()).equals(event))
                .findFirst()
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private Part part(Visit visit, Piece piece, boolean ticked) {
        return new Part(
                piece.value(),
                Tiles.label(visit, piece.camera()),
                visit.times().full(piece.from()),
                visit.times().full(piece.to()),
                dark(visit, piece),
                !recorded(piece),
                ticked);
    }

    /** Whether anything is on record, what is being written just now included. */
    private boolean recorded(Piece piece) {
        CameraId camera = piece.camera().id();
        return !footage.segments().in(camera, piece.from(), piece.to(), 1).isEmpty()
                || footage.segments()
                        .open(camera)
                        .filter(open -> open.start().isBefore(piece.to()))
                        .isPresent();
    }

    private boolean dark(Visit visit, Piece piece) {
        return Watcher.nothingLeft(
                footage.masks().shownOf(piece.camera().id(), piece.from(), piece.to(), Person.NODE, visit.now()));
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, CustodyRecord record, String event, int status, String error) {
        Set<String> ticked = ticked(request);
        boolean fresh = request.getParameter("recipient") == null;
        List<Piece> pieces = pieces(visit, record, event);
        List<Part> parts = pieces.stream()
                .limit(MOST)
                .map(piece -> part(visit, piece, fresh ? recorded(piece) : ticked.contains(piece.value())))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", SentForm.key(request, requests));
        parameters.put("record", record.id().toString());
        parameters.put("number", record.number().toString());
        parameters.put("event", event);
        parameters.put("parts", parts);
        parameters.put("more", pieces.size() - parts.size());
        parameters.put("recipient", ExportsController.typed(request, "recipient"));
        parameters.put("reason", ExportsController.typed(request, "reason"));
        parameters.put("lift", ExportsController.typed(request, "lift"));
        parameters.put("error", error);
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, status, "video/path", parameters);
    }
}
