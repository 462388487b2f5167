package custody.video.archive;

import custody.video.media.Octets;
import java.time.Instant;

/**
 * What the index knows of a camera's newest segment, also when the file is long deleted or was left behind by a restore: the archive
 * alone would begin with number 1 again.
 *
 * @param sequence number of the newest finished segment, from 1
 * @param root its root
 * @param end when it ended
 * @param begun number of the newest that was begun, 0 where nobody knows of one
 */
public record LastRecorded(long sequence, Octets root, Instant end, long begun) {
    public LastRecorded {
        if (sequence < 1 || begun < 0 || root.length() != 32) {
            throw new IllegalArgumentException("last recorded");
        }
    }
}
