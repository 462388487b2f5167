package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Initialisation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a segment says about itself at its beginning; part of the initialisation and so of its hash. See {@code docs/formats/segment.md}.
 *
 * @param sequence number of the segment of this camera, from 1, never used twice
 * @param wallStart the recorder's wall clock when the first picture arrived, whole microseconds
 * @param monotonicStart the recorder's monotonic clock at that moment, nanoseconds, comparable within one {@code boot} only
 * @param boot names one run of the machine's monotonic clock
 * @param previousRoot root of the camera's previous segment, 32 zero bytes for the first
 */
public record SegmentHeader(
        CameraId camera, long sequence, Instant wallStart, long monotonicStart, UUID boot, Octets previousRoot) {
    /** Type of the box, drawn at random once for this format. */
    public static final UUID TYPE = UUID.fromString("5d1cbb6b-0a4b-4f0e-9a58-64f9d5d1f7c1");

    /** The previous root of a camera's first segment. */
    public static final Octets NO_ROOT = Octets.of(new byte[32]);

    private static final int VERSION = 1;
    private static final int FIXED = 1 + 8 + 8 + 8 + 16 + 32 + 1;

    public SegmentHeader {
        wallStart = wallStart.truncatedTo(ChronoUnit.MICROS);
        if (sequence < 1 || previousRoot.length() != 32) {
            throw new IllegalArgumentException("segment header");
        }
    }

    public Initialisation.Own box() {
        byte[] name = camera.value().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(FIXED + name.length);
        out.put((byte) VERSION).putLong(sequence).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, wallStart));
        out.putLong(monotonicStart).putLong(boot.getMostSignificantBits()).putLong(boot.getLeastSignificantBits());
        out.put(previousRoot.toArray()).put((byte) name.length).put(name);
        return new Initialisation.Own(TYPE, Octets.of(out.array()));
    }

    /** Reads the content of the box behind its type. */
    static SegmentHeader parse(ByteBuffer in) throws MalformedMedia {
        if (in.remaining() < FIXED || in.get() != VERSION) {
            throw new MalformedMedia("segment header");
        }
        long sequence = in.getLong();
        long micros = in.getLong();
        long monotonic = in.getLong();
        var boot = new UUID(in.getLong(), in.getLong());
        Octets previous = Octets.of(in, in.position(), 32);
        in.position(in.position() + 32);
        int length = in.get();
        if (length < 1 || length != in.remaining() || sequence < 1) {
            throw new MalformedMedia("segment header");
        }
        var name = new byte[length];
        in.get(name);
        try {
            var camera = new CameraId(new String(name, StandardCharsets.US_ASCII));
            return new SegmentHeader(
                    camera, sequence, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), monotonic, boot, previous);
        } catch (IllegalArgumentException refused) {
            throw new MalformedMedia("camera name in a segment header");
        }
    }
}
