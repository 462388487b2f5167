package custody.video.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pictures of the fragment being gathered, outside the heap, written with one gathered write as {@code prft}, {@code moof},
 * {@code mdat} (ISO/IEC 14496-12 sections 8.16.5, 8.8, 8.1.1). Owned by one session thread and used again for each fragment; its memory is lent by
 * {@link Pieces} and given back with each {@link #clear}.
 *
 * <p>Times are made strictly growing by at least one tick: a sample without duration makes browsers refuse the whole stream.
 */
public final class FragmentBuffer {
    /** A fragment is closed early rather than grow beyond this. */
    public static final int MOST_BYTES = 12 * 1024 * 1024;

    /** A fragment is closed early rather than hold more pictures than this. */
    public static final int MOST_SAMPLES = 1_024;

    private static final long KEY = 0x02000000L;
    private static final long NOT_KEY = 0x01010000L;

    /** Bytes of prft, of moof without samples and of one sample in trun, and of the head of mdat. */
    private static final int PRFT = 32;

    private static final int MOOF = 8 + 16 + 8 + 16 + 20 + 20;
    private static final int SAMPLE = 12;

    private final Pieces memory;
    private final List<ByteBuffer> data = new ArrayList<>();
    private int length;
    private ByteBuffer head = ByteBuffer.allocateDirect(1024);
    private int count;
    private long[] times = new long[64];
    private int[] sizes = new int[64];
    private boolean[] keys = new boolean[64];

    /** With memory of its own. */
    public FragmentBuffer() {
        this(new Pieces());
    }

    public FragmentBuffer(Pieces memory) {
        this.memory = memory;
    }

    /** Whether another picture of {@code more} bytes still fits. */
    public boolean fits(int more) {
        return count < MOST_SAMPLES && (long) length + more <= MOST_BYTES;
    }

    /** Adds a picture; its time is moved behind the last one's when it is not already. */
    public void add(ByteBuffer picture, long ticks, boolean key) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
        }
        times[count] = count > 0 ? Math.max(ticks, times[count - 1] + 1) : ticks;
        sizes[count] = picture.remaining();
        keys[count] = key;
        count++;
        put(picture);
    }

    private void put(ByteBuffer picture) {
        length += picture.remaining();
        while (picture.hasRemaining()) {
            if (data.isEmpty() || !data.getLast().hasRemaining()) {
                data.add(memory.take());
            }
            ByteBuffer piece = data.getLast();
            int fits = Math.min(piece.remaining(), picture.remaining());
            piece.put(picture.slice(picture.position(), fits));
            picture.position(picture.position() + fits);
        }
    }

    public int count() {
        return count;
    }

    /** Time of the first picture, ticks. */
    public long firstTicks() {
        return times[0];
    }

    /** Time of the last picture, ticks. */
    public long lastTicks() {
        return times[count - 1];
    }

    public boolean beginsWithKey() {
        return count > 0 && keys[0];
    }

    /**
     * The fragment as it goes to the file: head and pictures, positioned at their beginnings, valid until {@link #clear}.
     *
     * @param sequence number of the fragment in the file, from 1
     * @param endTicks time at which the next picture is shown, which gives the last one its duration
     * @param ntp wall clock of the first picture's arrival, seconds since 1900 in the upper and a fraction in the lower half
     */
    public ByteBuffer[] close(long sequence, long endTicks, long ntp) {
        int headLength = PRFT + MOOF + SAMPLE * count + 8;
        if (head.capacity() < headLength) {
            head = ByteBuffer.allocateDirect(headLength * 2);
        }
        head.clear();
        type(head.putInt(PRFT), "prft")
                .putInt(0x01000018)
                .putInt(1)
                .putLong(ntp)
                .putLong(times[0]);
        type(head.putInt(MOOF + SAMPLE * count), "moof");
        type(head.putInt(16), "mfhd").putInt(0).putInt((int) sequence);
        type(head.putInt(MOOF - 24 + SAMPLE * count), "traf");
        type(head.putInt(16), "tfhd").putInt(0x020000).putInt(1);
        type(head.putInt(20), "tfdt").putInt(0x01000000).putLong(times[0]);
        type(head.putInt(20 + SAMPLE * count), "trun")
                .putInt(0x000701)
                .putInt(count)
                .putInt(MOOF + SAMPLE * count + 8);
        for (int i = 0; i < count; i++) {
            long next = i + 1 < count ? times[i + 1] : Math.max(endTicks, times[i] + 1);
            head.putInt((int) Math.min(Integer.MAX_VALUE, next - times[i]))
                    .putInt(sizes[i])
                    .putInt((int) (keys[i] ? KEY : NOT_KEY));
        }
        type(head.putInt(8 + length), "mdat").flip();
        var parts = new ByteBuffer[1 + data.size()];
        parts[0] = head;
        for (int i = 0; i < data.size(); i++) {
            parts[i + 1] = data.get(i).duplicate().flip();
        }
        return parts;
    }

    /** Duration the fragment has when the next picture is shown at {@code endTicks}. */
    public long durationTo(long endTicks) {
        return Math.max(endTicks, lastTicks() + 1) - firstTicks();
    }

    /** Forgets the pictures and gives their memory back. */
    public void clear() {
        data.forEach(memory::giveBack);
        data.clear();
        length = 0;
        count = 0;
    }

    /** Writes all of the parts; a channel may take less than it is given. */
    public static void writeFully(GatheringByteChannel channel, ByteBuffer[] parts) throws IOException {
        while (length(parts) > 0) {
            channel.write(parts);
        }
    }

    /** Bytes of all parts together. */
    public static long length(ByteBuffer[] parts) {
        long length = 0;
        for (ByteBuffer part : parts) {
            length += part.remaining();
        }
        return length;
    }

    /** The parts as one, on the heap: for a picture that is sent and not written. */
    public static ByteBuffer joined(ByteBuffer[] parts) {
        ByteBuffer joined = ByteBuffer.allocate((int) length(parts));
        for (ByteBuffer part : parts) {
            joined.put(part);
        }
        return joined.flip();
    }

    private static ByteBuffer type(ByteBuffer out, String type) {
        for (int i = 0; i < 4; i++) {
            out.put((byte) type.charAt(i));
        }
        return out;
    }
}
