package custody.video.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SenderReportTest {
    private static ByteBuffer report(int seconds, int fraction) {
        return ByteBuffer.allocate(28)
                .put((byte) 0x80)
                .put((byte) 200)
                .putShort((short) 6)
                .putInt(9)
                .putInt(seconds)
                .putInt(fraction)
                .putInt(1234)
                .putInt(10)
                .putInt(20)
                .flip();
    }

    @Test
    void cameraClockIsRead() {
        var found = SenderReport.find(report((int) (1_795_000_000L + 2_208_988_800L), 0x8000_0000), 0, 28)
                .orElseThrow();
        assertEquals(
                Instant.ofEpochSecond(1_795_000_000L, 500_000_000), found.wall().orElseThrow());
        assertEquals(1234, found.timestamp());
    }

    @Test
    void clockGoesOnAfterTheEraOf2036() {
        var found = SenderReport.find(report(5, 0), 0, 28).orElseThrow();
        assertEquals(Instant.parse("2036-02-07T06:28:21Z"), found.wall().orElseThrow());
    }

    @Test
    void cameraWithoutAClockHasNone() {
        assertTrue(SenderReport.find(report(0, 0), 0, 28).orElseThrow().wall().isEmpty());
    }

    @Test
    void hostileReportsNeverThrow() {
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            var noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertTrue(SenderReport.find(ByteBuffer.wrap(noise), 0, noise.length)
                    .map(r -> r.packets() >= 0)
                    .orElse(true));
        }
    }
}
