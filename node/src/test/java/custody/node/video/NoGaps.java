package custody.node.video;

import custody.video.archive.FootageGaps;
import custody.video.camera.CameraId;
import java.time.Instant;
import java.util.List;

/** Footage without a hole. */
record NoGaps() implements FootageGaps {
    @Override
    public List<Known> in(CameraId camera, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Known> open() {
        return List.of();
    }
}
