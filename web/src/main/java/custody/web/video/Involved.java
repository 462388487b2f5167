package custody.web.video;

import custody.record.access.Access;
import custody.record.access.Action.General;
import custody.record.access.Denial;
import custody.record.events.RecordId;
import custody.video.archive.Hold;
import custody.video.archive.Uploads;
import custody.video.archive.Uploads.Upload;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.Hung;
import custody.video.camera.Person;
import custody.video.export.Exports.Export;
import custody.video.export.Exports.Wanted;
import custody.video.live.Mask;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Staff named in a complaint or a violation have no business with the footage of that record, by whichever way they come to it. What
 * holds footage leads from a camera and a time to the records that say who is meant: in the time that is held to every camera, and from
 * then on, as long as the stay lasts, to those of the record's rooms. Until when deletion is forbidden says nothing about that.
 */
@Component
final class Involved {
    private final Footage footage;
    private final RefusedLooks refused;

    Involved(Footage footage, RefusedLooks refused) {
        this.footage = footage;
        this.refused = refused;
    }

    /** Refuses whoever is named on a record whose footage this camera and time are; a leaf says so. */
    void refuse(Visit visit, Camera camera, Instant from, Instant to) {
        if (is(visit, camera.facility(), Set.of(camera.id()), from, to)) {
            throw refused.notPermitted(visit, camera.id());
        }
    }

    /** Whether the visitor is named on a record whose footage these cameras (none are all) and that time are. */
    boolean is(Visit visit, String facility, Set<CameraId> cameras, Instant from, Instant to) {
        // A moment is a time too, and what is held for a second of a minute is the footage of that minute.
        Instant end = to.isAfter(from) ? to : from.plusSeconds(1);
        return loses(visit)
                && (anyNames(visit, footage.holds().records(facility, cameras, from, end), _ -> true)
                        || anyNames(
                                visit,
                                footage.holds().complained(facility, from, end),
                                named -> cameras.isEmpty()
                                        ? from.isBefore(named.until())
                                        : named.concerns(rooms(cameras, from, end), from)));
    }

    /** Refuses whoever is named on the record of a hold, or on another one whose footage it is too. */
    void refuse(Visit visit, Hold hold) {
        if (is(visit, hold)) {
            throw refused.notPermitted(visit, hold.cameras());
        }
    }

    /** Whether the visitor is named on the record of a hold, or on another one whose footage it is too. */
    boolean is(Visit visit, Hold hold) {
        return (loses(visit) && anyNames(visit, hold.record().stream().toList(), _ -> true))
                || is(visit, hold.facility(), hold.cameras(), hold.from(), hold.to());
    }

    /** Refuses whoever is named on the record of an export, or on another one whose footage it is too. */
    void refuse(Visit visit, Export export) {
        if (is(visit, export)) {
            throw refused.notPermitted(visit, export.wanted().camera());
        }
    }

    /** Whether the visitor is named on the record of an export, or on another one whose footage it is too. */
    boolean is(Visit visit, Export export) {
        Wanted wanted = export.wanted();
        return (loses(visit) && anyNames(visit, wanted.record().stream().toList(), _ -> true))
                || is(visit, wanted.facility(), Set.of(wanted.camera()), wanted.from(), wanted.to());
    }

    /** Refuses whoever is named on the record of a film, or on one that holds the footage of its time. */
    void refuse(Visit visit, Upload film) {
        if (is(visit, film)) {
            throw refused.notPermitted(visit, List.of());
        }
    }

    /**
     * Whether whoever is named would give a film that may be of a complaint's record to a record that does not name him: it would be his
     * to see again, and the complaint's no more.
     */
    boolean givesAway(Visit visit, Upload film, RecordId to) {
        return is(visit, film) && !names(visit, to);
    }

    /** The same before a film is here, of which nobody knows yet how long it is. */
    boolean mayGiveAway(Visit visit, Uploads.Wanted film, RecordId to) {
        return is(visit, film.facility(), Set.of(), film.trueBeginning(), visit.now()) && !names(visit, to);
    }

    private boolean names(Visit visit, RecordId record) {
        return anyNames(visit, List.of(record.value()), _ -> true);
    }

    /**
     * Whether the visitor is named on the record of a film, or on one that holds the footage of its time. A film of another record is
     * not of one that lasts; one that names none may be.
     */
    private boolean is(Visit visit, Upload film) {
        Instant from = film.wanted().trueBeginning();
        Instant to = from.plus(film.film().length()).plusSeconds(1);
        String facility = film.wanted().facility();
        Optional<UUID> record = film.wanted().record();
        return loses(visit)
                && (anyNames(visit, record.stream().toList(), _ -> true)
                        || anyNames(visit, footage.holds().records(facility, Set.of(), from, to), _ -> true)
                        || (record.isEmpty() && is(visit, facility, Set.of(), from, to)));
    }

    /** What must be painted over for the visitor now: a lift from before the complaint opens nothing to whoever it names. */
    List<Mask> masks(Visit visit, Camera camera, Instant now) {
        List<Mask> own = footage.masks().shown(camera.id(), Watcher.person(visit), now);
        if (!loses(visit)) {
            return own;
        }
        List<Mask> everybodys = footage.masks().shown(camera.id(), Person.NODE, now);
        boolean lifted = !own.equals(everybodys);
        return lifted && is(visit, camera.facility(), Set.of(camera.id()), now, now) ? everybodys : own;
    }

    private Set<String> rooms(Set<CameraId> cameras, Instant from, Instant to) {
        return cameras.stream()
                .flatMap(camera -> footage.cameras().hung(camera, from, to).stream())
                .map(Hung::room)
                .collect(Collectors.toSet());
    }

    /** Whether the visitor's office loses footage when it is named: those who look into complaints do not. */
    private static boolean loses(Visit visit) {
        return Access.decide(
                        visit.officer(), General.VIEW_FOOTAGE, visit.relation().asNamed())
                .equals(new Access.Denied(Denial.NAMED_IN_COMPLAINT));
    }

    private boolean anyNames(Visit visit, Collection<UUID> records, Predicate<NamedStaff.Named> meant) {
        return records.stream()
                .anyMatch(record -> footage.named()
                        .named(visit.officer().badge(), new RecordId(record))
                        .filter(meant)
                        .isPresent());
    }
}
