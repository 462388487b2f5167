package custody.video.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import custody.video.live.Blackness;
import custody.video.live.FilmPainter;
import custody.video.live.Mask;
import custody.video.media.Octets;
import custody.video.recorder.SegmentFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintedExportTest {
    private static final CameraId CAMERA = new CameraId("cam-1");
    private static final Instant START = SegmentFixture.START;
    private static final Mask LEFT_HALF = new Mask(0, 0, 500, 1_000);

    @TempDir
    Path folder;

    private final List<Segment> segments = new ArrayList<>();
    private Painting painting;

    /** Three segments of four seconds; the second lies on another volume. */
    @BeforeEach
    void record() throws IOException {
        Octets previous = SegmentHeader.NO_ROOT;
        for (int i = 0; i < 3; i++) {
            Path archive = folder.resolve("recorded");
            Path path =
                    SegmentFixture.sealed(archive, "cam-1", i + 1, previous, START.plusSeconds(4L * i), "clip.h264");
            previous = SegmentFile.read(archive, path).seal().root();
        }
        new ArchiveFolder(folder.resolve("recorded")).rebuild(CAMERA, segments::add, (path, why) -> {});
        Path moved = folder.resolve("second").resolve(segments.get(1).path());
        Files.createDirectories(moved.getParent());
        Files.move(folder.resolve("recorded").resolve(segments.get(1).path()), moved);
        painting = new FilmPainter(Probe.ready().programs())::paint;
    }

    private Path volume(Segment segment) {
        return folder.resolve(segment.sequence() == 2 ? "second" : "recorded");
    }

    private void export(long fromMillis, long toMillis, Masking masking, Path into) throws IOException {
        var request = new ExportRequest(
                CAMERA,
                START.plusMillis(fromMillis),
                START.plusMillis(toMillis),
                segments,
                List.of(),
                "prosecutor",
                "complaint 17",
                masking);
        assertTrue(Exporting.run(this::volume, request, painting, into, done -> assertTrue(done <= 1), () -> false)
                .isPresent());
    }

    private static Masking painted() {
        return new Masking.Painted(List.of(LEFT_HALF));
    }

    /** From and to in milliseconds, and the pictures between. */
    @ParameterizedTest
    @CsvSource({"0, 12000, 300", "1000, 5000, 100", "2040, 2080, 1", "2050, 6010, 100"})
    void paintedFilmIsExactToThePictureAndShowsNothingBehindTheMask(long from, long to, long pictures)
            throws Exception {
        Path into = folder.resolve("export");
        export(from, to, painted(), into);
        Path film = into.resolve("footage.mp4");
        Probe probe = Probe.ready();
        assertEquals(String.valueOf(pictures), probe.video(film, "nb_read_frames"));
        assertEquals(160, Integer.parseInt(probe.video(film, "width")));
        var black = new Blackness(probe.programs());
        assertTrue(black.brightest(film, LEFT_HALF) <= Blackness.BLACK, "painted over in every picture");
        assertTrue(black.brightest(film, new Mask(520, 0, 480, 1_000)) > 100, "the rest is to be seen");
        var agrees = assertInstanceOf(ExportCheck.Outcome.Agrees.class, ExportCheck.of(into));
        assertEquals(pictures, agrees.pictures());
        assertEquals(1, agrees.masks());
    }

    @Test
    void noByteOfAnOriginalGoesAlong() throws Exception {
        Path into = folder.resolve("export");
        export(0, 12_000, painted(), into);
        try (var files = Files.walk(into)) {
            assertEquals(
                    List.of("footage.mp4", "manifest.txt"),
                    files.filter(Files::isRegularFile)
                            .map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
        }
        String manifest = Files.readString(into.resolve("manifest.txt"));
        assertTrue(manifest.contains("mask left=0 top=0 width=500 height=1000"), manifest);
        for (Segment segment : segments) {
            assertTrue(manifest.contains(segment.seal().root().hex()), "its root can be looked up in the ledger");
            segment.fragments()
                    .forEach(fragment ->
                            assertTrue(manifest.contains(fragment.hash().hex())));
        }
    }

    @Test
    void anyChangeIsFound() throws Exception {
        Path into = folder.resolve("export");
        export(1_000, 9_000, painted(), into);
        long seed = 47;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(60, 5_000); i++) {
            boolean text = random.nextBoolean();
            Path file = into.resolve(text ? "manifest.txt" : "footage.mp4");
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(text ? 1 : 8));
            Files.write(file, changed);
            // The words for people in the manifest are sealed by the export's own entry, not by this check.
            boolean found = ExportCheck.of(into) instanceof ExportCheck.Outcome.Differs;
            assertTrue(found || text, "change " + i + ", seed " + seed);
            Files.write(file, whole);
        }
        refuses(into, lines -> lines.removeIf(line -> line.startsWith("mask")));
        refuses(into, lines -> lines.removeIf(line -> line.contains(" leaf=3 ")));
        refuses(
                into,
                lines -> lines.add(lines.stream()
                        .filter(line -> line.startsWith("withheld"))
                        .findFirst()
                        .orElseThrow()));
        refuses(into, lines -> lines.replaceAll(line -> line.replace("version=2", "version=1")));
        refuses(into, lines -> lines.replaceAll(line -> line.replace("shown=25", "shown=-25")));
    }

    private static void refuses(Path into, Consumer<List<String>> change) throws IOException {
        Path manifest = into.resolve("manifest.txt");
        List<String> whole = Files.readAllLines(manifest);
        List<String> lines = new ArrayList<>(whole);
        change.accept(lines);
        assertFalse(lines.equals(whole));
        Files.write(manifest, lines);
        assertInstanceOf(ExportCheck.Outcome.Differs.class, ExportCheck.of(into));
        Files.write(manifest, whole);
    }

    @Test
    void aLiftedExportHasItsOriginalsAndSaysSo() throws Exception {
        Path into = folder.resolve("export");
        export(0, 12_000, new Masking.Lifted(2, "ухвала суду"), into);
        assertTrue(Files.exists(into.resolve("originals/2.mp4")), "also from the other volume");
        String manifest = Files.readString(into.resolve("manifest.txt"));
        assertTrue(manifest.contains("masks-lifted masks=2 reason="), manifest);
        assertEquals(
                0,
                assertInstanceOf(ExportCheck.Outcome.Agrees.class, ExportCheck.of(into))
                        .masks());
    }

    @Test
    void nothingGoesOutWhenPaintingFailsOrIsGivenUp() {
        Path failed = folder.resolve("failed");
        painting = Painting.NONE;
        assertThrows(IOException.class, () -> export(0, 12_000, painted(), failed));
        assertTrue(Files.notExists(failed.resolve("manifest.txt")));
        assertTrue(Files.notExists(failed.resolve("whole.mp4")), "the film without masks is gone");
        painting = (film, to, masks, progress, cancelled) -> {
            throw new CancellationException("wished");
        };
        Path cancelled = folder.resolve("cancelled");
        assertThrows(CancellationException.class, () -> export(0, 12_000, painted(), cancelled));
        assertTrue(Files.notExists(cancelled.resolve("whole.mp4")));
    }
}
