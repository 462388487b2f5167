package custody.video.archive;

import custody.video.media.MalformedMedia;
import custody.video.mp4.Box;
import custody.video.mp4.BoxHeads;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a film in fragments is (ISO/IEC 14496-12, 8.8), of which the movie's own head does not tell: by {@code mehd} where it is
 * there, else by the times of the fragments of its pictures. Nothing that a file says is believed beyond the limits here.
 */
final class FragmentedLength {
    private static final int LARGEST_FRAGMENT_HEAD = 8 * 1024 * 1024;

    /** Heads of fragments take some kilobytes for a second. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final long MOST_SAMPLES = 10_000_000;

    /** Boxes side by side in a head. */
    private static final int MOST_PARTS = 10_000;

    private final Track track;
    private boolean begun;
    private long begin;
    private long end;

    private FragmentedLength(Track track) {
        this.track = track;
        // Pictures before the fragments, which the head describes, begin at zero.
        this.begun = track.before() > 0;
        this.end = track.before();
    }

    /**
     * The track of pictures.
     *
     * @param scale its ticks in a second
     * @param before ticks of the pictures that are not in fragments
     * @param usual ticks of a picture of which a fragment says nothing
     */
    private record Track(long id, long scale, long before, long usual) {}

    /** A box within bytes that were read. */
    private record Part(String type, ByteBuffer content) {
        /** Of a full box, without version and flags. */
        ByteBuffer body() {
            return content.duplicate().position(4);
        }

        boolean wide() {
            return content.get(0) == 1;
        }

        int flags() {
            return content.getInt(0) & 0xffffff;
        }
    }

    /** {@code head} is the whole {@code moov} box; empty where nobody can tell. */
    static Optional<Duration> of(FileChannel in, ByteBuffer head) throws IOException {
        try {
            ByteBuffer movie = head.slice(8, head.limit() - 8);
            Optional<Duration> told = told(movie);
            if (told.isPresent()) {
                return told;
            }
            Optional<Track> track = track(movie);
            return track.isEmpty() ? Optional.empty() : new FragmentedLength(track.get()).through(in);
        } catch (MalformedMedia | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> told(ByteBuffer movie) throws MalformedMedia {
        Optional<Part> header = first(movie, "mvhd");
        Optional<Part> extended = first(movie, "mvex", "mehd");
        if (header.isEmpty() || extended.isEmpty()) {
            return Optional.empty();
        }
        long scale = unsigned(header.get().content().getInt(header.get().wide() ? 20 : 12));
        ByteBuffer body = extended.get().body();
        long ticks = extended.get().wide() ? body.getLong() : unsigned(body.getInt());
        return ticks > 0 ? Optional.of(duration(ticks, scale)) : Optional.empty();
    }

    private static Optional<Track> track(ByteBuffer movie) throws MalformedMedia {
        for (Part part : parts(movie)) {
            if (part.type().equals("trak") && shows(part)) {
                Part header = needed(part.content(), "tkhd");
                long id = unsigned(
                        header.body().position(4 + (header.wide() ? 16 : 8)).getInt());
                Part media = needed(part.content(), "mdia", "mdhd");
                ByteBuffer body = media.body().position(4 + (media.wide() ? 16 : 8));
                long scale = unsigned(body.getInt());
                long before = media.wide() ? body.getLong() : unsigned(body.getInt());
                return Optional.of(new Track(id, scale, before, usual(movie, id)));
            }
        }
        return Optional.empty();
    }

    private static boolean shows(Part track) throws MalformedMedia {
        Optional<Part> entries = first(track.content(), "mdia", "minf", "stbl", "stsd");
        return entries.isPresent()
                && entries.get().content().limit() >= 16
                && UploadedFilm.CODINGS.contains(type(entries.get().content(), 12));
    }

    private static long usual(ByteBuffer movie, long id) throws MalformedMedia {
        for (Part defaults : parts(needed(movie, "mvex").content())) {
            if (defaults.type().equals("trex")) {
                ByteBuffer body = defaults.body();
                if (unsigned(body.getInt()) == id) {
                    return unsigned(body.getInt(body.position() + 4));
                }
            }
        }
        return 0;
    }

    private Optional<Duration> through(FileChannel in) throws IOException {
        long read = 0;
        long at = 0;
        long most = UploadedFilm.mostBoxes(in.size());
        var heads = new BoxHeads(in);
        for (long count = 0; at < in.size() && count < most; count++) {
            Optional<Box> box = heads.read(at);
            if (box.isEmpty()) {
                break;
            }
            if (box.get().type().equals("moof")) {
                read += box.get().length();
                if (read > MOST_BYTES) {
                    return Optional.empty();
                }
                fragment(box.get().content(in, LARGEST_FRAGMENT_HEAD));
            }
            at = box.get().end();
        }
        return begun && end > begin ? Optional.of(duration(end - begin, track.scale())) : Optional.empty();
    }

    private void fragment(ByteBuffer head) throws MalformedMedia {
        for (Part part : parts(head)) {
            if (part.type().equals("traf")) {
                run(part.content());
            }
        }
    }

    private void run(ByteBuffer fragment) throws MalformedMedia {
        Part header = needed(fragment, "tfhd");
        ByteBuffer body = header.body();
        if (unsigned(body.getInt()) != track.id()) {
            return;
        }
        long at = first(fragment, "tfdt").map(FragmentedLength::time).orElse(end);
        long ticks = 0;
        for (Part part : parts(fragment)) {
            if (part.type().equals("trun")) {
                ticks = checked(ticks + ticks(part, usual(header.flags(), body)));
            }
        }
        begin = begun ? Math.min(begin, at) : at;
        begun = true;
        end = Math.max(end, at + ticks);
        checked(end - begin);
    }

    private static long time(Part part) {
        ByteBuffer body = part.body();
        return part.wide() ? body.getLong() : unsigned(body.getInt());
    }

    /** What the fragment itself says of its pictures, behind the track's number. */
    private long usual(int flags, ByteBuffer body) {
        int at = body.position() + ((flags & 0x1) == 0 ? 0 : 8) + ((flags & 0x2) == 0 ? 0 : 4);
        return (flags & 0x8) == 0 ? track.usual() : unsigned(body.getInt(at));
    }

    private long ticks(Part part, long usual) throws MalformedMedia {
        int flags = part.flags();
        ByteBuffer body = part.body();
        long samples = unsigned(body.getInt());
        if (samples > MOST_SAMPLES) {
            throw new MalformedMedia("a fragment of " + samples + " pictures");
        }
        if ((flags & 0x100) == 0) {
            return checked(samples * usual);
        }
        int size = 4 * Integer.bitCount(flags & 0xf00);
        int at = body.position() + 4 * Integer.bitCount(flags & 0x5);
        long ticks = 0;
        for (long sample = 0; sample < samples; sample++) {
            ticks = checked(ticks + unsigned(body.getInt(at)));
            at += size;
        }
        return ticks;
    }

    /** So that no sum runs over, and nothing is longer than a film can be. */
    private long checked(long ticks) throws MalformedMedia {
        if (ticks < 0 || track.scale() == 0 || ticks / track.scale() >= UploadedFilm.LONGEST.toSeconds()) {
            throw new MalformedMedia("a film of " + ticks + " ticks");
        }
        return ticks;
    }

    private static Duration duration(long ticks, long scale) throws MalformedMedia {
        if (scale == 0 || ticks / scale >= UploadedFilm.LONGEST.toSeconds()) {
            throw new MalformedMedia("a film of " + ticks + " ticks");
        }
        return Duration.ofMillis(ticks * 1_000 / scale);
    }

    private static Part needed(ByteBuffer in, String... path) throws MalformedMedia {
        return first(in, path).orElseThrow(() -> new MalformedMedia("no " + String.join("/", path)));
    }

    private static Optional<Part> first(ByteBuffer in, String... path) throws MalformedMedia {
        Optional<Part> found = Optional.empty();
        ByteBuffer within = in;
        for (String type : path) {
            found = parts(within).stream()
                    .filter(part -> part.type().equals(type))
                    .findFirst();
            if (found.isEmpty()) {
                return found;
            }
            within = found.get().content();
        }
        return found;
    }

    /** The boxes side by side, which must fill it. */
    private static List<Part> parts(ByteBuffer in) throws MalformedMedia {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < in.limit()) {
            long length = unsigned(in.getInt(at));
            if (length < 8 || length > in.limit() - at || parts.size() >= MOST_PARTS) {
                throw new MalformedMedia("box of " + length + " bytes in a head");
            }
            parts.add(new Part(type(in, at + 4), in.slice(at + 8, (int) length - 8)));
            at += (int) length;
        }
        return parts;
    }

    private static String type(ByteBuffer in, int at) {
        var four = new byte[4];
        in.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static long unsigned(int value) {
        return value & 0xffffffffL;
    }
}
