package custody.web.video;

import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.RoomCode;
import custody.video.camera.Camera;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.NeedsOnRecord;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From an event of a record to its minute in the cameras of its room. */
@Controller
public final class EventFootageController {
    private final Pages pages;
    private final RecordDesk desk;
    private final Watcher watcher;

    EventFootageController(Pages pages, RecordDesk desk, Watcher watcher) {
        this.pages = pages;
        this.desk = desk;
        this.watcher = watcher;
    }

    /** {@code event} is the id of an event or its number in the record. One camera is shown at once; several are offered. */
    @NeedsOnRecord(General.VIEW_FOOTAGE)
    @GetMapping("/video/at")
    ResponseEntity<String> at(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String event) {
        CustodyRecord found = desk.read(visit, record, "footage", General.VIEW_FOOTAGE);
        Event asked = found.events().stream()
                .filter(one -> one.id().toString().equals(event)
                        || Integer.toString(one.version()).equals(event))
                .findFirst()
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        Instant at = asked.occurredAt();
        Optional<RoomCode> room = room(found, asked);
        List<Camera> there =
                room.map(code -> watcher.of(visit, code, at)).orElseGet(() -> watcher.since(visit, at)).stream()
                        .filter(camera -> camera.mode() != Camera.Mode.NOT_RECORDED)
                        .toList();
        if (there.size() == 1) {
            return Pages.seeOther(path(there.getFirst(), found, at));
        }
        List<Choice> choices = there.stream()
                .map(camera -> new Choice(
                        camera.name().isBlank() ? camera.id().value() : camera.name(),
                        Tiles.room(visit, camera),
                        path(camera, found, at)))
                .toList();
        String export = "/footage/exports/of?record=" + found.id() + "&event=" + asked.version();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("choices", choices);
        parameters.put("title", visit.wording().kind(Catalogue.kind(asked.fact())));
        parameters.put("time", visit.times().full(at));
        parameters.put("back", "/records/" + found.id());
        parameters.put("export", desk.may(visit, found, General.EXPORT_FOOTAGE) ? export : "");
        return pages.show(request, "video/at", parameters);
    }

    /** A camera that may have seen it, and where. */
    public record Choice(String name, String room, String path) {}

    /** Where the event says it happened, else where the person was. */
    private static Optional<RoomCode> room(CustodyRecord record, Event event) {
        return Optional.ofNullable(event.place())
                .or(() -> Optional.ofNullable(
                        record.situationAt(event.occurredAt()).room()));
    }

    private static String path(Camera camera, CustodyRecord record, Instant at) {
        return "/video/" + camera.id() + "?at=" + at + "&record=" + record.id();
    }
}
