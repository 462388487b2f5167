package custody.web.video;

import custody.record.access.Action.General;
import custody.video.archive.Viewings.Kind;
import custody.video.archive.Viewings.Viewing;
import custody.video.camera.CameraId;
import custody.web.session.TurnedAway;
import custody.web.session.Visit;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever asks for pictures that they may not see leaves a leaf as well. */
@Component
final class RefusedLooks {
    private static final Set<General> PICTURES =
            Set.of(General.WATCH_CAMERAS, General.VIEW_FOOTAGE, General.EXPORT_FOOTAGE, General.LIFT_MASK);
    private static final Pattern CAMERA =
            Pattern.compile("/(?:live/)?(?:video|footage)/([a-z0-9][a-z0-9-]{0,39})(?:/.*)?");

    /** Where no camera was named, as on the wall. */
    private static final String ALL = "all-cameras";

    private final Footage footage;

    RefusedLooks(Footage footage) {
        this.footage = footage;
    }

    @EventListener
    void turnedAway(TurnedAway refused) {
        if (PICTURES.contains(refused.wanted())) {
            Visit visit = refused.visit();
            Matcher named = CAMERA.matcher(refused.path());
            var camera = new CameraId(named.matches() ? named.group(1) : ALL);
            footage.viewings()
                    .viewed(new Viewing(
                            Watcher.person(visit),
                            visit.officer().post(),
                            visit.reading("footage").purpose().name(),
                            Kind.REFUSED,
                            visit.facility().code().code(),
                            List.of(camera),
                            visit.now(),
                            visit.now()));
        }
    }
}
