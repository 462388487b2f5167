package custody.web.video;

import custody.record.access.Action;
import custody.record.access.Action.General;
import custody.record.events.VideoFact;
import custody.video.archive.Viewings;
import custody.video.archive.Viewings.Kind;
import custody.video.archive.Viewings.Viewing;
import custody.video.camera.CameraId;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.TurnedAway;
import custody.web.session.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever asks for pictures that they may not see, or for what they may not do with them, leaves a leaf as well: at the door, on a
 * record, and inside a page, where only the page knows the camera and the rule.
 */
@Component
final class RefusedLooks {
    private static final Set<General> PICTURES = Set.of(
            General.WATCH_CAMERAS,
            General.VIEW_FOOTAGE,
            General.EXPORT_FOOTAGE,
            General.UPLOAD_FOOTAGE,
            General.LINK_FOOTAGE,
            General.RELINK_FOOTAGE,
            General.LIFT_MASK);
    private static final Set<Class<?>> HOLDING = Set.of(VideoFact.FootageHeld.class, VideoFact.HoldReleased.class);
    private static final Pattern CAMERA =
            Pattern.compile("/(?:live/)?(?:video|footage)/([a-z0-9][a-z0-9-]{0,39})(?:/.*)?");

    /** Where no camera was named, as on the wall, or all are meant. */
    private static final CameraId ALL = new CameraId("all-cameras");

    private final Viewings viewings;

    RefusedLooks(Viewings viewings) {
        this.viewings = viewings;
    }

    @EventListener
    void turnedAway(TurnedAway refused) {
        if (ofPictures(refused.wanted())) {
            Matcher named = CAMERA.matcher(refused.path());
            write(refused.visit(), named.matches() ? List.of(new CameraId(named.group(1))) : List.of());
        }
    }

    private static boolean ofPictures(Action wanted) {
        return switch (wanted) {
            case General general -> PICTURES.contains(general);
            case Action.Adding(var kind) -> HOLDING.contains(kind.type());
            case Action.Correcting(var kind) -> HOLDING.contains(kind.type());
        };
    }

    /** What a page throws that refuses something about that camera, once it is written down. */
    ProblemFound notPermitted(Visit visit, CameraId camera) {
        return notPermitted(visit, List.of(camera));
    }

    /** As above, about several cameras; none are all. */
    ProblemFound notPermitted(Visit visit, Collection<CameraId> cameras) {
        write(visit, cameras);
        return new ProblemFound(ProblemName.NOT_PERMITTED);
    }

    /** Writes down that somebody was refused something about these cameras; none are all. */
    void write(Visit visit, Collection<CameraId> cameras) {
        viewings.viewed(new Viewing(
                Watcher.person(visit),
                visit.officer().post(),
                visit.reading("footage").purpose().name(),
                Kind.REFUSED,
                visit.facility().code().code(),
                cameras.isEmpty() ? List.of(ALL) : List.copyOf(cameras),
                visit.now(),
                visit.now()));
    }
}
