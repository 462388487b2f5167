package custody.web.video;

import custody.record.events.FacilityCode;
import custody.web.entry.FacilityCameras;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cameras that entries may name: those set up, and those taken out, whose footage may be there still. */
@Component
final class RecordedCameras implements FacilityCameras {
    private final Footage footage;

    RecordedCameras(Footage footage) {
        this.footage = footage;
    }

    @Override
    public List<Named> of(FacilityCode facility) {
        return footage.cameras().since(facility.code(), Instant.EPOCH).stream()
                .map(camera -> new Named(camera.id().value(), camera.name()))
                .toList();
    }
}
