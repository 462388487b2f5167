package custody.video.health;

import java.util.Arrays;

/**
 * Whether something moved between two pictures of one camera that are seconds apart. Fields of the picture are compared, so that the
 * noise of a sensor averages out, less what all have in common, so that light that changes is no motion. A clock that the camera
 * writes into its picture changes fewer fields than a person who moves.
 */
public final class Motion {
    private static final int FIELD = 10;
    private static final int COLUMNS = GreyFrame.WIDTH / FIELD;
    private static final int ROWS = GreyFrame.HEIGHT / FIELD;

    /** Grey levels by which a field's mean must change. */
    private static final double CHANGED = 6;

    /** How many fields must change; of 576. */
    private static final int LEAST_FIELDS = 6;

    private Motion() {}

    /** Whether something moved. */
    public static boolean between(GreyFrame before, GreyFrame now) {
        return fields(before, now) >= LEAST_FIELDS;
    }

    /** How many fields changed. */
    static int fields(GreyFrame before, GreyFrame now) {
        double[] change = new double[COLUMNS * ROWS];
        for (int y = 0; y < GreyFrame.HEIGHT; y++) {
            for (int x = 0; x < GreyFrame.WIDTH; x++) {
                change[y / FIELD * COLUMNS + x / FIELD] += now.at(x, y) - before.at(x, y);
            }
        }
        double[] sorted = change.clone();
        Arrays.sort(sorted);
        double light = sorted[sorted.length / 2];
        int changed = 0;
        for (double field : change) {
            if (Math.abs(field - light) > CHANGED * FIELD * FIELD) {
                changed++;
            }
        }
        return changed;
    }
}
