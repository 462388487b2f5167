package custody.web.cameras;

import custody.record.places.Room;
import custody.video.camera.Camera;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A camera in the list.
 *
 * @param id names it
 * @param name what people call it
 * @param room room in words
 * @param state how it is now, in words
 * @param well whether that is as it should be
 * @param share of the last day on record, in percent with one digit at most, and since when, if the camera is newer; a dash where it is not recorded
 */
public record CameraRow(String id, String name, String room, String state, boolean well, String share) {

    static List<CameraRow> of(Visit visit, List<Camera> cameras, CameraConditions conditions) {
        return cameras.stream().map(camera -> of(visit, camera, conditions)).toList();
    }

    private static CameraRow of(Visit visit, Camera camera, CameraConditions conditions) {
        Condition condition = conditions.of(camera.id());
        boolean recorded = camera.mode() == Camera.Mode.RECORDED;
        String state = switch (camera.mode()) {
            case RECORDED -> words(visit, condition);
            case NOT_RECORDED -> visit.wording().say("cameras.state.not-recorded");
            case OUT_OF_USE -> visit.wording().say("cameras.state.out-of-use");
        };
        return new CameraRow(
                camera.id().value(),
                camera.name(),
                room(visit, camera),
                state,
                !recorded || condition.well(),
                recorded ? share(visit, camera, conditions) : "–");
    }

    private static String room(Visit visit, Camera camera) {
        return visit.facility().rooms().stream()
                .filter(room -> room.code().code().equals(camera.room()))
                .findFirst()
                .map(Room::name)
                .orElse(camera.room());
    }

    private static String words(Visit visit, Condition condition) {
        String state = visit.wording().say("cameras.state." + CameraEntry.word(condition.state()));
        String troubles = condition.troubles().stream()
                .sorted()
                .map(trouble -> visit.wording().say("cameras.trouble." + CameraEntry.word(trouble)))
                .collect(Collectors.joining(", "));
        return troubles.isEmpty() ? state : state + ": " + troubles;
    }

    private static String share(Visit visit, Camera camera, CameraConditions conditions) {
        Instant dayAgo = visit.now().minusSeconds(86_400);
        CameraConditions.Uptime uptime = conditions.uptime(camera.id(), dayAgo, visit.now());
        int tenths = (int) Math.floor(uptime.share() * 1_000);
        String share = visit.wording().hundredths(10 * tenths) + "\u00a0%";
        return uptime.from().isAfter(dayAgo)
                ? visit.wording()
                        .say("cameras.share.since", share, visit.times().near(uptime.from(), visit.now()))
                : share;
    }
}
