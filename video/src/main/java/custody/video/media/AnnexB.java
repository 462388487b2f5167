package custody.video.media;

import java.util.ArrayList;
import java.util.List;

/** Splits a raw stream with start codes (H.264 annex B, H.265 annex B) into units; used for clips, never for cameras. */
public final class AnnexB {
    private AnnexB() {}

    public static List<Octets> units(byte[] stream) {
        var units = new ArrayList<Octets>();
        int start = -1;
        int i = 0;
        while (i + 3 <= stream.length) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                add(units, stream, start, i);
                start = i + 3;
                i += 3;
            } else {
                i++;
            }
        }
        add(units, stream, start, stream.length);
        return units;
    }

    private static void add(List<Octets> units, byte[] stream, int start, int before) {
        if (start < 0) {
            return;
        }
        int end = before;
        while (end > start && stream[end - 1] == 0) {
            end--;
        }
        if (end > start) {
            units.add(Octets.of(stream, start, end - start));
        }
    }
}
