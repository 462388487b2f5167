package custody.video.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether a process stayed flat. The first quarter is its warming up, at least one look; of the rest the middle value of the first
 * third is set beside that of the last third. What leaks grows between them, what swings does not.
 */
final class Flatness {
    private static final double MOST_MEGABYTES = 4;
    private static final double MOST_FILES = 8;
    private static final double MOST_THREADS = 4;

    private final List<Footprint> looks = new ArrayList<>();

    void add(Footprint look) {
        looks.add(look);
    }

    /** Prints what grew by how much, and answers whether all of it is within what swings. */
    boolean flat(PrintStream out) {
        List<Footprint> judged = looks.subList(Math.min(looks.size(), Math.max(1, looks.size() / 4)), looks.size());
        if (judged.size() < 3) {
            out.println("too short to be judged: give it eight minutes at least, an hour to be believed");
            return false;
        }
        boolean memory = grew(out, "MB resident", judged, look -> look.rssBytes() / 1e6, MOST_MEGABYTES);
        boolean files = grew(out, "open files", judged, Footprint::files, MOST_FILES);
        boolean threads = grew(out, "threads", judged, Footprint::threads, MOST_THREADS);
        return memory && files && threads;
    }

    private static boolean grew(
            PrintStream out, String what, List<Footprint> judged, ToDoubleFunction<Footprint> of, double most) {
        int third = judged.size() / 3;
        double before = middle(judged.subList(0, third), of);
        double after = middle(judged.subList(judged.size() - third, judged.size()), of);
        boolean flat = after - before <= most;
        out.printf(
                Locale.ROOT,
                "%s: %.1f, later %.1f, %s (up to %.0f more is flat)%n",
                what,
                before,
                after,
                flat ? "flat" : "NOT FLAT",
                most);
        return flat;
    }

    private static double middle(List<Footprint> looks, ToDoubleFunction<Footprint> of) {
        double[] sorted = looks.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
