package custody.video;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** How often the repeated tests repeat, and the clips they use. */
public final class Effort {
    private Effort() {}

    /** {@code ordinary} repetitions, or {@code full} when the long run was asked for. */
    public static int times(int ordinary, int full) {
        return Boolean.getBoolean("custody.long") ? full : ordinary;
    }

    /** Four seconds, 100 pictures, 160x90, a key frame every two seconds; {@code clip.h264} or {@code clip.h265}. */
    public static byte[] clip(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Effort.class.getResourceAsStream("/clips/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
