package custody.web.cameras;

import custody.record.catalogue.Wire;
import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.video.camera.Camera;
import custody.video.health.CameraConditions;
import custody.web.session.Visit;
import java.util.List;
import java.util.Map;

/**
 * What cameras see of one room now.
 *
 * @param room the room
 * @param state whether it is recorded as it should be
 * @param seen its cameras, in the order of the list
 * @param people how many of those in custody are in it
 */
public record RoomCoverage(Room room, State state, List<Seen> seen, int people) {
    public RoomCoverage {
        seen = List.copyOf(seen);
    }

    /** Whether a room is recorded as it should be. */
    public enum State {
        RECORDED,
        /** A camera is there and does not record, or does not show what it should. */
        TROUBLE,
        /** Nothing records it, and something should. */
        MISSING,
        /** Deliberately not recorded: the room of a lawyer or a medic. */
        PRIVILEGED,
        /** A vehicle: films are uploaded. */
        UPLOADED
    }

    /** How one camera is. */
    public enum Sight {
        RECORDED,
        TROUBLE,
        NOT_RECORDED,
        OUT_OF_USE
    }

    /** One camera. */
    public record Seen(String id, String name, Sight sight) {}

    /** Name of its row in the list, which the plan leads to. */
    public String anchor() {
        return "room-" + room.code().code();
    }

    /** Text of its state. */
    public String stateKey() {
        return "cameras.plan.state." + Wire.name(state);
    }

    /** Every room of the facility, in the order of its description. */
    static List<RoomCoverage> of(
            Visit visit, List<Camera> cameras, CameraConditions conditions, Map<RoomCode, Integer> people) {
        return visit.facility().rooms().stream()
                .map(room -> {
                    List<Seen> seen = cameras.stream()
                            .filter(camera -> camera.room().equals(room.code().code()))
                            .map(camera -> seen(camera, conditions))
                            .toList();
                    return new RoomCoverage(room, state(room, seen), seen, people.getOrDefault(room.code(), 0));
                })
                .toList();
    }

    private static Seen seen(Camera camera, CameraConditions conditions) {
        Sight sight = switch (camera.mode()) {
            case RECORDED -> conditions.of(camera.id()).well() ? Sight.RECORDED : Sight.TROUBLE;
            case NOT_RECORDED -> Sight.NOT_RECORDED;
            case OUT_OF_USE -> Sight.OUT_OF_USE;
        };
        String id = camera.id().value();
        return new Seen(id, camera.name().isEmpty() ? id : camera.name(), sight);
    }

    private static State state(Room room, List<Seen> seen) {
        if (room.privacy() == Room.Privacy.PRIVILEGED) {
            return State.PRIVILEGED;
        }
        if (seen.stream().anyMatch(camera -> camera.sight() == Sight.TROUBLE)) {
            return State.TROUBLE;
        }
        if (seen.stream().anyMatch(camera -> camera.sight() == Sight.RECORDED)) {
            return State.RECORDED;
        }
        return room.oughtToBeFilmed() ? State.MISSING : State.UPLOADED;
    }
}
