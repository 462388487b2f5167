package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.places.Room;
import custody.store.Samples;
import custody.video.archive.Uploads.Outcome;
import custody.video.archive.Uploads.Reason;
import custody.video.archive.Uploads.Source;
import custody.video.archive.Uploads.Wanted;
import custody.video.camera.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Films that come while recording needs the room. */
class RoomForFilmsTest {
    private static final long MEGABYTE = 1L << 20;

    private FilmedArchive filmed;

    @BeforeEach
    void open() throws IOException {
        filmed = FilmedArchive.open("room-for-films", Room.Privacy.NORMAL);
    }

    @AfterEach
    void close() {
        filmed.close();
    }

    private Outcome upload(InputStream content) throws IOException {
        var wanted = new Wanted(
                Samples.HOME.code(), Source.BODY_CAMERA, "BC-1", Instant.now(), Duration.ZERO, Optional.empty(), "");
        return filmed.archive().uploads().store(wanted, content, new Person("1000009"), Instant.now());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(filmed.first().resolve("uploads"))) {
            return files.toList();
        }
    }

    @Test
    @DisplayName(
            "A film is refused before a byte of it is kept when recording needs what room is left, and taken as any other when it does not")
    void refused() throws IOException {
        filmed.archive().uploads().stopped(() -> true);
        assertEquals(new Outcome.Refused(Reason.NO_ROOM), upload(new ByteArrayInputStream(new byte[100])));
        assertEquals(List.of(), left());
        filmed.archive().uploads().stopped(() -> false);
        assertEquals(new Outcome.Refused(Reason.NOT_A_FILM), upload(new ByteArrayInputStream(new byte[100])));
    }

    @Test
    @DisplayName("One that has begun to come is broken off when the room becomes recording's, and nothing of it stays")
    void brokenOff() throws IOException {
        var asked = new AtomicInteger();
        filmed.archive().uploads().stopped(() -> asked.getAndIncrement() > 0);
        var content = new Zeros(200 * MEGABYTE);
        assertEquals(new Outcome.Refused(Reason.NO_ROOM), upload(content));
        assertEquals(2, asked.get());
        assertEquals(List.of(), left());
    }

    /** So many bytes. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
