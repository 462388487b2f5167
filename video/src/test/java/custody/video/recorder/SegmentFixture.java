package custody.video.recorder;

import custody.video.Effort;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraId;
import custody.video.media.AnnexB;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.media.ParameterSets;
import custody.video.media.StreamFormat;
import custody.video.mp4.FragmentBuffer;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Segments made from a clip without a network, always the same bytes. */
public final class SegmentFixture {
    public static final Instant START = Instant.parse("2026-11-24T08:15:00.123456Z");
    public static final UUID BOOT = new UUID(1, 2);

    private SegmentFixture() {}

    /** The pictures of a clip as samples. */
    public static List<ByteBuffer> samples(Codec codec, String clip) throws IOException {
        var samples = new ArrayList<ByteBuffer>();
        var current = ByteBuffer.allocate(1 << 20);
        for (Octets unit : AnnexB.units(Effort.clip(clip))) {
            int type = codec.unitType(unit.at(0));
            if (codec.isParameterSet(type) || codec.isDelimiter(type)) {
                continue;
            }
            current.putInt(unit.length()).put(unit.toArray());
            if (codec.isPicture(type)) {
                samples.add(ByteBuffer.allocate(current.flip().remaining())
                        .put(current)
                        .flip());
                current.clear();
            }
        }
        return samples;
    }

    public static StreamFormat format(Codec codec, String clip) throws IOException {
        var sets = new ParameterSets(codec);
        for (Octets unit : AnnexB.units(Effort.clip(clip))) {
            if (codec.isParameterSet(codec.unitType(unit.at(0)))) {
                sets.take(unit);
            }
        }
        return sets.format().orElseThrow();
    }

    /** An open segment with the clip's 100 pictures in four fragments. */
    public static SegmentWriter unsealed(
            Path archive, String camera, long sequence, Octets previous, Instant start, String clip)
            throws IOException {
        return unsealed(archive, camera, sequence, previous, start, clip, 25);
    }

    /** As above, where the first fragment has fewer pictures than the others, so that they are out of step with the key frames. */
    public static SegmentWriter unsealed(
            Path archive, String camera, long sequence, Octets previous, Instant start, String clip, int first)
            throws IOException {
        Codec codec = clip.endsWith("265") ? Codec.H265 : Codec.H264;
        var header =
                new SegmentHeader(new CameraId(camera), sequence, start, 1_000_000_000L * sequence, BOOT, previous);
        SegmentWriter writer = SegmentWriter.open(archive, header, format(codec, clip));
        write(writer, codec, clip, first, 0);
        return writer;
    }

    /** An open segment on a disk that may fail; the first {@code durable} of its four fragments are synced, no more. */
    static SegmentWriter partlySynced(Path archive, String camera, int durable, Syncing disk) throws IOException {
        var header = new SegmentHeader(new CameraId(camera), 1, START, 1_000_000_000L, BOOT, SegmentHeader.NO_ROOT);
        SegmentWriter writer = SegmentWriter.open(archive, header, format(Codec.H264, "clip.h264"), disk);
        write(writer, Codec.H264, "clip.h264", 25, durable);
        return writer;
    }

    private static void write(SegmentWriter writer, Codec codec, String clip, int first, int durable)
            throws IOException {
        Instant start = writer.header().wallStart();
        List<ByteBuffer> samples = samples(codec, clip);
        List<Clip.Frame> frames = RecorderFixture.clip(codec).frames();
        var buffer = new FragmentBuffer();
        for (int i = 0; i < samples.size(); i++) {
            buffer.add(samples.get(i).duplicate(), i * 3_600L, frames.get(i).key());
            if (i % 25 == (first - 1) % 25) {
                int millis = (i + 1 - buffer.count()) * 40;
                writer.write(buffer, (i + 1) * 3_600L, start.plusMillis(millis), millis);
                buffer.clear();
                if (writer.fragments().size() == durable) {
                    var _ = writer.sync();
                }
            }
        }
    }

    /** A sealed segment; answers its path relative to the archive. */
    public static Path sealed(Path archive, String camera, long sequence, Octets previous, Instant start, String clip)
            throws IOException {
        return unsealed(archive, camera, sequence, previous, start, clip).seal(0, OptionalLong.empty());
    }
}
