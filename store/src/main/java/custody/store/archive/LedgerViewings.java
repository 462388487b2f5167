package custody.store.archive;

import custody.record.desk.Reading;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.video.archive.Viewings;
import custody.video.camera.CameraId;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Looks at footage as entries of the same kind as looks at records: from outside nobody tells them apart. */
public final class LedgerViewings implements Viewings {
    private static final int LONGEST = 1_000;

    private final BiConsumer<Reading, FacilityCode> looked;

    LedgerViewings(BiConsumer<Reading, FacilityCode> looked) {
        this.looked = looked;
    }

    @Override
    public void viewed(Viewing viewing) {
        String cameras = viewing.cameras().stream().map(CameraId::value).collect(Collectors.joining(","));
        String what =
                "footage-" + viewing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + viewing.from()
                        + "/" + viewing.to() + " " + cameras;
        Reading reading = new Reading(
                new Badge(viewing.person().badge()),
                viewing.post(),
                Reading.Purpose.valueOf(viewing.purpose()),
                what.length() > LONGEST ? what.substring(0, LONGEST) : what);
        looked.accept(reading, new FacilityCode(viewing.facility()));
    }
}
