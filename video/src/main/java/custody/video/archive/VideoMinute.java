package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ledger is told of one minute of video: one root over the state of every camera, open segments included, how many
 * cameras should have been there and how many were, and why the others were not. One leaf a minute binds all footage.
 *
 * @param minute beginning of the minute
 * @param root {@link SegmentRoot} over the lines of {@code cameras}
 * @param cameras in the order of their names
 * @param expected cameras that ought to record
 * @param present cameras that recorded throughout the minute
 * @param causes why any did not
 */
public record VideoMinute(
        Instant minute, Octets root, List<CameraAt> cameras, int expected, int present, Set<GapCause> causes) {
    /** Version of the lines below. */
    private static final String VERSION = "video-minute-1";

    /**
     * One camera's segment as the minute ends.
     *
     * @param sequence number of the segment, 0 when none is open
     * @param fragments how many fragments the root covers
     * @param root of the segment so far, or of the finished one
     * @param sealed finished within the minute
     */
    public record CameraAt(CameraId camera, long sequence, int fragments, Octets root, boolean sealed) {
        /** The line that is hashed: fields in this order, one blank between. */
        public String line() {
            return camera + " " + sequence + " " + fragments + " " + root.hex() + " " + (sealed ? "sealed" : "open");
        }
    }

    public VideoMinute {
        cameras = List.copyOf(cameras);
        causes = Set.copyOf(causes);
        if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES)) || present > expected) {
            throw new IllegalArgumentException("video minute");
        }
    }

    /**
     * The content for a minute. {@code states} may hold several segments of a camera; {@code gaps} are those that touch the minute;
     * {@code reaching} are cameras of which footage reaches over the minute's end. That a camera was once recorded proves nothing:
     * whoever neither has footage up to the end nor a gap counts as not heard of.
     */
    public static VideoMinute of(
            Instant minute, List<CameraAt> states, Set<CameraId> expected, Set<CameraId> reaching, List<Gap> gaps) {
        Instant end = minute.plus(1, ChronoUnit.MINUTES);
        List<CameraAt> ordered = states.stream()
                .sorted(Comparator.comparing(CameraAt::camera).thenComparingLong(CameraAt::sequence))
                .toList();
        List<Gap> inside = gaps.stream()
                .filter(g -> g.from().isBefore(end) && g.to().isAfter(minute))
                .toList();
        Set<CameraId> interrupted = inside.stream().map(Gap::camera).collect(Collectors.toSet());
        Set<GapCause> causes = EnumSet.noneOf(GapCause.class);
        inside.forEach(g -> causes.add(g.cause()));
        int present = 0;
        for (CameraId camera : expected) {
            if (!interrupted.contains(camera) && reaching.contains(camera)) {
                present++;
            } else if (!interrupted.contains(camera)) {
                causes.add(GapCause.RECORDER);
            }
        }
        return new VideoMinute(minute, rootOf(ordered), ordered, expected.size(), present, causes);
    }

    private static Octets rootOf(List<CameraAt> ordered) {
        return rootOfLines(ordered.stream().map(CameraAt::line).toList());
    }

    /** The root over lines as {@link #lines} gives them. */
    public static Octets rootOfLines(List<String> lines) {
        var sha = new Sha256();
        var root = new SegmentRoot();
        for (String line : lines) {
            root.add(sha.of(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII))));
        }
        return root.root();
    }

    /** Reads a line back; empty for anything that {@link CameraAt#line} does not write. */
    public static Optional<CameraAt> line(String text) {
        String[] words = text.split(" ", -1);
        try {
            boolean sealed = words.length == 5 && words[4].equals("sealed");
            CameraAt read = new CameraAt(
                    new CameraId(words[0]),
                    Long.parseLong(words[1]),
                    Integer.parseInt(words[2]),
                    Octets.ofHex(words[3]),
                    sealed);
            return read.line().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException notALine) {
            return Optional.empty();
        }
    }

    /** The leaf's content: the same bytes for the same minute, always. The root of lines is recomputed from {@link #lines}. */
    public String leaf() {
        String why = causes.stream().sorted().map(GapCause::word).collect(Collectors.joining("\",\""));
        return "{\"kind\":\"" + VERSION + "\",\"minute\":\"" + minute + "\",\"root\":\"" + root.hex()
                + "\",\"expected\":" + expected + ",\"present\":" + present + ",\"causes\":["
                + (why.isEmpty() ? "" : "\"" + why + "\"") + "]}";
    }

    /** One line for each camera, kept beside the leaf so that a segment can be shown to be under the root. */
    public List<String> lines() {
        return new ArrayList<>(cameras.stream().map(CameraAt::line).toList());
    }
}
