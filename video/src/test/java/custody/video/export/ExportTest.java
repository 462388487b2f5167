package custody.video.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraId;
import custody.video.ffmpeg.Probe;
import custody.video.media.Octets;
import custody.video.playback.Seek;
import custody.video.recorder.SegmentFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final Instant START = SegmentFixture.START;

    @TempDir
    Path folder;

    private Path archive;
    private List<Segment> segments;

    /** Three segments of four seconds, one behind the other. */
    @BeforeEach
    void record() throws IOException {
        archive = folder.resolve("archive");
        Octets previous = SegmentHeader.NO_ROOT;
        for (int i = 0; i < 3; i++) {
            Path path =
                    SegmentFixture.sealed(archive, "cam-1", i + 1, previous, START.plusSeconds(4L * i), "clip.h264");
            previous = SegmentFile.read(archive, path).seal().root();
        }
        segments = new ArrayList<>();
        new ArchiveFolder(archive).rebuild(CAMERA, segments::add, (path, why) -> {});
    }

    private Exporting.Exported export(long fromMillis, long toMillis, Path into) throws IOException {
        var request = new ExportRequest(
                CAMERA,
                START.plusMillis(fromMillis),
                START.plusMillis(toMillis),
                segments,
                List.of(),
                "prosecutor",
                "complaint 17");
        return Exporting.run(archive, request, into, done -> assertTrue(done >= 0 && done <= 1), () -> false)
                .orElseThrow();
    }

    /** From and to in milliseconds; pictures shown and pictures decoded from the key frame on. */
    @ParameterizedTest
    @CsvSource({
        "0, 12000, 300, 300, 12.000000",
        "0, 4000, 100, 100, 4.000000",
        "1000, 5000, 100, 125, 4.000000",
        "2040, 2080, 1, 2, 0.040000",
        "2050, 6010, 100, 101, 4.000000",
        "-5000, 99000, 300, 300, 12.000000",
    })
    void filmIsExactToThePicture(long from, long to, long shown, long decoded, String seconds) throws Exception {
        Path into = folder.resolve("export");
        Exporting.Exported exported = export(from, to, into);
        Probe probe = Probe.ready();
        Path film = into.resolve("footage.mp4");
        assertEquals(seconds, probe.format(film, "duration"));
        assertEquals(String.valueOf(decoded), probe.video(film, "nb_frames"));
        assertEquals(
                String.valueOf(shown),
                probe.video(film, "nb_read_frames"),
                "pictures before the first one asked for are not shown");
        assertEquals(Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000)), exported.shown());
        assertInstanceOf(ExportCheck.Outcome.Agrees.class, ExportCheck.of(into));
        for (Segment segment : segments) {
            Path original = into.resolve("originals/" + segment.sequence() + ".mp4");
            if (Files.exists(original)) {
                assertTrue(Integer.parseInt(probe.video(original, "nb_read_frames")) > 0, "originals play as well");
            }
        }
    }

    @Test
    void rootsOfTheCheckAreThoseOfTheLedger() throws IOException {
        export(0, 12_000, folder.resolve("export"));
        var agrees = assertInstanceOf(ExportCheck.Outcome.Agrees.class, ExportCheck.of(folder.resolve("export")));
        for (Segment segment : segments) {
            assertEquals(segment.seal().root(), agrees.roots().get(segment.sequence()));
        }
        assertEquals(300, agrees.pictures());
    }

    @Test
    void anyChangeOfAnExportIsFound() throws IOException {
        Path export = folder.resolve("export");
        export(1_000, 9_000, export);
        List<Path> files;
        try (var all = Files.walk(export)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        long seed = 31;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(100, 10_000); i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            boolean text = file.endsWith("manifest.txt");
            changed[at] ^= (byte) (1 << random.nextInt(text ? 1 : 8));
            Files.write(file, changed);
            boolean found = ExportCheck.of(export) instanceof ExportCheck.Outcome.Differs;
            // The words for people in the manifest are sealed by the export's own leaf, not by this check.
            assertTrue(found || text, file + " byte " + at + ", seed " + seed);
            Files.write(file, whole);
        }
        Files.write(export.resolve("originals/99.mp4"), new byte[] {1});
        assertInstanceOf(ExportCheck.Outcome.Differs.class, ExportCheck.of(export), "an added file");
    }

    @Test
    void cancelledExportHasNoManifest() {
        var request = new ExportRequest(
                CAMERA, START, START.plusSeconds(12), segments, List.of(), "prosecutor", "complaint 17");
        assertThrows(
                CancellationException.class,
                () -> Exporting.run(archive, request, folder.resolve("x"), done -> {}, () -> true));
        assertTrue(Files.notExists(folder.resolve("x/manifest.txt")));
    }

    @Test
    void momentIsFoundAtTheKeyFrameBeforeIt() {
        Seek.Place place = Seek.in(segments.getFirst(), START.plusMillis(3_500)).orElseThrow();
        assertEquals(2, place.fragment());
        assertEquals(Duration.ofMillis(1_500), place.into());
        assertEquals(
                segments.getFirst().fragments().get(2).offset(),
                place.pictures(1).from());
        assertEquals(
                segments.getFirst().fragments().get(2).length(),
                place.pictures(1).length(),
                "at least one fragment");
        Seek.Place early = Seek.in(segments.getFirst(), START.minusSeconds(9)).orElseThrow();
        assertEquals(START, early.shown(), "the next that is on record");
        assertEquals(
                List.of(new Seek.Stretch(START, START.plusSeconds(12))),
                Seek.stretches(segments, Duration.ofSeconds(1)));
    }
}
