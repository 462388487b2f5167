package custody.video.export;

import custody.video.live.Mask;
import java.util.List;

/** What becomes of a camera's masks in what is handed over. */
public sealed interface Masking {
    /** The camera has none: the film is made of the originals' own pictures, and the originals go with it. */
    record None() implements Masking {}

    /** The film is painted over, and no original goes with it; the manifest names each by its hash. At least one mask. */
    record Painted(List<Mask> masks) implements Masking {
        public Painted {
            masks = List.copyOf(masks);
            if (masks.isEmpty()) {
                throw new IllegalArgumentException("painting needs a mask");
            }
        }
    }

    /** Whoever may lift masks asked for the whole picture, for that reason: film and originals as with {@link None}. */
    record Lifted(int masks, String reason) implements Masking {
        public Lifted {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a lift has a reason");
            }
        }
    }
}
