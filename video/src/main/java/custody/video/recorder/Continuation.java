package custody.video.recorder;

import custody.video.archive.LastRecorded;
import custody.video.archive.Segment;
import custody.video.archive.SegmentHeader;
import custody.video.media.Octets;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a camera's footage goes on: behind what lies in the archive, or, where that is less than the index knows, behind what the index
 * knows, so that no number is ever used twice.
 *
 * @param sequence the newest number that was used, 0 for none
 * @param root that segment's root; zeros where there is none, or nobody knows it
 * @param end where the footage ends; empty where there never was any
 */
record Continuation(long sequence, Octets root, Optional<Instant> end) {
    /** {@code newest} is the newest finished segment that can be read, {@code highest} the highest number of a file. */
    static Continuation of(Optional<Segment> newest, long highest, Optional<LastRecorded> known) {
        Optional<Instant> end = later(newest.map(Segment::end), known.map(LastRecorded::end));
        long begun = known.map(last -> Math.max(last.sequence(), last.begun())).orElse(0L);
        // Of a segment that was only begun no file need be left: while the newest finished one is here, its number is
        // free.
        boolean filesLack = known.isPresent() && known.get().sequence() > highest;
        long sequence = filesLack ? begun : highest;
        return new Continuation(sequence, root(sequence, newest, known), end);
    }

    /**
     * Where this run itself has recorded the camera before, that counts: its last segment may lie there under the name it had while it
     * was written, until the pump comes to seal it, and nobody else could tell its root and end.
     */
    Continuation after(Continuation ownRun) {
        return ownRun.sequence() < sequence
                ? this
                : new Continuation(ownRun.sequence(), ownRun.root(), later(ownRun.end(), end));
    }

    private static Octets root(long sequence, Optional<Segment> newest, Optional<LastRecorded> known) {
        Optional<Octets> onDisk = newest.filter(segment -> segment.sequence() == sequence)
                .map(segment -> segment.seal().root());
        return onDisk.or(() -> known.filter(last -> last.sequence() == sequence).map(LastRecorded::root))
                .orElse(SegmentHeader.NO_ROOT);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get()) ? one : other.or(() -> one);
    }
}
