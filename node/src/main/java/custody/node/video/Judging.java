package custody.node.video;

import custody.node.video.ArchiveTroubles.Word;
import custody.record.desk.StorageUnavailable;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Tells when nobody looks at the cameras' pictures: a look that fails is made again, and from the third that fails in a row on it is a
 * trouble, until one succeeds; one that found no new picture counts for neither. One thread.
 */
final class Judging {
    private static final int MOST_FAILED = 3;

    private final Look look;
    private final ArchiveTroubles troubles;
    private final InstantSource time;
    private int failed;

    /** One look at all cameras. */
    @FunctionalInterface
    interface Look {
        /** Whether there was a picture to judge: a look that found none shows nothing. */
        boolean turn() throws IOException, InterruptedException;
    }

    Judging(Look look, ArchiveTroubles troubles, InstantSource time) {
        this.look = look;
        this.troubles = troubles;
        this.time = time;
    }

    /** One look; throws what it throws. */
    void turn() throws IOException, InterruptedException {
        boolean judged;
        try {
            judged = look.turn();
        } catch (StorageUnavailable databaseAway) {
            // Told elsewhere, and over for all at once.
            throw databaseAway;
        } catch (IOException | RuntimeException | Error failure) {
            failed++;
            if (failed >= MOST_FAILED) {
                troubles.looked(Word.NOT_JUDGED, true, time.instant());
            }
            throw failure;
        }
        if (judged) {
            failed = 0;
            troubles.looked(Word.NOT_JUDGED, false, time.instant());
        }
    }
}
