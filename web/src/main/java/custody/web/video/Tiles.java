package custody.web.video;

import custody.record.catalogue.Wire;
import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.video.camera.Camera;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamKind;
import custody.video.health.Condition;
import custody.video.live.Mask;
import custody.video.live.Masks.Lift;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of a camera how it is, in the visitor's language. */
@Component
final class Tiles {
    private final Footage footage;
    private final Watcher watcher;

    Tiles(Footage footage, Watcher watcher) {
        this.footage = footage;
        this.watcher = watcher;
    }

    Tile of(Visit visit, Camera camera) {
        List<Mask> masks = watcher.masks(visit, camera);
        boolean hidden = Watcher.nothingLeft(masks);
        Condition condition = footage.conditions().of(camera.id());
        return new Tile(
                camera.id().value(),
                name(camera),
                where(visit, camera),
                state(camera, condition),
                text(visit, camera, condition),
                note(visit, camera, masks),
                camera.mode() == Camera.Mode.RECORDED && !hidden,
                masks.isEmpty() && camera.streams().containsKey(StreamKind.SUB));
    }

    /** A camera in one line: its name, and where it looks or hangs. */
    static String label(Visit visit, Camera camera) {
        String where = where(visit, camera);
        return where.isBlank() ? name(camera) : name(camera) + " · " + where;
    }

    private static String name(Camera camera) {
        return camera.name().isBlank() ? camera.id().value() : camera.name();
    }

    private static String where(Visit visit, Camera camera) {
        String room = room(visit, camera);
        return camera.name().equals(room) ? camera.direction() : room;
    }

    /** The name of a camera's room; its code where the facility has it no longer. */
    static String room(Visit visit, Camera camera) {
        return visit.facility()
                .room(new RoomCode(camera.room()))
                .map(Room::name)
                .orElse(camera.room());
    }

    private static String state(Camera camera, Condition condition) {
        return switch (camera.mode()) {
            case NOT_RECORDED -> "law";
            case OUT_OF_USE -> "off";
            case RECORDED ->
                switch (condition.state()) {
                    case RECORDING -> condition.troubles().isEmpty() ? "live" : "warning";
                    case STALE, NO_KEY_FRAME, CONNECTING, UNKNOWN -> "warning";
                    case NOT_WRITTEN, OFFLINE, RECORDER_AWAY -> "off";
                    case NOT_RECORDED -> "law";
                };
        };
    }

    private static String text(Visit visit, Camera camera, Condition condition) {
        return switch (camera.mode()) {
            case NOT_RECORDED -> visit.wording().say("video.state.not-recorded");
            case OUT_OF_USE -> visit.wording().say("video.state.out-of-use");
            case RECORDED -> recorded(visit, condition);
        };
    }

    private static String recorded(Visit visit, Condition condition) {
        String state = visit.wording()
                .say(
                        "video.state." + Wire.name(condition.state()),
                        visit.times().near(condition.since(), visit.now()));
        String troubles = condition.troubles().stream()
                .sorted()
                .map(trouble -> visit.wording().say("video.trouble." + Wire.name(trouble)))
                .collect(Collectors.joining(", "));
        return troubles.isEmpty() ? state : state + ": " + troubles;
    }

    private String note(Visit visit, Camera camera, List<Mask> masks) {
        if (camera.mode() != Camera.Mode.RECORDED) {
            return "";
        }
        Optional<Lift> lift = lift(visit, camera);
        if (lift.isPresent()) {
            return visit.wording()
                    .say("video.mask.lifted", visit.times().time(lift.get().until()));
        }
        if (Watcher.nothingLeft(masks)) {
            return visit.wording().say("video.mask.whole");
        }
        if (!masks.isEmpty()) {
            return visit.wording().say("video.mask.parts");
        }
        return camera.privacy() == PrivacyClass.NO_AUDIO ? visit.wording().say("video.no-audio") : "";
    }

    /** The visitor's own lift that is open now; of several the one that ends last. */
    Optional<Lift> lift(Visit visit, Camera camera) {
        return lifts(visit, camera).stream().max(Comparator.comparing(Lift::until));
    }

    /** The visitor's own lifts that are open now. */
    List<Lift> lifts(Visit visit, Camera camera) {
        return everybodysLifts(visit, camera).stream()
                .filter(one -> one.by().equals(Watcher.person(visit)))
                .toList();
    }

    /** All that are open now. */
    List<Lift> everybodysLifts(Visit visit, Camera camera) {
        Instant now = visit.now();
        return footage.masks().lifts(camera.id(), now, now.plusMillis(1)).stream()
                .filter(one -> one.open(now))
                .toList();
    }
}
