package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.ffmpeg.Probe;
import custody.video.recorder.SegmentFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayableTest {
    @TempDir
    Path archive;

    @ParameterizedTest
    @ValueSource(strings = {"clip.h264", "clip.h265"})
    void segmentPlaysInAnOrdinaryPlayer(String clip) throws Exception {
        Path sealed = archive.resolve(
                SegmentFixture.sealed(archive, "cam-1", 1, SegmentHeader.NO_ROOT, SegmentFixture.START, clip));
        Probe probe = Probe.ready();
        assertEquals("100", probe.video(sealed, "nb_read_frames"));
        assertEquals("160,90", probe.video(sealed, "width,height"));
        assertEquals("4.000000", probe.format(sealed, "duration"));
    }
}
