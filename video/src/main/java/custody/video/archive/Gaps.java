package custody.video.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds holes from the footage alone, for an index that was lost or is being checked; pure. */
public final class Gaps {
    /** Shorter pauses are the ordinary distance of pictures. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final long WITHIN_TICKS = 3L * 90_000;

    private Gaps() {}

    /**
     * Holes of one camera whose segments are given in order: between segments, and within one where pictures stopped for three
     * seconds. The cause cannot be read from footage; {@link GapCause#POWER} stands behind a salvaged segment, else
     * {@link GapCause#OFFLINE}, until the journal says better.
     */
    public static List<Gap> of(List<Segment> segments) {
        var gaps = new ArrayList<Gap>();
        Optional<Segment> before = Optional.empty();
        for (Segment segment : segments) {
            if (before.isPresent()) {
                between(before.get(), segment).ifPresent(gaps::add);
            }
            gaps.addAll(within(segment));
            before = Optional.of(segment);
        }
        return gaps;
    }

    private static Optional<Gap> between(Segment before, Segment after) {
        Instant from = before.end();
        if (Duration.between(from, after.start()).compareTo(SHORTEST) < 0) {
            return Optional.empty();
        }
        GapCause cause = before.seal().salvaged() ? GapCause.POWER : GapCause.OFFLINE;
        return Optional.of(new Gap(after.camera(), from, after.start(), cause, "found-in-archive"));
    }

    private static List<Gap> within(Segment segment) {
        var gaps = new ArrayList<Gap>();
        for (int i = 1; i < segment.fragments().size(); i++) {
            Fragment before = segment.fragments().get(i - 1);
            Fragment after = segment.fragments().get(i);
            if (after.startTicks() - before.endTicks() > WITHIN_TICKS - 90_000) {
                Instant from = segment.wall(before).plusNanos(before.durationTicks() * 100_000 / 9);
                Instant to = segment.wall(after);
                gaps.add(new Gap(segment.camera(), from, to.isBefore(from) ? from : to, GapCause.OFFLINE, "stalled"));
            }
        }
        return gaps;
    }
}
