package custody.web.cameras;

import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Visit;
import java.util.Optional;

/** The cameras of the visitor's facility, by what stands in an address. */
record CamerasHere(Cameras cameras) {

    /** The camera of that name; one of elsewhere, or a name that is none, is not found. */
    Camera find(Visit visit, String id) {
        return id(id).flatMap(cameras::find)
                .filter(camera ->
                        camera.facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private static Optional<CameraId> id(String text) {
        try {
            return Optional.of(new CameraId(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The visitor as the video side knows people. */
    static Person person(Visit visit) {
        return new Person(visit.officer().badge().number());
    }
}
