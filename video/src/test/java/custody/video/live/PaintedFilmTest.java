package custody.video.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentHeader;
import custody.video.ffmpeg.Probe;
import custody.video.recorder.SegmentFixture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaintedFilmTest {
    private static final Mask CORNER = new Mask(0, 0, 500, 500);
    private static final Mask EDGE = new Mask(900, 0, 100, 1_000);

    @TempDir
    Path folder;

    private Probe probe;

    @BeforeEach
    void programs() throws IOException {
        probe = Probe.ready();
    }

    private byte[] footage(String clip, int from, int count) throws IOException {
        Path path = SegmentFixture.sealed(folder, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, clip);
        byte[] file = Files.readAllBytes(folder.resolve(path));
        Segment segment = SegmentFile.read(folder, path);
        Fragment first = segment.fragments().get(from);
        Fragment last = segment.fragments().get(from + count - 1);
        return ByteBuffer.allocate(segment.initialisationLength() + (int) (last.end() - first.offset()))
                .put(file, 0, segment.initialisationLength())
                .put(file, (int) first.offset(), (int) (last.end() - first.offset()))
                .array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.h264", "clip.h265"})
    void aStretchIsPaintedInEveryPictureAndBeginsAtZero(String clip) throws Exception {
        byte[] painted = new PaintedFilm(probe.programs()).paint(footage(clip, 2, 2), List.of(CORNER, EDGE));
        Path film = Files.write(folder.resolve("painted.mp4"), painted);
        assertEquals("50", probe.video(film, "nb_read_frames"));
        assertEquals("0.000000", probe.video(film, "start_time"));
        assertEquals("h264", probe.video(film, "codec_name"), "every browser plays it");
        var black = new Blackness(probe.programs());
        // Where it is scaled up, what stands beside a mask reaches a pixel or two into it, never the other way.
        assertTrue(black.brightest(film, new Mask(0, 0, 480, 480)) <= Blackness.BLACK, "corner");
        assertTrue(black.brightest(film, new Mask(920, 0, 80, 1_000)) <= Blackness.BLACK, "edge");
        assertTrue(black.brightest(film, new Mask(520, 520, 360, 460)) > 100, "the rest is to be seen");
    }

    @Test
    void nothingIsAnsweredWhenItCannotBePainted() throws Exception {
        var painting = new PaintedFilm(probe.programs());
        byte[] noise = new byte[50_000];
        Arrays.fill(noise, (byte) 7);
        assertThrows(IOException.class, () -> painting.paint(noise, List.of(CORNER)));
        assertThrows(IllegalArgumentException.class, () -> painting.paint(noise, List.of()));
        assertThrows(
                IOException.class,
                () -> new FilmPainter(probe.programs())
                        .paint(
                                new FilmPainter.Film(Files.write(folder.resolve("noise.mp4"), noise), 160, 90),
                                folder.resolve("out.mp4"),
                                List.of(CORNER),
                                done -> {},
                                () -> false));
    }
}
