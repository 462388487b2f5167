package custody.web.video;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Relation;
import custody.record.desk.Reading.Purpose;
import custody.record.events.RoomCode;
import custody.record.places.Officer;
import custody.video.archive.Uploads.Upload;
import custody.video.archive.Viewings.Kind;
import custody.video.archive.Viewings.Viewing;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.live.Mask;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The only way from an endpoint to a camera: it must be of this facility, and the look is written down before anything is shown. */
@Component
final class Watcher {
    private final Footage footage;

    Watcher(Footage footage) {
        this.footage = footage;
    }

    /** The camera of that name at the visitor's desk; anything else is not found. */
    Camera camera(Visit visit, String name) {
        return footage.cameras()
                .find(id(name))
                .filter(camera ->
                        camera.facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    /** The same, also where the camera was taken out: for its past, never for pictures of now. */
    Camera past(Visit visit, String name) {
        return footage.cameras()
                .ever(id(name))
                .filter(camera ->
                        camera.facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    /** All cameras of the visitor's facility, and those that were taken out after that. */
    List<Camera> since(Visit visit, Instant from) {
        return footage.cameras().since(visit.facility().code().code(), from);
    }

    /** In words that a camera was taken out and when; empty while it is there. */
    String takenOut(Visit visit, Camera camera) {
        return footage.cameras()
                .removed(camera.id())
                .map(at -> visit.wording().say("video.taken-out", visit.times().full(at)))
                .orElse("");
    }

    /** A camera's id as it stands in an address; anything that is none is not found. */
    static CameraId id(String name) {
        try {
            return new CameraId(name);
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
    }

    /** All cameras of the visitor's facility. */
    List<Camera> cameras(Visit visit) {
        return footage.cameras().of(visit.facility().code().code());
    }

    /** Writes a look down; returns when it is durable. */
    void looks(Visit visit, Kind kind, Purpose purpose, Camera camera, Instant from, Instant to) {
        Officer officer = visit.officer();
        footage.viewings()
                .viewed(new Viewing(
                        person(visit),
                        officer.post(),
                        purpose.name(),
                        kind,
                        camera.facility(),
                        List.of(camera.id()),
                        from,
                        to));
    }

    /** Writes a look at a film down; returns when it is durable. */
    void looks(Visit visit, Kind kind, Purpose purpose, Upload film) {
        footage.viewings()
                .viewed(new Viewing(
                        person(visit),
                        visit.officer().post(),
                        purpose.name(),
                        kind,
                        film.wanted().facility(),
                        List.of(film.camera()),
                        film.wanted().trueBeginning(),
                        film.trueEnd()));
    }

    /** What must be painted over for the visitor now. */
    List<Mask> masks(Visit visit, Camera camera) {
        return footage.masks().shown(camera.id(), person(visit), visit.now());
    }

    /** What must be painted over for the visitor of footage of that time. */
    List<Mask> masks(Visit visit, Camera camera, Instant from, Instant to) {
        return footage.masks().shownOf(camera.id(), from, to, person(visit), visit.now());
    }

    /** Those of a facility's cameras that hung in a room at that moment. */
    List<Camera> of(Visit visit, RoomCode room, Instant at) {
        return since(visit, at).stream()
                .filter(camera -> footage.cameras().hung(camera.id(), at, at.plusNanos(1_000)).stream()
                        .anyMatch(hung -> hung.room().equals(room.code())))
                .toList();
    }

    /** Whether masks leave nothing to be seen: then nothing is sent at all. */
    static boolean nothingLeft(List<Mask> masks) {
        return masks.contains(Mask.WHOLE);
    }

    /** The visitor as the video side knows people. */
    static Person person(Visit visit) {
        return new Person(visit.officer().badge().number());
    }

    /** Whether the visitor may do that here. */
    static boolean may(Visit visit, General action) {
        return may(visit.officer(), visit, action);
    }

    /** Whether an officer may do that at the visit's facility. */
    static boolean may(Officer officer, Visit visit, General action) {
        Relation relation = Relation.to(visit.facility().code(), officer, visit.regions());
        return Access.decide(officer, action, relation).permitted();
    }
}
