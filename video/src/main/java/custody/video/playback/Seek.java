package custody.video.playback;

import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a moment to bytes; pure. The index finds the segment, this finds the place in it. */
public final class Seek {
    private Seek() {}

    /**
     * Bytes of a file.
     *
     * @param path relative to the archive
     */
    public record Bytes(Path path, long from, long length) {}

    /**
     * Where playing begins.
     *
     * @param fragment number of the fragment in the segment, from 0, whose first picture is a key frame
     * @param shown the moment that the first picture shown belongs to: the one asked for, or the next that is on record
     * @param into media time from the fragment's first picture to that moment
     */
    public record Place(Segment segment, int fragment, Instant shown, Duration into) {
        /** What a player needs first of all. */
        public Bytes initialisation() {
            return new Bytes(segment.path(), 0, segment.initialisationLength());
        }

        /** Bytes from the key frame on: at least one fragment and then as many whole ones as fit into {@code most}. */
        public Bytes pictures(long most) {
            List<Fragment> fragments = segment.fragments();
            long from = fragments.get(fragment).offset();
            int last = fragment;
            while (last + 1 < fragments.size() && fragments.get(last + 1).end() - from <= most) {
                last++;
            }
            return new Bytes(segment.path(), from, fragments.get(last).end() - from);
        }
    }

    /**
     * Finds a moment in a segment that begins before it and ends after it, or whose beginning is the next on record; empty when
     * the segment has no key frame.
     */
    public static Optional<Place> in(Segment segment, Instant moment) {
        List<Fragment> fragments = segment.fragments();
        int key = -1;
        for (int i = 0; i < fragments.size(); i++) {
            Fragment fragment = fragments.get(i);
            boolean reached = key >= 0 && segment.wall(fragment).isAfter(moment);
            if (reached) {
                break;
            }
            if (fragment.key()) {
                key = i;
            }
        }
        if (key < 0) {
            return Optional.empty();
        }
        Instant begins = segment.wall(fragments.get(key));
        Instant shown = moment.isBefore(begins) ? begins : moment;
        return Optional.of(new Place(segment, key, shown, Duration.between(begins, shown)));
    }

    /** Stretches of one camera's time that are on record, joined where nothing is missing, for the timeline. */
    public static List<Stretch> stretches(List<Segment> inOrder, Duration shortestHole) {
        var stretches = new ArrayList<Stretch>();
        for (Segment segment : inOrder) {
            boolean joins = !stretches.isEmpty()
                    && Duration.between(stretches.getLast().to(), segment.start())
                                    .compareTo(shortestHole)
                            < 0;
            Instant from = joins ? stretches.removeLast().from() : segment.start();
            stretches.add(new Stretch(from, segment.end()));
        }
        return stretches;
    }

    /** A stretch of time on record. */
    public record Stretch(Instant from, Instant to) {}
}
