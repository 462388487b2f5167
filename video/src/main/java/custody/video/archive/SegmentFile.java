package custody.video.archive;

import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Box;
import custody.video.mp4.BoxWriter;
import custody.video.mp4.FragmentHead;
import custody.video.mp4.Initialisation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Reads a segment's file box by box, trusting nothing in it. {@link #walk} stops at the first thing that is not whole, which is
 * what salvage needs; {@link #read} wants a sealed file; {@link #check} computes every hash again.
 */
public final class SegmentFile {
    private static final int LARGEST_HEADER = 4 * 1024;
    private static final int LARGEST_SEAL = 4 * 1024 * 1024;
    private static final int LARGEST_INITIALISATION = 256 * 1024;
    private static final int LARGEST_FRAGMENT = 32 * 1024 * 1024;

    /** What a file holds up to where it is whole. */
    public record Walked(
            SegmentHeader header,
            Description description,
            Octets initialisationHash,
            int initialisationLength,
            List<Fragment> fragments,
            Optional<Seal> seal,
            long wholeBytes) {
        public Walked {
            fragments = List.copyOf(fragments);
        }

        /** The root over what was read. */
        public Octets root() {
            var root = new SegmentRoot();
            root.add(initialisationHash);
            fragments.forEach(f -> root.add(f.hash()));
            return root.root();
        }
    }

    /** Coding and size as the file's header has them. */
    public record Description(String codec, int width, int height) {}

    private final FileChannel file;
    private final long length;
    private final Sha256 sha = new Sha256();

    private SegmentFile(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /** Reads and hashes everything that is whole; fails only when not even the beginning is. */
    public static Walked walk(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return new SegmentFile(file).walk();
        }
    }

    /** The index entry of a sealed file, from its beginning and its last box, without reading the pictures. */
    public static Segment read(Path archive, Path relative) throws IOException {
        try (FileChannel file = FileChannel.open(archive.resolve(relative), StandardOpenOption.READ)) {
            return new SegmentFile(file).entry(relative);
        }
    }

    /** What differs between a sealed file's bytes and what it says of itself; empty when all agrees. */
    public static Optional<String> check(Path path) throws IOException {
        Walked walked;
        try {
            walked = walk(path);
        } catch (MalformedMedia malformed) {
            return Optional.of("beginning damaged: " + malformed.getMessage());
        }
        if (walked.seal().isEmpty()) {
            return Optional.of("not whole behind byte " + walked.wholeBytes());
        }
        Seal seal = walked.seal().get();
        if (!seal.fragments().equals(walked.fragments())) {
            return Optional.of("a fragment differs from the index in the seal");
        }
        return seal.root().equals(walked.root()) ? Optional.empty() : Optional.of("the root differs from the seal");
    }

    /** Hashes of the pictures alone of each fragment, for {@link LoopWatch}: the heads carry times and always differ. */
    public static List<Octets> pictureHashes(Path path) throws IOException {
        List<Fragment> fragments = walk(path).fragments();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            var segment = new SegmentFile(file);
            var hashes = new ArrayList<Octets>();
            for (Fragment fragment : fragments) {
                Box reference = segment.box(fragment.offset(), "prft");
                Box data = segment.box(segment.box(reference.end(), "moof").end(), "mdat");
                hashes.add(segment.sha.of(data.content(file, LARGEST_FRAGMENT)));
            }
            return hashes;
        }
    }

    /** The sample entry (avc1 or hvc1 box) of a segment's file, with its decoder record. */
    public static Octets sampleEntry(FileChannel file) throws IOException {
        var segment = new SegmentFile(file);
        Box own = segment.box(segment.box(0, "ftyp").end(), "uuid");
        ByteBuffer entry =
                DescriptionReader.entry(segment.box(own.end(), "moov").content(file, LARGEST_INITIALISATION));
        return Octets.of(entry, 0, entry.limit());
    }

    /** Where a fragment's pictures begin in the file, and what its head says of them. */
    public record Pictures(long at, FragmentHead head) {}

    /** Reads the head of one fragment. */
    public static Pictures pictures(FileChannel file, Fragment fragment) throws IOException {
        var segment = new SegmentFile(file);
        Box head = segment.box(segment.box(fragment.offset(), "prft").end(), "moof");
        return new Pictures(head.end() + 8, FragmentHead.parse(head.content(file, FragmentHead.LARGEST)));
    }

    private Walked walk() throws IOException {
        Beginning beginning = beginning();
        var fragments = new ArrayList<Fragment>();
        long at = beginning.length();
        Optional<Seal> seal = Optional.empty();
        try {
            while (at < length) {
                Optional<Seal> found = sealAt(at);
                if (found.isPresent()) {
                    seal = found;
                    at = length;
                } else {
                    Fragment fragment = fragmentAt(at, beginning.header());
                    fragments.add(fragment);
                    at = fragment.end();
                }
            }
        } catch (MalformedMedia tornHere) {
            seal = Optional.empty();
        }
        return new Walked(
                beginning.header(), beginning.description(), beginning.hash(), beginning.length(), fragments, seal, at);
    }

    private record Beginning(SegmentHeader header, Description description, Octets hash, int length) {}

    private Beginning beginning() throws IOException {
        Box type = box(0, "ftyp");
        Box own = box(type.end(), "uuid");
        SegmentHeader header = SegmentHeader.parse(ownContent(own, SegmentHeader.TYPE, LARGEST_HEADER));
        Box movie = box(own.end(), "moov");
        if (movie.end() > LARGEST_INITIALISATION) {
            throw new MalformedMedia("initialisation too large");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) movie.end());
        Box.readFully(file, bytes, 0);
        Description description = DescriptionReader.read(movie.content(file, LARGEST_INITIALISATION));
        return new Beginning(header, description, sha.of(bytes.flip()), (int) movie.end());
    }

    private Box box(long at, String type) throws IOException {
        Box box = Box.read(file, at, length).orElseThrow(() -> new MalformedMedia("file ends before " + type));
        if (!box.type().equals(type)) {
            throw new MalformedMedia("no " + type);
        }
        return box;
    }

    private ByteBuffer ownContent(Box box, UUID type, int most) throws IOException {
        ByteBuffer content = box.content(file, most);
        if (content.remaining() < 16 || !new UUID(content.getLong(), content.getLong()).equals(type)) {
            throw new MalformedMedia("not the box expected");
        }
        return content;
    }

    /** A seal counts only as the very last box. */
    private Optional<Seal> sealAt(long at) throws IOException {
        Optional<Box> box = Box.read(file, at, length);
        if (box.isEmpty() || !box.get().type().equals("uuid") || box.get().end() != length) {
            return Optional.empty();
        }
        return Optional.of(Seal.parse(ownContent(box.get(), Seal.TYPE, LARGEST_SEAL)));
    }

    private Fragment fragmentAt(long at, SegmentHeader header) throws IOException {
        Box reference = box(at, "prft");
        Box head = box(reference.end(), "moof");
        Box data = box(head.end(), "mdat");
        long size = data.end() - at;
        if (size > LARGEST_FRAGMENT) {
            throw new MalformedMedia("fragment too large");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        Box.readFully(file, bytes, at);
        bytes.flip();
        int headAt = (int) (head.at() - at);
        FragmentHead parsed = FragmentHead.parse(bytes.slice(headAt + 8, (int) head.length() - 8));
        if (parsed.dataOffset() != head.length() + 8 || parsed.dataLength() != data.length() - 8) {
            throw new MalformedMedia("fragment's lengths disagree");
        }
        checkUnits(bytes, (int) (data.at() + 8 - at), parsed);
        return new Fragment(
                at,
                (int) size,
                parsed.startTicks(),
                parsed.durationTicks(),
                NtpTime.millisSince(header.wallStart(), bytes.getLong(16)),
                parsed.samples().size(),
                parsed.samples().getFirst().key(),
                sha.of(bytes));
    }

    /** Pictures consist of whole units; bytes that never reached the disk read as zeros and do not. */
    private static void checkUnits(ByteBuffer bytes, int from, FragmentHead head) throws MalformedMedia {
        int at = from;
        for (FragmentHead.Sample sample : head.samples()) {
            int end = at + sample.size();
            while (at < end) {
                long unit = end - at < 5 ? 0 : bytes.getInt(at) & 0xffffffffL;
                if (unit < 1 || unit > end - at - 4L) {
                    throw new MalformedMedia("picture not whole");
                }
                at += 4 + (int) unit;
            }
        }
    }

    private Segment entry(Path relative) throws IOException {
        Beginning beginning = beginning();
        ByteBuffer tail = ByteBuffer.allocate(4);
        if (length < beginning.length() + 4L) {
            throw new MalformedMedia("no seal");
        }
        Box.readFully(file, tail, length - 4);
        long sealLength = tail.getInt(0) & 0xffffffffL;
        long at = length - sealLength;
        if (at < beginning.length()) {
            throw new MalformedMedia("no seal");
        }
        Seal seal = sealAt(at).orElseThrow(() -> new MalformedMedia("no seal"));
        Description description = beginning.description();
        return new Segment(
                beginning.header(),
                relative,
                length,
                description.codec(),
                description.width(),
                description.height(),
                beginning.hash(),
                beginning.length(),
                seal);
    }

    /** The bytes of the seal box, which end with their own length so that it can be found from the end of the file. */
    public static byte[] sealBytes(Seal seal) {
        var out = new BoxWriter();
        Initialisation.own(out, seal.box());
        out.u32(out.length() + 4L);
        return out.set32(0, out.length()).toArray();
    }

    /** A seal for what was walked. */
    static Seal sealOf(Walked walked, boolean salvaged) {
        return new Seal(walked.root(), salvaged, 0, OptionalLong.empty(), walked.fragments());
    }
}
