package custody.node.video;

import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.live.PaintedFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The programs that decode and encode, unpacked when they are first needed. Safe for many threads. */
final class UnpackedPrograms {
    private final Path folder;
    private final ReentrantLock unpacking = new ReentrantLock();
    private @Nullable BundledFfmpeg ffmpeg;
    private @Nullable PaintedFilm painted;

    /** Into that folder. */
    UnpackedPrograms(Path folder) {
        this.folder = folder;
    }

    /** Throws where there are none for this machine. */
    BundledFfmpeg ffmpeg() {
        unpacking.lock();
        try {
            BundledFfmpeg there = ffmpeg;
            if (there == null) {
                there = BundledFfmpeg.unpack(folder);
                ffmpeg = there;
            }
            return there;
        } catch (IOException failed) {
            throw new UncheckedIOException("pictures cannot be decoded: " + failed.getMessage(), failed);
        } finally {
            unpacking.unlock();
        }
    }

    /** Paints over parts of recorded pictures. */
    PaintedFilm painted() {
        unpacking.lock();
        try {
            PaintedFilm there = painted;
            if (there == null) {
                there = new PaintedFilm(ffmpeg());
                painted = there;
            }
            return there;
        } finally {
            unpacking.unlock();
        }
    }
}
