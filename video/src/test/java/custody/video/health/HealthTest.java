package custody.video.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.SegmentHeader;
import custody.video.ffmpeg.Probe;
import custody.video.health.KeyFrames.KeyFrame;
import custody.video.media.AnnexB;
import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.recorder.SegmentFixture;
import custody.video.simulator.DemoClips;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {
    @TempDir
    Path folder;

    private final Random random = new Random(44);

    /** A room: a bright wall, a dark floor, furniture that stands where {@code shift} says, and the sensor's noise. */
    private GreyFrame room(int shift, int light, int noise) {
        var pixels = new byte[GreyFrame.WIDTH * GreyFrame.HEIGHT];
        for (int y = 0; y < GreyFrame.HEIGHT; y++) {
            for (int x = 0; x < GreyFrame.WIDTH; x++) {
                int at = x + shift;
                int value = y < 80 ? 150 : 70;
                value += at % 97 < 30 && y > 40 && y < 140 ? -50 : 0;
                value += at % 11 == 0 ? 25 : 0;
                pixels[y * GreyFrame.WIDTH + x] =
                        (byte) Math.clamp(value * (long) light / 100 + random.nextInt(2 * noise + 1) - noise, 0, 255);
            }
        }
        return new GreyFrame(pixels);
    }

    private static GreyFrame flat(int value) {
        var pixels = new byte[GreyFrame.WIDTH * GreyFrame.HEIGHT];
        Arrays.fill(pixels, (byte) value);
        return new GreyFrame(pixels);
    }

    private static GreyFrame blurred(GreyFrame frame) {
        var pixels = new byte[GreyFrame.WIDTH * GreyFrame.HEIGHT];
        int reach = 6;
        for (int y = 0; y < GreyFrame.HEIGHT; y++) {
            for (int x = 0; x < GreyFrame.WIDTH; x++) {
                int sum = 0;
                int count = 0;
                for (int dy = -reach; dy <= reach; dy += 2) {
                    for (int dx = -reach; dx <= reach; dx += 2) {
                        if (x + dx >= 0 && x + dx < GreyFrame.WIDTH && y + dy >= 0 && y + dy < GreyFrame.HEIGHT) {
                            sum += frame.at(x + dx, y + dy);
                            count++;
                        }
                    }
                }
                pixels[y * GreyFrame.WIDTH + x] = (byte) (sum / count);
            }
        }
        return new GreyFrame(pixels);
    }

    private CameraHealth well() {
        CameraHealth health = CameraHealth.UNKNOWN;
        for (int i = 0; i < 20; i++) {
            health = health.judge(room(0, 100, 3));
        }
        return health;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOCK", "RESOLUTION", "REPEATED", "UNREADABLE"})
    void troubleIsToldAfterTwoFramesAndEndsWithTheFirstGoodOne(Trouble trouble) {
        GreyFrame still = room(0, 100, 3);
        CameraHealth health = well();
        for (int i = 0; i < 3; i++) {
            health = health.judge(
                    switch (trouble) {
                        case FROZEN -> still;
                        case BLACK -> room(0, 3, 1);
                        case COVERED -> flat(90 + i);
                        case BLURRED -> blurred(room(0, 100, 3));
                        case MOVED -> room(49, 100, 3);
                        case CLOCK, RESOLUTION, REPEATED, UNREADABLE ->
                            throw new IllegalArgumentException("no picture shows it");
                    });
        }
        assertEquals(Set.of(trouble), health.troubles());
        assertEquals(Set.of(), health.judge(room(0, 100, 3)).troubles());
    }

    @Test
    @DisplayName(
            "Pictures that cannot be decoded are told after two in a row, end what was told before, and are over with the first that can be")
    void undecodablePictures() {
        CameraHealth once = well().judge(flat(90)).judge(flat(91)).undecodable();
        assertEquals(Set.of(), once.troubles());
        CameraHealth twice = once.undecodable();
        assertEquals(Set.of(Trouble.UNREADABLE), twice.troubles());
        assertEquals(Set.of(), twice.judge(room(0, 100, 3)).troubles());
        assertEquals(Set.of(), twice.judge(room(0, 100, 3)).undecodable().troubles());
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 50, 80, 120, 150})
    void changingLightIsNoTrouble(int light) {
        CameraHealth health = well();
        for (int i = 0; i < 5; i++) {
            health = health.judge(room(0, light, 4));
        }
        assertEquals(Set.of(), health.troubles());
    }

    @Test
    void honestHoursRaiseNothing() {
        CameraHealth health = CameraHealth.UNKNOWN;
        for (int i = 0; i < 720; i++) {
            health = health.judge(room(0, 60 + i % 60, 1 + i % 8));
            assertEquals(Set.of(), health.troubles(), "frame " + i);
        }
    }

    /** An hour at a look every four seconds, of drawn rooms with people and a clock, decoded as the node decodes them. */
    @Test
    void anHourOfEveryDemonstrationRoomRaisesNothing() throws Exception {
        Path clips = Path.of("target", "demo-clips").toAbsolutePath();
        int rooms = DemoClips.in(clips, Probe.ready().programs()).size();
        var worker = new DecodeWorker(Probe.ready().programs(), folder.resolve("work"));
        List<Path> streams;
        try (var files = Files.list(clips)) {
            streams = files.filter(file -> file.toString().endsWith(".h264")).toList();
        }
        assertTrue(streams.size() >= rooms, "a stream of each room: " + streams);
        for (Path stream : streams) {
            List<Optional<GreyFrame>> frames = worker.grey(keyFrames(Files.readAllBytes(stream)));
            CameraHealth health = CameraHealth.UNKNOWN;
            for (int i = 0; i < 900; i++) {
                health = health.judge(frames.get(4 * i % frames.size()).orElseThrow());
                assertEquals(Set.of(), health.troubles(), stream + ", look " + i);
            }
        }
        System.out.println(
                "an hour of each of " + streams.size() + " honest streams of " + rooms + " rooms: no trouble");
    }

    private static List<KeyFrame> keyFrames(byte[] stream) {
        var frames = new ArrayList<KeyFrame>();
        var head = new ByteArrayOutputStream();
        for (Octets unit : AnnexB.units(stream)) {
            int type = Codec.H264.unitType(unit.at(0));
            if (Codec.H264.isParameterSet(type)) {
                head.writeBytes(new byte[] {0, 0, 0, 1});
                head.writeBytes(unit.toArray());
            } else if (Codec.H264.isKey(type)) {
                head.writeBytes(new byte[] {0, 0, 0, 1});
                head.writeBytes(unit.toArray());
                frames.add(new KeyFrame(Codec.H264, Octets.of(head.toByteArray())));
                head.reset();
            }
        }
        return frames;
    }

    @Test
    void newViewThatStaysIsAcceptedAfterTenMinutes() {
        CameraHealth health = well();
        for (int i = 0; i < 121; i++) {
            health = health.judge(room(49, 100, 3));
        }
        assertEquals(Set.of(), health.troubles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.h264", "clip.h265"})
    void newestKeyFrameOfAnOpenSegmentIsDecodedElsewhere(String clip) throws Exception {
        Path open = folder.resolve(
                SegmentFixture.unsealed(folder, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, clip)
                        .open());
        KeyFrame keyFrame = KeyFrames.newest(open).orElseThrow();
        var worker = new DecodeWorker(Probe.ready().programs(), folder.resolve("work"));
        var frames = worker.grey(List.of(keyFrame, keyFrame, keyFrame));
        assertEquals(3, frames.stream().flatMap(Optional::stream).count());
        PictureStatistics seen = PictureStatistics.of(frames.getFirst().orElseThrow());
        assertTrue(seen.deviation() > 30 && seen.sharpness() > 10, seen.toString());
        byte[] jpeg = worker.jpeg(keyFrame, 120).orElseThrow();
        assertEquals(0xd8, jpeg[1] & 0xff);
    }

    /** A camera that was frozen for a while goes on out of step: its key frames no longer begin a fragment. */
    @ParameterizedTest
    @ValueSource(strings = {"clip.h264", "clip.h265"})
    void newestKeyFrameIsFoundInTheMiddleOfAFragmentToo(String clip) throws Exception {
        KeyFrame inStep = newest("in-step", clip, 25);
        KeyFrame outOfStep = newest("out-of-step", clip, 10);
        assertTrue(inStep.stream().equals(outOfStep.stream()), "the same picture, wherever it stands");
    }

    private KeyFrame newest(String archive, String clip, int first) throws Exception {
        Path home = folder.resolve(archive);
        Path open = home.resolve(
                SegmentFixture.unsealed(home, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, clip, first)
                        .open());
        return KeyFrames.newest(open).orElseThrow();
    }

    @Test
    void frameThatCannotBeDecodedDoesNotSpoilItsNeighbours() throws Exception {
        Path open = folder.resolve(
                SegmentFixture.unsealed(folder, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264")
                        .open());
        KeyFrame good = KeyFrames.newest(open).orElseThrow();
        var bad = new KeyFrame(Codec.H264, Octets.of(new byte[] {0, 0, 0, 1, 0x65, 1, 2, 3}));
        var worker = new DecodeWorker(Probe.ready().programs(), folder.resolve("work"));
        var frames = worker.grey(List.of(good, bad, good));
        assertEquals(
                List.of(true, false, true),
                frames.stream().map(Optional::isPresent).toList());
    }
}
