package custody.video.media;

import com.sun.management.ThreadMXBean;
import custody.video.Effort;
import custody.video.rtsp.RtspParser;
import custody.video.rtsp.SessionDescription;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Feeds everything of the recorder that reads a camera's bytes and lives as long as its session, in a process of its own, where nothing
 * else takes memory: {@code … HostileInputs NUMBER SEED}. Prints what is held after a warm-up and what in the end.
 */
final class HostileInputs {
    private static final int WARM = 20_000;
    private static final int LARGEST_PICTURE = 64 * 1024;
    private static final int PAYLOAD = 96;

    private static final String DESCRIPTION = """
            v=0
            o=- 1 1 IN IP4 192.0.2.7
            s=camera
            m=video 0 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0IAKeKQFAe2AtwEBAaQeJEV,aM48gA==
            a=control:trackID=1
            """;

    private static final String ANSWER =
            "RTSP/1.0 200 OK\r\nCSeq: 3\r\nContent-Length: 4\r\n\r\nbody$\u0000\u0000\u0004abcd";

    /** First bytes of fragments, aggregations, parameter sets and whole pictures of both codings. */
    private static final byte[] KINDS = {28, 28, 24, 7, 8, 5, 48 << 1, 49 << 1, 49 << 1, 33 << 1, 19 << 1};

    private final Random random;
    private final List<Octets> units;
    private final Depacketiser older = depacketiser(Codec.H264);
    private final Depacketiser newer = depacketiser(Codec.H265);
    private RtspParser parser = new RtspParser();
    private final int[] sequence = new int[2];
    private long refused;

    private HostileInputs(long seed) throws IOException {
        this.random = new Random(seed);
        this.units = AnnexB.units(Effort.clip("clip.h264"));
    }

    private static Depacketiser depacketiser(Codec codec) {
        var sets = new ParameterSets(codec);
        return new Depacketiser(sets, PAYLOAD, LARGEST_PICTURE, _ -> {});
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[0]);
        var inputs = new HostileInputs(Long.parseLong(arguments[1]));
        inputs.feed(Math.min(number, WARM));
        Held before = Held.now();
        long most = inputs.feed(number);
        tell(System.out, before, Held.now(), most, inputs.refused);
    }

    private static void tell(PrintStream out, Held before, Held after, long most, long refused) {
        out.println("heap " + before.heap() + " " + after.heap());
        out.println("direct " + before.direct() + " " + after.direct());
        out.println("one " + most);
        out.println("refused " + refused);
    }

    /** What is still held when everything that nobody needs is gone. */
    private record Held(long heap, long direct) {
        static Held now() {
            for (int times = 0; times < 5; times++) {
                System.gc();
            }
            Runtime machine = Runtime.getRuntime();
            return new Held(
                    machine.totalMemory() - machine.freeMemory(),
                    ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .mapToLong(BufferPoolMXBean::getMemoryUsed)
                            .sum());
        }
    }

    /** So many of each kind; answers the most that one of them allocated. */
    private long feed(int number) throws IOException {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long most = 0;
        for (int i = 0; i < number; i++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            packet();
            stream();
            description();
            set();
            most = Math.max(most, thread.getCurrentThreadAllocatedBytes() - before);
        }
        return most;
    }

    /** Of the same two streams, so that what is begun is gone on with: fragments without an end, pictures without a marker. */
    private void packet() throws IOException {
        var noise = new byte[random.nextInt(1_400)];
        random.nextBytes(noise);
        int which = random.nextInt(2);
        ByteBuffer packet = ByteBuffer.wrap(noise);
        if (noise.length > 16 && random.nextInt(8) > 0) {
            sequence[which] += random.nextInt(500) == 0 ? random.nextInt(40_000) : 1;
            boolean ends = random.nextInt(500) == 0;
            packet.put(0, (byte) 0x80).put(1, (byte) (PAYLOAD | (ends ? 0x80 : 0)));
            packet.putShort(2, (short) sequence[which]);
            packet.putInt(4, random.nextInt(500) == 0 ? random.nextInt() : sequence[which] / 300);
            packet.put(12, KINDS[random.nextInt(KINDS.length)]);
        }
        (which == 0 ? older : newer).take(packet, 0, noise.length, 0);
    }

    private void stream() {
        byte[] bytes = damaged(ANSWER.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length + 1));
        try {
            RtspParser.Step step = parser.next(in);
            while (step != RtspParser.Step.MORE_NEEDED) {
                step = parser.next(in);
            }
        } catch (MalformedMedia closed) {
            refused++;
            parser = new RtspParser();
        }
    }

    private void description() {
        String text =
                new String(damaged(DESCRIPTION.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        try {
            SessionDescription.parse(text).video().ifPresent(video -> video.parameterSets(Codec.H264));
        } catch (MalformedMedia expected) {
            refused++;
        }
    }

    private void set() {
        byte[] unit = damaged(units.get(random.nextInt(2)).toArray());
        try {
            PictureFormat.of(Codec.H264, Octets.of(unit, 0, random.nextInt(1, unit.length + 1)));
        } catch (MalformedMedia expected) {
            refused++;
        }
    }

    private byte[] damaged(byte[] bytes) {
        for (int times = random.nextInt(1, 8); times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
