package custody.video.mp4;

import custody.video.media.MalformedMedia;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code moof} of ours says.
 *
 * @param sequence number in the file, from 1
 * @param startTicks time of the first picture
 * @param dataOffset bytes from the beginning of the moof to the first picture
 */
public record FragmentHead(long sequence, long startTicks, int dataOffset, List<Sample> samples) {
    /** No moof of ours is larger. */
    public static final int LARGEST = 64 * 1024;

    /**
     * One picture.
     *
     * @param duration ticks, at least one
     */
    public record Sample(int size, int duration, boolean key) {}

    public FragmentHead {
        samples = List.copyOf(samples);
    }

    public long durationTicks() {
        return samples.stream().mapToLong(Sample::duration).sum();
    }

    public long dataLength() {
        return samples.stream().mapToLong(Sample::size).sum();
    }

    /** Reads the content of a moof; every size is checked against what is there. */
    public static FragmentHead parse(ByteBuffer moof) throws MalformedMedia {
        long sequence = u32(child(moof, "mfhd"), 4);
        ByteBuffer track = child(moof, "traf");
        ByteBuffer time = child(track, "tfdt");
        if (time.remaining() < 12 || time.get(0) != 1) {
            throw new MalformedMedia("tfdt");
        }
        long start = time.getLong(4);
        ByteBuffer run = child(track, "trun");
        if (u32(run, 0) != 0x000701) {
            throw new MalformedMedia("trun flags");
        }
        long count = u32(run, 4);
        if (count < 1 || count > FragmentBuffer.MOST_SAMPLES || run.remaining() != 12 + 12 * count || start < 0) {
            throw new MalformedMedia("trun");
        }
        var samples = new ArrayList<Sample>((int) count);
        for (int i = 0; i < count; i++) {
            int at = 12 + 12 * i;
            int duration = run.getInt(at);
            int size = run.getInt(at + 4);
            if (duration < 1 || size < 1) {
                throw new MalformedMedia("sample");
            }
            samples.add(new Sample(size, duration, (run.getInt(at + 8) & 0x00010000) == 0));
        }
        return new FragmentHead(sequence, start, run.getInt(8), samples);
    }

    private static long u32(ByteBuffer in, int at) throws MalformedMedia {
        if (in.remaining() < at + 4) {
            throw new MalformedMedia("box ends early");
        }
        return in.getInt(at) & 0xffffffffL;
    }

    /** The content of the first child box of that type, as its own buffer from 0. */
    private static ByteBuffer child(ByteBuffer parent, String type) throws MalformedMedia {
        int at = 0;
        while (parent.limit() - at >= 8) {
            int length = parent.getInt(at);
            if (length < 8 || length > parent.limit() - at) {
                throw new MalformedMedia("box in moof");
            }
            boolean same = true;
            for (int i = 0; i < 4; i++) {
                same &= parent.get(at + 4 + i) == type.charAt(i);
            }
            if (same) {
                return parent.slice(at + 8, length - 8);
            }
            at += length;
        }
        throw new MalformedMedia("no " + type + " in moof");
    }
}
