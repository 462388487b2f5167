package custody.video.health;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One camera's health so far; a value. {@link #judge} takes the next frame and answers the next value. A trouble counts when two
 * frames in a row show it, so with a frame every five seconds it is told after five to ten; it ends with the first frame without it.
 *
 * @param previous the last frame, empty at first
 * @param usualSharpness what the camera shows when it is well, a slow mean; 0 while unknown
 * @param usualLayout the view it usually has, a slow mean; empty while unknown
 * @param inARow for how many frames each trouble was seen
 * @param troubles that count now
 */
public record CameraHealth(
        Optional<GreyFrame> previous,
        double usualSharpness,
        List<Double> usualLayout,
        Map<Trouble, Integer> inARow,
        Set<Trouble> troubles) {

    /** Nothing known yet. */
    public static final CameraHealth UNKNOWN = new CameraHealth(Optional.empty(), 0, List.of(), Map.of(), Set.of());

    private static final double DARK = 16;
    private static final double FLAT_DARK = 8;
    private static final double FLAT = 10;
    private static final double BLURRED_SHARE = 0.15;
    private static final double OTHER_VIEW = 0.35;
    private static final double LEARNING = 0.05;
    private static final int COUNTS_AFTER = 2;

    /** A new view that stays for this many frames (ten minutes) is the usual one from then on. */
    private static final int ACCEPTED_AFTER = 120;

    public CameraHealth {
        usualLayout = List.copyOf(usualLayout);
        inARow = Map.copyOf(inARow);
        troubles = Set.copyOf(troubles);
    }

    /** The health after one more frame. */
    public CameraHealth judge(GreyFrame frame) {
        PictureStatistics now = PictureStatistics.of(frame);
        Set<Trouble> seen = seen(frame, now);
        Map<Trouble, Integer> counts = counts(seen);
        boolean accepted = counts.getOrDefault(Trouble.MOVED, 0) >= ACCEPTED_AFTER;
        if (accepted) {
            return new CameraHealth(Optional.of(frame), now.sharpness(), now.layout(), Map.of(), Set.of());
        }
        boolean learns = seen.isEmpty();
        return new CameraHealth(
                Optional.of(frame),
                learns ? mean(usualSharpness, now.sharpness()) : usualSharpness,
                learns ? mean(usualLayout, now.layout()) : usualLayout,
                counts,
                counting(counts));
    }

    /** The health after a key frame that could not be decoded. */
    public CameraHealth undecodable() {
        Map<Trouble, Integer> counts = counts(Set.of(Trouble.UNREADABLE));
        return new CameraHealth(previous, usualSharpness, usualLayout, counts, counting(counts));
    }

    private Map<Trouble, Integer> counts(Set<Trouble> seen) {
        Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
        for (Trouble trouble : seen) {
            counts.put(trouble, inARow.getOrDefault(trouble, 0) + 1);
        }
        return counts;
    }

    private static Set<Trouble> counting(Map<Trouble, Integer> counts) {
        Set<Trouble> counting = EnumSet.noneOf(Trouble.class);
        counts.forEach((trouble, count) -> {
            if (count >= COUNTS_AFTER) {
                counting.add(trouble);
            }
        });
        return counting;
    }

    private Set<Trouble> seen(GreyFrame frame, PictureStatistics now) {
        Set<Trouble> seen = EnumSet.noneOf(Trouble.class);
        if (previous.isPresent() && previous.get().samePixels(frame)) {
            seen.add(Trouble.FROZEN);
        }
        if (now.mean() < DARK && now.deviation() < FLAT_DARK) {
            seen.add(Trouble.BLACK);
        } else if (now.deviation() < FLAT) {
            seen.add(Trouble.COVERED);
        } else {
            if (usualSharpness > 0 && now.sharpness() < usualSharpness * BLURRED_SHARE) {
                seen.add(Trouble.BLURRED);
            }
            if (!usualLayout.isEmpty() && !now.layout().isEmpty() && now.likeness(usualLayout) < OTHER_VIEW) {
                seen.add(Trouble.MOVED);
            }
        }
        return seen;
    }

    private static double mean(double usual, double now) {
        return usual == 0 ? now : usual + (now - usual) * LEARNING;
    }

    private static List<Double> mean(List<Double> usual, List<Double> now) {
        if (usual.isEmpty() || now.isEmpty()) {
            return usual.isEmpty() ? now : usual;
        }
        var mean = new ArrayList<Double>(usual.size());
        for (int i = 0; i < usual.size(); i++) {
            mean.add(usual.get(i) + (now.get(i) - usual.get(i)) * LEARNING);
        }
        return mean;
    }
}
