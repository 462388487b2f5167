package custody.video.archive;

import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which footage is to be deleted and what else is to be done for room on the disk; pure. Two rules stand above all others:
 * nothing held is ever deleted, and nothing younger than its minimum. Past its maximum footage goes whatever room there is,
 * since keeping it would be unlawful too.
 */
public final class Retention {
    /** Room for this long at the present rate is aimed at when room is made. */
    private static final Duration ENOUGH = Duration.ofHours(24);

    private static final Duration SHORT = Duration.ofHours(6);
    private static final Duration CRITICAL = Duration.ofHours(1);
    private static final Duration LAST = Duration.ofMinutes(5);

    /** How long a class of footage is kept at least and at most. */
    public record Term(Duration least, Duration most) {
        /** The base term: 90 days. */
        public static final Term BASE = new Term(Duration.ofDays(90), Duration.ofDays(90));

        public Term {
            if (least.isNegative() || most.compareTo(least) < 0) {
                throw new IllegalArgumentException("retention term");
            }
        }
    }

    /**
     * A finished segment as retention sees it.
     *
     * @param held under at least one hold that was not released
     * @param elsewhere also on the second volume or in the object store
     */
    public record Footage(
            CameraId camera,
            long sequence,
            Instant start,
            Instant end,
            long bytes,
            Term term,
            boolean held,
            boolean elsewhere) {}

    /** Free room and the rate at which it is used up. */
    public record Disk(long freeBytes, long bytesPerHour) {
        /** How long the room lasts. */
        public Duration left() {
            return bytesPerHour <= 0 ? Duration.ofDays(3_650) : Duration.ofSeconds(freeBytes * 3_600 / bytesPerHour);
        }
    }

    /** Why a segment goes. */
    public enum Why {
        PAST_MAXIMUM,
        PAST_MINIMUM_FOR_ROOM,
        /** Only the local copy goes; the footage stays where it was spilled to. */
        KEPT_ELSEWHERE
    }

    /** One deletion, to be told to the ledger before the file is unlinked. */
    public record Deletion(Footage footage, Why why) {}

    /** What else is to be done, in the order of the watermarks. */
    public enum Measure {
        ALARM,
        STOP_EXPORTS,
        SPILL,
        RELEASE_RESERVE,
        KEY_FRAMES_ONLY
    }

    /** The decision: deletions in the order to be carried out, and measures. */
    public record Decision(List<Deletion> deletions, Set<Measure> measures) {
        public Decision {
            deletions = List.copyOf(deletions);
            measures = Set.copyOf(measures);
        }

        public long bytes() {
            return deletions.stream().mapToLong(d -> d.footage().bytes()).sum();
        }
    }

    private Retention() {}

    /** Decides for all finished segments of a node. */
    public static Decision decide(List<Footage> all, Disk disk, Instant now) {
        var deletions = new ArrayList<Deletion>();
        List<Footage> oldestFirst = all.stream()
                .filter(f -> !f.held())
                .sorted(Comparator.comparing(Footage::end)
                        .thenComparing(Footage::camera)
                        .thenComparingLong(Footage::sequence))
                .toList();
        for (Footage footage : oldestFirst) {
            if (!footage.end().plus(footage.term().most()).isAfter(now)) {
                deletions.add(new Deletion(footage, Why.PAST_MAXIMUM));
            }
        }
        long freed = deletions.stream().mapToLong(d -> d.footage().bytes()).sum();
        Duration left = new Disk(disk.freeBytes() + freed, disk.bytesPerHour()).left();
        if (left.compareTo(SHORT) < 0) {
            makeRoom(all, oldestFirst, disk, now, deletions);
        }
        return new Decision(deletions, measures(left));
    }

    private static void makeRoom(
            List<Footage> all, List<Footage> oldestFirst, Disk disk, Instant now, List<Deletion> deletions) {
        long wanted = disk.bytesPerHour() * ENOUGH.toHours();
        long free = disk.freeBytes()
                + deletions.stream().mapToLong(d -> d.footage().bytes()).sum();
        for (Footage footage : oldestFirst) {
            boolean pastMinimum = !footage.end().plus(footage.term().least()).isAfter(now);
            boolean pastMaximum = !footage.end().plus(footage.term().most()).isAfter(now);
            if (free < wanted && pastMinimum && !pastMaximum) {
                deletions.add(new Deletion(footage, Why.PAST_MINIMUM_FOR_ROOM));
                free += footage.bytes();
            }
        }
        // A held segment that lies elsewhere too is not lost when its local copy goes, nor is a young one.
        Set<Footage> chosen = deletions.stream().map(Deletion::footage).collect(Collectors.toSet());
        List<Footage> copies = all.stream()
                .filter(footage -> footage.elsewhere() && !chosen.contains(footage))
                .sorted(Comparator.comparing(Footage::end))
                .toList();
        for (Footage footage : copies) {
            if (free < wanted) {
                deletions.add(new Deletion(footage, Why.KEPT_ELSEWHERE));
                free += footage.bytes();
            }
        }
    }

    private static Set<Measure> measures(Duration left) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        if (left.compareTo(SHORT) < 0) {
            measures.add(Measure.ALARM);
        }
        if (left.compareTo(CRITICAL) < 0) {
            measures.add(Measure.STOP_EXPORTS);
            measures.add(Measure.SPILL);
        }
        if (left.compareTo(CRITICAL.dividedBy(4)) < 0) {
            measures.add(Measure.RELEASE_RESERVE);
        }
        if (left.compareTo(LAST) < 0) {
            measures.add(Measure.KEY_FRAMES_ONLY);
        }
        return measures;
    }
}
