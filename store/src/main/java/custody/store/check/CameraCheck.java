package custody.store.check;

import custody.video.archive.Fragment;
import custody.video.archive.LoopWatch;
import custody.video.archive.Seal;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentFile.Walked;
import custody.video.archive.SegmentRoot;
import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One camera's footage against what the ledger says of it, segment by segment in the ledger's order. One owner. */
final class CameraCheck {
    /** Fragments of a day. */
    private static final int REMEMBERED = 90_000;

    /** Longer than this after its end, a segment's entry came late. */
    static final Duration LATE = Duration.ofHours(1);

    private final CameraId camera;
    private final boolean loops;
    private final Consumer<Discovery> discoveries;
    private final LoopWatch watch = new LoopWatch(REMEMBERED);
    private final Map<Long, List<CameraAt>> openLines = new HashMap<>();
    private final BitSet named = new BitSet();
    private final Map<Long, String> paths = new HashMap<>();
    private final List<Early> early = new ArrayList<>();
    private long lastSequence;
    private Octets lastRoot = Octets.of(new byte[32]);
    private boolean lastCutBack;
    private Instant lastEnd = Instant.EPOCH;

    CameraCheck(CameraId camera, boolean loops, Consumer<Discovery> discoveries) {
        this.camera = camera;
        this.loops = loops;
        this.discoveries = discoveries;
    }

    static String name(String camera, long sequence) {
        return "footage of camera " + camera + " segment " + sequence;
    }

    /** Whether the ledger names that segment as finished. */
    boolean named(long sequence) {
        return sequence >= 0 && sequence < Integer.MAX_VALUE && named.get((int) sequence);
    }

    /** The highest number that the ledger names, and where such footage ends. */
    OptionalLong highest() {
        return named.isEmpty() ? OptionalLong.empty() : OptionalLong.of(named.length() - 1L);
    }

    Instant lastEnd() {
        return lastEnd;
    }

    /** Where the file of a named segment ought to lie; empty when it was deleted or is unknown. */
    Optional<String> path(long sequence) {
        return Optional.ofNullable(paths.get(sequence));
    }

    /** A line of a segment that was open then: judged when it is finished. */
    void open(CameraAt line) {
        openLines.computeIfAbsent(line.sequence(), _ -> new ArrayList<>()).add(line);
    }

    /** A line of a finished segment; whether its bytes were read. */
    boolean sealed(
            CameraAt line, Optional<FootageCheck.Placed> placed, boolean gone, boolean reads, Instant recordedAt) {
        String where = name(camera.value(), line.sequence());
        if (named(line.sequence())) {
            fault(where, "one entry", "a second that names it");
        }
        named.set(Math.toIntExact(line.sequence()));
        List<CameraAt> before =
                Optional.ofNullable(openLines.remove(line.sequence())).orElse(List.of());
        boolean read = false;
        if (placed.isEmpty()) {
            fault(where, "a row", "none");
        } else if (!placed.get().root().equals(line.root())) {
            fault(where, "a row with the root of its entry", "another root");
        } else {
            read = file(where, line, before, placed.get(), gone, reads, recordedAt);
        }
        lastSequence = line.sequence();
        lastRoot = line.root();
        lastCutBack = placed.map(FootageCheck.Placed::salvaged).orElse(false);
        return read;
    }

    private boolean file(
            String where,
            CameraAt line,
            List<CameraAt> before,
            FootageCheck.Placed placed,
            boolean gone,
            boolean reads,
            Instant recordedAt) {
        if (!Files.exists(placed.file())) {
            if (!gone) {
                fault(where, "a file", "none");
            }
            return false;
        }
        paths.put(line.sequence(), placed.relative());
        if (!reads) {
            return false;
        }
        try {
            Walked walked = SegmentFile.walk(placed.file());
            compare(where, line, before, walked, placed, recordedAt);
            if (!loops) {
                lookForLoops(where, line.sequence(), placed.file());
            }
        } catch (IOException damaged) {
            fault(where, "a file that can be read", String.valueOf(damaged.getMessage()));
        }
        return true;
    }

    private void compare(
            String where,
            CameraAt line,
            List<CameraAt> before,
            Walked walked,
            FootageCheck.Placed placed,
            Instant recordedAt)
            throws IOException {
        boolean itself =
                walked.header().camera().equals(camera) && walked.header().sequence() == line.sequence();
        if (!itself) {
            fault(
                    where,
                    "its own file",
                    "that of camera " + walked.header().camera() + " segment "
                            + walked.header().sequence());
            return;
        }
        if (walked.seal().isEmpty() || walked.fragments().size() != line.fragments()) {
            fault(
                    where,
                    line.fragments() + " whole fragments and a seal",
                    walked.fragments().size() + " fragments");
            return;
        }
        if (!walked.root().equals(line.root())) {
            fault(where, "bytes with the root of its entry", "other bytes");
            return;
        }
        seal(where, line, walked, placed);
        boolean follows = lastSequence + 1 == line.sequence();
        if (follows && !walked.header().previousRoot().equals(lastRoot)) {
            chain(where);
        }
        before.forEach(open -> beginning(where, open, walked));
        times(where, walked, recordedAt);
    }

    /**
     * What was recorded next may name the root of more than the disk kept in the end. Whatever stands in the place of either has another
     * root than its own entry says.
     */
    private void chain(String where) {
        if (lastCutBack) {
            discoveries.accept(Discovery.cutBack(where, "the root of the segment before it", "that of a longer one"));
        } else {
            fault(where, "the root of the segment before it", "another");
        }
    }

    /** The seal repeats what is before it and what the index has of it, byte for byte, and nothing follows. */
    private void seal(String where, CameraAt line, Walked walked, FootageCheck.Placed placed) throws IOException {
        var expected = new Seal(
                line.root(), placed.salvaged(), placed.lostPackets(), placed.clockOffset(), walked.fragments());
        byte[] bytes = SegmentFile.sealBytes(expected);
        long at = walked.fragments().isEmpty()
                ? walked.initialisationLength()
                : walked.fragments().getLast().end();
        try (RandomAccessFile file = new RandomAccessFile(placed.file().toFile(), "r")) {
            var found = new byte[bytes.length];
            boolean whole = file.length() == at + bytes.length;
            if (whole) {
                file.seek(at);
                file.readFully(found);
            }
            if (!whole || !Arrays.equals(bytes, found)) {
                fault(where, "the seal that belongs to it", "another");
            }
        }
    }

    /** What was said of it while it was written must be its beginning. */
    private void beginning(String where, CameraAt open, Walked walked) {
        var root = new SegmentRoot();
        root.add(walked.initialisationHash());
        walked.fragments().stream().limit(open.fragments()).forEach(fragment -> root.add(fragment.hash()));
        if (open.fragments() > walked.fragments().size() || !root.root().equals(open.root())) {
            fault(where, "the beginning that an earlier entry names", "another");
        }
    }

    private void times(String where, Walked walked, Instant recordedAt) {
        Instant end = walked.header().wallStart();
        if (!walked.fragments().isEmpty()) {
            Fragment last = walked.fragments().getLast();
            end = end.plusMillis(last.arrivalMillis() + last.durationTicks() / 90);
        }
        if (end.plusSeconds(5).isBefore(lastEnd)) {
            warning(
                    where,
                    "later than the segment before it",
                    walked.header().wallStart().toString());
        }
        if (end.plus(LATE).isBefore(recordedAt)) {
            warning(where, "an entry within the hour", "one of " + recordedAt);
        }
        if (recordedAt.plusSeconds(60).isBefore(end)) {
            early.add(new Early(walked.header().sequence(), end));
        }
        lastEnd = end;
    }

    /** A segment that ends later than the entry that names it as finished. */
    record Early(long sequence, Instant end) {}

    /** All such. */
    List<Early> early() {
        return early;
    }

    /** Tells of one: it is no fault where its clock was put back before the entry was written. */
    void early(Early one, boolean putBack) {
        String where = name(camera.value(), one.sequence());
        if (putBack) {
            warning(
                    where,
                    "pictures before its entry",
                    "those of a clock that said " + one.end() + " and was put back");
        } else {
            fault(where, "pictures before its entry", "pictures of " + one.end());
        }
    }

    private void lookForLoops(String where, long sequence, Path file) throws IOException {
        for (Octets pictures : SegmentFile.pictureHashes(file)) {
            Optional<Long> again = watch.take(camera, sequence, pictures);
            if (again.isPresent()) {
                fault(where, "pictures of its own", "those of segment " + again.get() + " again");
                return;
            }
        }
    }

    private void fault(String where, String expected, String actual) {
        discoveries.accept(Discovery.footage(where, expected, actual));
    }

    private void warning(String where, String expected, String actual) {
        discoveries.accept(Discovery.lateFootage(where, expected, actual));
    }
}
