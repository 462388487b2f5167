package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A finished segment as the index keeps it: everything here can be read again from the file.
 *
 * @param path relative to the archive's folder
 * @param bytes length of the file
 * @param codec RFC 6381 name of the coding
 * @param width picture width in pixels
 * @param height picture height in pixels
 * @param initialisationHash SHA-256 of the bytes before the first fragment
 * @param initialisationLength number of those bytes
 */
public record Segment(
        SegmentHeader header,
        Path path,
        long bytes,
        String codec,
        int width,
        int height,
        Octets initialisationHash,
        int initialisationLength,
        Seal seal) {

    public CameraId camera() {
        return header.camera();
    }

    public long sequence() {
        return header.sequence();
    }

    public List<Fragment> fragments() {
        return seal.fragments();
    }

    public int frames() {
        return fragments().stream().mapToInt(Fragment::frames).sum();
    }

    /** Media time from the first picture to the end of the last, 1/90 000 s. */
    public long durationTicks() {
        return fragments().isEmpty() ? 0 : fragments().getLast().endTicks();
    }

    public Instant start() {
        return header.wallStart();
    }

    /** Wall clock at which the last picture ends: arrival of the last fragment and its media duration. */
    public Instant end() {
        if (fragments().isEmpty()) {
            return start();
        }
        Fragment last = fragments().getLast();
        return wall(last).plus(last.durationTicks() * 100 / 9, ChronoUnit.MICROS);
    }

    /** Wall clock at which a fragment's first picture arrived. */
    public Instant wall(Fragment fragment) {
        return start().plusMillis(fragment.arrivalMillis());
    }
}
