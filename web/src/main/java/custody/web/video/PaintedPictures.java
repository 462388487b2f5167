package custody.web.video;

import custody.video.live.Mask;
import java.io.IOException;
import java.util.List;

/** Paints over parts of recorded pictures before they leave. */
@FunctionalInterface
public interface PaintedPictures {

    /**
     * The same stretch of a segment with its masks painted over.
     *
     * @param footage initialisation and whole fragments that begin with a key frame, one after the other
     * @param masks at least one
     * @return a fragmented MP4 whose media time begins at 0 with the first picture
     * @throws IOException when it cannot be painted: nothing may be shown then
     */
    byte[] paint(byte[] footage, List<Mask> masks) throws IOException;
}
