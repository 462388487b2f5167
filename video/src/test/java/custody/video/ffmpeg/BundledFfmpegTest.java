package custody.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The bundled ffmpeg")
class BundledFfmpegTest {
    @TempDir
    Path cache;

    @Test
    @DisplayName("of whoever unpacked it first stays, and another's copy goes")
    void oneOfTwo() throws IOException {
        Path first = Files.createDirectory(cache.resolve("ffmpeg-8"));
        Files.writeString(first.resolve("ffmpeg"), "first");
        Path second = Files.createDirectory(cache.resolve("unpacking"));
        Files.writeString(second.resolve("ffmpeg"), "second");
        BundledFfmpeg.settle(second, first);
        assertEquals("first", Files.readString(first.resolve("ffmpeg")));
        assertFalse(Files.exists(second));
    }
}
