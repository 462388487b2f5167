package custody.video.archive;

import custody.video.media.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One second of a segment.
 *
 * @param offset first byte in the file
 * @param length bytes
 * @param startTicks media time of its first picture since the segment's first, 1/90 000 s
 * @param durationTicks media time until its last picture ends
 * @param arrivalMillis monotonic time from the segment's start to the arrival of its first picture
 * @param frames number of pictures
 * @param key whether its first picture needs none before it
 * @param hash SHA-256 of its bytes
 */
public record Fragment(
        long offset,
        int length,
        long startTicks,
        long durationTicks,
        int arrivalMillis,
        int frames,
        boolean key,
        Octets hash) {
    /** Bytes of one packed fragment. */
    static final int PACKED = 4 + 4 + 4 + 4 + 4 + 2 + 1 + 32;

    private static final long U32 = 0xffffffffL;

    /** First byte behind it. */
    public long end() {
        return offset + length;
    }

    public long endTicks() {
        return startTicks + durationTicks;
    }

    /** The packed index of a segment: all numbers big-endian, in the order of the components. */
    public static Octets pack(List<Fragment> fragments) {
        ByteBuffer out = ByteBuffer.allocate(PACKED * fragments.size());
        for (Fragment f : fragments) {
            out.putInt((int) f.offset())
                    .putInt(f.length())
                    .putInt((int) f.startTicks())
                    .putInt((int) f.durationTicks());
            out.putInt(f.arrivalMillis())
                    .putShort((short) f.frames())
                    .put((byte) (f.key() ? 1 : 0))
                    .put(f.hash().toArray());
        }
        return Octets.of(out.array());
    }

    /** Reads a packed index; the length must be a whole number of fragments. */
    public static List<Fragment> unpack(Octets packed) {
        if (packed.length() % PACKED != 0) {
            throw new IllegalArgumentException("packed index of " + packed.length() + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(packed.toArray());
        var fragments = new ArrayList<Fragment>(packed.length() / PACKED);
        while (in.hasRemaining()) {
            long offset = in.getInt() & U32;
            int length = in.getInt();
            long start = in.getInt() & U32;
            long duration = in.getInt() & U32;
            int arrival = in.getInt();
            int frames = in.getShort() & 0xffff;
            boolean key = in.get() != 0;
            Octets hash = Octets.of(in, in.position(), 32);
            in.position(in.position() + 32);
            fragments.add(new Fragment(offset, length, start, duration, arrival, frames, key, hash));
        }
        return fragments;
    }
}
