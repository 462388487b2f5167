package custody.video.live;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A masking process that reads nothing and does not end. */
class HangingMaskingTest {
    /** More than any pipe holds. */
    private static final int FRAGMENT = 4 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void hangingProgram() throws IOException {
        program = Files.writeString(folder.resolve("hangs"), "#!/bin/sh\nexec sleep 600\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private MaskedCamera camera(Duration longestWrite) {
        return new MaskedCamera(program, longestWrite, List.of(new Mask(0, 0, 500, 500)));
    }

    /** Sends until it fails, which the future tells. */
    private static CompletableFuture<Throwable> sendingTo(MaskedCamera camera) {
        var failed = new CompletableFuture<Throwable>();
        Thread.ofVirtual().start(() -> {
            try {
                camera.send(new LiveMessage.Coding("avc1.640028", 160, 90));
                camera.send(new LiveMessage.Initialisation(ByteBuffer.allocate(100)));
                while (true) {
                    camera.send(new LiveMessage.Fragment(ByteBuffer.allocate(FRAGMENT), true));
                }
            } catch (IOException | RuntimeException gone) {
                failed.complete(gone);
            }
        });
        return failed;
    }

    @Test
    void closingDoesNotWaitForIt() throws Exception {
        MaskedCamera camera = camera(Duration.ofMinutes(5));
        CompletableFuture<Throwable> failed = sendingTo(camera);
        Thread.sleep(500);
        assertTimeoutPreemptively(Duration.ofSeconds(2), camera::close);
        assertInstanceOf(IOException.class, failed.get(5, TimeUnit.SECONDS), "and whoever sent is free");
    }

    @Test
    void itIsEndedAfterAWhileAndItsViewsWithIt() throws Exception {
        MaskedCamera camera = camera(Duration.ofSeconds(1));
        var ended = new CompletableFuture<String>();
        camera.painted().watch(new LiveViewer() {
            @Override
            public void send(LiveMessage message) {}

            @Override
            public void ended(String why) {
                ended.complete(why);
            }
        });
        assertInstanceOf(IOException.class, sendingTo(camera).get(10, TimeUnit.SECONDS));
        assertNotNull(ended.get(5, TimeUnit.SECONDS));
    }
}
