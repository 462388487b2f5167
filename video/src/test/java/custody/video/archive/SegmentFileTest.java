package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.mp4.Initialisation;
import custody.video.recorder.SegmentFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentFileTest {
    @TempDir
    Path archive;

    private Path sealed(String clip) throws IOException {
        return SegmentFixture.sealed(archive, "cam-1", 7, SegmentHeader.NO_ROOT, SegmentFixture.START, clip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.h264", "clip.h265"})
    void everythingTheIndexKnowsIsReadFromTheFile(String clip) throws IOException {
        Path path = sealed(clip);
        assertEquals(Path.of("cam-1", "2026-11-24", "081500-7.mp4"), path);
        Segment segment = SegmentFile.read(archive, path);
        assertEquals(7, segment.sequence());
        assertEquals(SegmentFixture.START, segment.start());
        assertEquals(100, segment.frames());
        assertEquals(4 * 90_000, segment.durationTicks());
        assertEquals(SegmentFixture.START.plusSeconds(4), segment.end());
        assertEquals(160, segment.width());
        assertEquals(Files.size(archive.resolve(path)), segment.bytes());
        assertEquals(Optional.empty(), SegmentFile.check(archive.resolve(path)));
        assertEquals(
                segment.fragments(),
                SegmentFile.walk(archive.resolve(path)).fragments(),
                "walking gives the same index");
    }

    /** The beginning of a file must never change unnoticed: old footage is read by it. */
    @Test
    void initialisationIsTheSameBytesForEver() throws IOException {
        var header = new SegmentHeader(
                new custody.video.camera.CameraId("cam-1"),
                7,
                SegmentFixture.START,
                1,
                SegmentFixture.BOOT,
                SegmentHeader.NO_ROOT);
        var sha = new Sha256();
        byte[] h264 = Initialisation.of(SegmentFixture.format(Codec.H264, "clip.h264"), header.box());
        byte[] h265 = Initialisation.of(SegmentFixture.format(Codec.H265, "clip.h265"), header.box());
        assertEquals(
                "627c70bd5ca715c7d5e846369e4b6dc48cb42008a6124995df99b312f571d520",
                sha.of(ByteBuffer.wrap(h264)).hex());
        assertEquals(
                "822235737bfb4abb6e553969bb9dc95fd91a1495f95c8426b9644509848e5541",
                sha.of(ByteBuffer.wrap(h265)).hex());
    }

    @Test
    void rootIsThatOfTheStandard() {
        var sha = new Sha256();
        List<Octets> leaves = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            leaves.add(sha.of(ByteBuffer.wrap(new byte[] {(byte) i})));
        }
        for (int n = 1; n <= leaves.size(); n++) {
            assertEquals(recursive(sha, leaves.subList(0, n)), SegmentRoot.over(leaves.subList(0, n)), n + " leaves");
        }
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                SegmentRoot.over(List.of()).hex());
    }

    /** The definition of RFC 6962 section 2.1, word for word. */
    private static Octets recursive(Sha256 sha, List<Octets> leaves) {
        if (leaves.size() == 1) {
            return sha.ofPrefixed(0, leaves.getFirst());
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return sha.ofPrefixed(
                1, recursive(sha, leaves.subList(0, k)), recursive(sha, leaves.subList(k, leaves.size())));
    }

    @Test
    void fileTornAnywhereIsSalvagedToItsLastWholeFragment() throws IOException {
        Path open = SegmentFixture.unsealed(
                        archive, "cam-1", 7, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264")
                .open();
        byte[] whole = Files.readAllBytes(archive.resolve(open));
        List<Fragment> fragments = SegmentFile.walk(archive.resolve(open)).fragments();
        long seed = 9;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(60, 3_000); i++) {
            int cut = random.nextInt(whole.length + 1);
            Files.write(archive.resolve(open), java.util.Arrays.copyOf(whole, cut));
            Optional<Segment> salvaged = Salvage.of(archive, open);
            int expected = (int) fragments.stream().filter(f -> f.end() <= cut).count();
            assertEquals(
                    expected, salvaged.map(s -> s.fragments().size()).orElse(0), "cut at " + cut + ", seed " + seed);
            if (salvaged.isPresent()) {
                assertTrue(salvaged.get().seal().salvaged());
                assertEquals(
                        Optional.empty(),
                        SegmentFile.check(archive.resolve(salvaged.get().path())));
            }
            assertFalse(Files.exists(archive.resolve(open)));
        }
    }

    @Test
    void zerosThatTheDiskNeverGotAreCutOff() throws IOException {
        Path open = SegmentFixture.unsealed(
                        archive, "cam-1", 7, SegmentHeader.NO_ROOT, SegmentFixture.START, "clip.h264")
                .open();
        byte[] bytes = Files.readAllBytes(archive.resolve(open));
        Fragment last = SegmentFile.walk(archive.resolve(open)).fragments().getLast();
        java.util.Arrays.fill(bytes, (int) last.end() - 2_000, (int) last.end(), (byte) 0);
        Files.write(archive.resolve(open), bytes);
        assertEquals(3, Salvage.of(archive, open).orElseThrow().fragments().size());
    }

    @Test
    void salvageInterruptedAfterTheSealIsOnlyRenamed() throws IOException {
        Path path = sealed("clip.h264");
        Path open = Path.of(path.toString().replace(".mp4", ".open.mp4"));
        Files.move(archive.resolve(path), archive.resolve(open));
        Segment segment = Salvage.of(archive, open).orElseThrow();
        assertFalse(segment.seal().salvaged());
        assertEquals(path, segment.path());
    }

    @Test
    void anyChangedByteOfASegmentIsFound() throws IOException {
        Path path = archive.resolve(sealed("clip.h264"));
        byte[] whole = Files.readAllBytes(path);
        Octets root = SegmentFile.walk(path).root();
        long seed = 12;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(300, 10_000); i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, changed);
            assertTrue(differs(path, root), "byte " + at + ", seed " + seed);
        }
    }

    /** What a check against the ledger's root and the file's own seal together say. */
    private static boolean differs(Path path, Octets root) throws IOException {
        if (SegmentFile.check(path).isPresent()) {
            return true;
        }
        try {
            return !SegmentFile.walk(path).root().equals(root) || sealDiffers(path);
        } catch (MalformedMedia damaged) {
            return true;
        }
    }

    /** Fields of the seal that no hash covers are nobody's evidence; only they may differ unseen here. */
    private static boolean sealDiffers(Path path) throws IOException {
        Seal seal = SegmentFile.walk(path).seal().orElseThrow();
        return seal.salvaged()
                || seal.lostPackets() != 0
                || seal.clockOffsetMicros().isPresent()
                || !new Sealed(path).tail();
    }

    private record Sealed(Path path) {
        boolean tail() throws IOException {
            Seal seal = SegmentFile.walk(path).seal().orElseThrow();
            byte[] expected = SegmentFile.sealBytes(seal);
            byte[] bytes = Files.readAllBytes(path);
            return java.util.Arrays.equals(
                    expected, java.util.Arrays.copyOfRange(bytes, bytes.length - expected.length, bytes.length));
        }
    }
}
