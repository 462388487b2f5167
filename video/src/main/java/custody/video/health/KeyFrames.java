package custody.video.health;

import custody.video.archive.SegmentFile;
import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Box;
import custody.video.mp4.FragmentHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the newest key frame out of a segment's file, open or finished, as a stream with start codes that a decoder can be given. */
public final class KeyFrames {
    private static final byte[] START_CODE = {0, 0, 0, 1};
    private static final int MOST_BOXES = 100_000;

    /** One key frame with its parameter sets before it. */
    public record KeyFrame(Codec codec, Octets stream) {}

    /**
     * A key frame with the place it stands at, so that one can tell whether it was seen before.
     *
     * @param at its first byte in the file
     */
    public record Placed(KeyFrame frame, long at) {}

    private KeyFrames() {}

    /**
     * The newest key frame; empty when there is none yet. It may stand anywhere in a fragment: fragments are a second long, and
     * a camera's key frames need not be in step with them.
     */
    public static Optional<KeyFrame> newest(Path segment) throws IOException {
        return newestPlaced(segment).map(Placed::frame);
    }

    /** As {@link #newest}, with its place. */
    public static Optional<Placed> newestPlaced(Path segment) throws IOException {
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ)) {
            var heads = new ArrayList<Box>();
            long at = 0;
            int boxes = 0;
            while (boxes++ < MOST_BOXES) {
                Optional<Box> box = boxAt(file, at);
                if (box.isEmpty()) {
                    break;
                }
                if (box.get().type().equals("moof")) {
                    heads.add(box.get());
                }
                at = box.get().end();
            }
            return newest(file, heads);
        }
    }

    /** The box there, or empty behind the last whole one of a file that grows. */
    private static Optional<Box> boxAt(FileChannel file, long at) throws IOException {
        try {
            return Box.read(file, at, file.size());
        } catch (MalformedMedia notWholeYet) {
            return Optional.empty();
        }
    }

    private static Optional<Placed> newest(FileChannel file, List<Box> heads) throws IOException {
        for (Box head : heads.reversed()) {
            List<FragmentHead.Sample> samples =
                    FragmentHead.parse(head.content(file, FragmentHead.LARGEST)).samples();
            long at = head.end() + 8;
            long key = -1;
            int size = 0;
            for (FragmentHead.Sample sample : samples) {
                if (sample.key() && at + sample.size() <= file.size()) {
                    key = at;
                    size = sample.size();
                }
                at += sample.size();
            }
            if (key >= 0) {
                return Optional.of(placed(file, key, size));
            }
        }
        return Optional.empty();
    }

    private static Placed placed(FileChannel file, long at, int size) throws IOException {
        ByteBuffer picture = ByteBuffer.allocate(size);
        Box.readFully(file, picture, at);
        return new Placed(keyFrame(SegmentFile.sampleEntry(file), picture.flip()), at);
    }

    private static KeyFrame keyFrame(Octets entry, ByteBuffer picture) throws MalformedMedia {
        Codec codec = entry.at(4) == 'a' ? Codec.H264 : Codec.H265;
        var stream = new ByteArrayOutputStream();
        parameterSets(codec, ByteBuffer.wrap(entry.toArray()), stream);
        while (picture.remaining() > 4) {
            int length = picture.getInt();
            if (length < 1 || length > picture.remaining()) {
                throw new MalformedMedia("picture not whole");
            }
            unit(stream, picture, length);
        }
        return new KeyFrame(codec, Octets.of(stream.toByteArray()));
    }

    /** The sets of avcC or hvcC, which is the first box inside the sample entry. */
    private static void parameterSets(Codec codec, ByteBuffer entry, ByteArrayOutputStream into) throws MalformedMedia {
        try {
            entry.position(86 + 8);
            if (codec == Codec.H264) {
                entry.position(entry.position() + 5);
                units(entry, entry.get() & 0x1f, into);
                units(entry, entry.get() & 0xff, into);
            } else {
                entry.position(entry.position() + 22);
                for (int arrays = entry.get(); arrays > 0; arrays--) {
                    entry.get();
                    units(entry, entry.getShort(), into);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException beyond) {
            throw new MalformedMedia("decoder record ends early");
        }
    }

    private static void units(ByteBuffer entry, int count, ByteArrayOutputStream into) throws MalformedMedia {
        for (int i = 0; i < count; i++) {
            int length = entry.getShort() & 0xffff;
            if (length > entry.remaining()) {
                throw new MalformedMedia("decoder record ends early");
            }
            unit(into, entry, length);
        }
    }

    private static void unit(ByteArrayOutputStream into, ByteBuffer from, int length) {
        into.writeBytes(START_CODE);
        var bytes = new byte[length];
        from.get(bytes);
        into.writeBytes(bytes);
    }
}
