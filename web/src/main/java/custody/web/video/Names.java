package custody.web.video;

import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.web.forms.People;
import custody.web.session.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cameras and people in words, each looked up once for one page. Belongs to one thread. */
final class Names {
    private final Visit visit;
    private final Footage footage;
    private final People people;
    private final Map<CameraId, String> cameras = new HashMap<>();
    private final Map<Person, String> persons = new HashMap<>();

    Names(Visit visit, Footage footage, Officers officers) {
        this.visit = visit;
        this.footage = footage;
        this.people = People.of(visit, officers);
    }

    /** What the visitor calls the camera; one that is there no longer goes by its id. */
    String camera(CameraId id) {
        return cameras.computeIfAbsent(
                id,
                one -> footage.cameras()
                        .ever(one)
                        .map(camera -> Tiles.label(visit, camera))
                        .orElse(one.value()));
    }

    String person(Person person) {
        return persons.computeIfAbsent(
                person, one -> people.names(List.of(new Badge(one.badge()))).getFirst());
    }
}
