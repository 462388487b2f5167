package custody.web.video;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Denial;
import custody.record.events.RecordId;
import custody.video.archive.Hold;
import custody.video.archive.Uploads.Upload;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Staff named in a complaint or a violation have no business with the footage of it, by whichever way they come to it. Each of both
 * holds the footage of the stay, so a camera and a time lead to the records that say who is meant.
 */
@Component
final class Involved {
    private final Footage footage;
    private final RefusedLooks refused;

    Involved(Footage footage, RefusedLooks refused) {
        this.footage = footage;
        this.refused = refused;
    }

    /** Refuses whoever is named on a record that holds footage of this camera and time; a leaf says so. */
    void refuse(Visit visit, Camera camera, Instant from, Instant to) {
        Set<CameraId> cameras = Set.of(camera.id());
        // A moment is a time too, and what is held for a second of a minute is the footage of that minute.
        Instant end = to.isAfter(from) ? to : from.plusSeconds(1);
        if (loses(visit) && named(visit, footage.holds().records(camera.facility(), cameras, from, end).stream())) {
            throw refused.notPermitted(visit, cameras);
        }
    }

    /** Refuses whoever is named on the record of a hold, or on another one that holds some of the same footage. */
    void refuse(Visit visit, Hold hold) {
        Stream<UUID> records = Stream.concat(
                hold.record().stream(),
                footage.holds().records(hold.facility(), hold.cameras(), hold.from(), hold.to()).stream());
        if (loses(visit) && named(visit, records)) {
            throw refused.notPermitted(visit, hold.cameras());
        }
    }

    /** Refuses whoever is named on the record of a film, or on one that holds the footage of its time. */
    void refuse(Visit visit, Upload film) {
        Instant from = film.wanted().trueBeginning();
        Instant to = from.plus(film.film().length()).plusSeconds(1);
        Stream<UUID> records = Stream.concat(
                film.wanted().record().stream(),
                footage.holds().records(film.wanted().facility(), Set.of(), from, to).stream());
        if (loses(visit) && named(visit, records)) {
            throw refused.notPermitted(visit, List.of());
        }
    }

    /** Whether the visitor's office loses footage when it is named: those who look into complaints do not. */
    private static boolean loses(Visit visit) {
        return Access.decide(
                        visit.officer(), General.VIEW_FOOTAGE, visit.relation().asNamed())
                .equals(new Access.Denied(Denial.NAMED_IN_COMPLAINT));
    }

    private boolean named(Visit visit, Stream<UUID> records) {
        return records.distinct()
                .anyMatch(record -> footage.named().named(visit.officer().badge(), new RecordId(record)));
    }
}
