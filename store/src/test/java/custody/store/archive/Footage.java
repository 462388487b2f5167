package custody.store.archive;

import custody.video.archive.Salvage;
import custody.video.archive.Segment;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraId;
import custody.video.media.AnnexB;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.media.ParameterSets;
import custody.video.media.StreamFormat;
import custody.video.mp4.FragmentBuffer;
import custody.video.recorder.SegmentWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Segments of four seconds, made from a clip without a network; no two have the same pictures, as with a real sensor. */
final class Footage {
    private static final Path CLIP = Path.of("..", "video", "src", "test", "resources", "clips", "clip.h264");
    private static final UUID BOOT = new UUID(1, 2);
    private static final int PICTURES = 25;

    private static final Instant BOOTED = Instant.parse("2020-01-01T00:00:00Z");

    private final Path archive;
    private final byte[] clip;
    private final Map<CameraId, Segment> last = new TreeMap<>();
    private Duration behind = Duration.ZERO;

    Footage(Path archive) throws IOException {
        this.archive = archive;
        this.clip = Files.readAllBytes(CLIP);
    }

    /** The next segment of a camera, finished. */
    Segment next(CameraId camera, Instant start) throws IOException {
        Segment before = last.get(camera);
        Octets previous = before == null ? SegmentHeader.NO_ROOT : before.seal().root();
        long sequence = before == null ? 1 : before.sequence() + 1;
        Segment made = write(camera, sequence, previous, start, 1);
        last.put(camera, made);
        return made;
    }

    /** Wall clocks of what follows are behind by that much; the machine's uptime goes on. */
    void behind(Duration length) {
        behind = length;
    }

    private long uptime(Instant start) {
        return Duration.between(BOOTED, start.plus(behind)).toNanos();
    }

    /** A segment that somebody makes up; {@code shade} makes its pictures differ. */
    Segment write(CameraId camera, long sequence, Octets previous, Instant start, int shade) throws IOException {
        return shaded(camera, sequence, previous, start, java.util.Objects.hash(sequence, camera, shade));
    }

    /** A segment in the place of another that shows the pictures of a third. */
    Segment again(Segment instead, Segment pictures) throws IOException {
        return shaded(
                instead.camera(),
                instead.sequence(),
                instead.header().previousRoot(),
                instead.start(),
                java.util.Objects.hash(pictures.sequence(), pictures.camera(), 1));
    }

    private Segment shaded(CameraId camera, long sequence, Octets previous, Instant start, int shade)
            throws IOException {
        var header = new SegmentHeader(camera, sequence, start, uptime(start), BOOT, previous);
        SegmentWriter writer = SegmentWriter.open(archive, header, format());
        List<ByteBuffer> pictures = pictures(shade);
        var buffer = new FragmentBuffer();
        for (int i = 0; i < pictures.size(); i++) {
            buffer.add(pictures.get(i), i * 3_600L, i % (2 * PICTURES) == 0);
            if (buffer.count() == PICTURES) {
                int millis = (i - PICTURES + 1) * 40;
                var _ = writer.write(buffer, (i + 1) * 3_600L, start.plusMillis(millis), millis);
                buffer.clear();
            }
        }
        return Salvage.of(archive, writer.open()).orElseThrow();
    }

    private StreamFormat format() throws IOException {
        var sets = new ParameterSets(Codec.H264);
        for (Octets unit : AnnexB.units(clip)) {
            if (Codec.H264.isParameterSet(Codec.H264.unitType(unit.at(0)))) {
                sets.take(unit);
            }
        }
        return sets.format().orElseThrow();
    }

    private List<ByteBuffer> pictures(int shade) throws IOException {
        var pictures = new ArrayList<ByteBuffer>();
        for (Octets unit : AnnexB.units(clip)) {
            int type = Codec.H264.unitType(unit.at(0));
            if (Codec.H264.isPicture(type)) {
                byte[] bytes = unit.toArray();
                for (int i = 0; i < 4; i++) {
                    bytes[bytes.length - 1 - i] = (byte) (shade >> (8 * i));
                }
                pictures.add(ByteBuffer.allocate(4 + bytes.length)
                        .putInt(bytes.length)
                        .put(bytes)
                        .flip());
            }
        }
        return pictures;
    }
}
