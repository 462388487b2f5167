package custody.video.archive;

import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Initialisation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The last box of a finished segment: its root and the index of its fragments, so that the archive's index can be rebuilt by
 * reading the ends of files. It is no part of the root; whoever does not trust it computes everything from the bytes before it.
 *
 * @param root over the initialisation and the fragments, see {@link SegmentRoot}
 * @param salvaged closed by a later run of the recorder because the run that wrote it ended suddenly
 * @param lostPackets packets missing by their numbers while it was recorded
 * @param clockOffsetMicros the camera's wall clock less the recorder's, empty when the camera tells none
 */
public record Seal(
        Octets root, boolean salvaged, long lostPackets, OptionalLong clockOffsetMicros, List<Fragment> fragments) {
    /** Type of the box, drawn at random once for this format. */
    public static final UUID TYPE = UUID.fromString("0c6ad9a2-6f6b-4a3e-8f43-2b1e07d0b1ce");

    private static final int VERSION = 1;
    private static final int FIXED = 1 + 32 + 1 + 8 + 8 + 4;
    private static final int SALVAGED = 1;
    private static final int CLOCK_KNOWN = 2;

    public Seal {
        fragments = List.copyOf(fragments);
    }

    Initialisation.Own box() {
        Octets packed = Fragment.pack(fragments);
        ByteBuffer out = ByteBuffer.allocate(FIXED + packed.length());
        int flags = (salvaged ? SALVAGED : 0) | (clockOffsetMicros.isPresent() ? CLOCK_KNOWN : 0);
        out.put((byte) VERSION).put(root.toArray()).put((byte) flags).putLong(lostPackets);
        out.putLong(clockOffsetMicros.orElse(0)).putInt(fragments.size()).put(packed.toArray());
        return new Initialisation.Own(TYPE, Octets.of(out.array()));
    }

    /** Reads the content of the box behind its type. */
    static Seal parse(ByteBuffer in) throws MalformedMedia {
        if (in.remaining() < FIXED || in.get() != VERSION) {
            throw new MalformedMedia("seal");
        }
        Octets root = Octets.of(in, in.position(), 32);
        in.position(in.position() + 32);
        int flags = in.get();
        long lost = in.getLong();
        long offset = in.getLong();
        int count = in.getInt();
        // Four bytes of the box's own length follow the index.
        if (count < 0 || in.remaining() != (long) count * Fragment.PACKED + 4) {
            throw new MalformedMedia("seal");
        }
        List<Fragment> fragments = Fragment.unpack(Octets.of(in, in.position(), count * Fragment.PACKED));
        OptionalLong clock = (flags & CLOCK_KNOWN) != 0 ? OptionalLong.of(offset) : OptionalLong.empty();
        return new Seal(root, (flags & SALVAGED) != 0, lost, clock, fragments);
    }
}
