package custody.store.archive;

import custody.record.desk.Reading;
import custody.record.desk.Reading.Purpose;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.video.camera.Person;
import java.util.function.BiConsumer;

/**
 * Who changes cameras and masks. Entries about the node name nobody, since whoever has no key may read them: so an entry of the same
 * kind as a look, which only the keys open, says who is about to do what; nothing is done that could not be written down.
 */
final class Doings {
    private final BiConsumer<Reading, FacilityCode> looked;

    Doings(BiConsumer<Reading, FacilityCode> looked) {
        this.looked = looked;
    }

    /** {@code what} is in words of this program, never anybody's own. What the program does by itself nobody did. */
    void says(Person by, String facility, String what) {
        if (!by.equals(Person.NODE)) {
            looked.accept(new Reading(new Badge(by.badge()), "", Purpose.TECHNICAL, what), new FacilityCode(facility));
        }
    }
}
