package custody.video.recorder;

import custody.video.Effort;
import custody.video.media.Codec;
import custody.video.simulator.Clip;
import java.io.IOException;

/** Clips that differ from the usual one in their parameter sets. */
final class ParameterClips {
    private ParameterClips() {}

    /** 128x72 pixels. */
    static Clip otherSize() throws IOException {
        return Clip.of(Codec.H264, Effort.clip("other-size.h264"));
    }
}
