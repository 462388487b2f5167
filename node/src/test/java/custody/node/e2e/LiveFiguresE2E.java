package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import custody.node.running.NodeProcess;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.media.Codec;
import custody.video.simulator.Clip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How late nine live pictures are, from the moment a simulated camera sends one to the moment Chromium shows it: each picture carries its
 * own number, cameras send in step with the wall clock, and the page reads the number off the picture shown. Run with {@code
 * -Dtest.long=true}; prints its figures.
 */
@DisplayName("Nine live cameras")
@EnabledIfSystemProperty(named = "custody.long", matches = "true")
class LiveFiguresE2E {
    private static final int FRAMES_PER_SECOND = 25;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int BITS = 11;

    /** Reads the number in the picture and notes how long ago a picture of that number was sent. */
    private static final String WATCH = """
            () => { window.late = []; const canvas = document.createElement('canvas'); canvas.width = 220; canvas.height = 4
            const draw = canvas.getContext('2d', { willReadFrequently: true })
            window.custodyLive.lives.forEach(({ video }) => { let seen = 0
              const look = (now) => { if (seen++ % 8 === 0) { draw.drawImage(video, 0, 8, 440, 8, 0, 0, 220, 4)
                const pixels = draw.getImageData(0, 0, 220, 4).data; let number = 0
                for (let bit = 0; bit < 11; bit++) number = number * 2 + (pixels[(220 * 2 + bit * 20 + 10) * 4] > 128 ? 1 : 0)
                const shown = performance.timeOrigin + now; const minute = Math.floor(shown / 60000) * 60000
                let sent = minute + number * 40; if (sent > shown + 1000) sent -= 60000
                window.late.push(shown - sent) }
                video.requestVideoFrameCallback(look) }
              video.requestVideoFrameCallback(look) }) }""";

    @TempDir
    Path folder;

    private static byte[] numbered(Path folder) throws Exception {
        BundledFfmpeg ffmpeg = BundledFfmpeg.unpack(folder.resolve("programs")).orElseThrow();
        Path file = folder.resolve("numbered.h264");
        Process encoder = new ProcessBuilder(
                        ffmpeg.ffmpeg().toString(), "-v", "error", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s",
                        WIDTH + "x" + HEIGHT, "-r", Integer.toString(FRAMES_PER_SECOND), "-i", "-", "-c:v", "libopenh264", "-b:v",
                        "700k", "-g", "25", "-pix_fmt", "yuv420p", "-f", "h264", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        try (OutputStream out = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20)) {
            for (int number = 0; number < 60 * FRAMES_PER_SECOND; number++) {
                pen.setColor(new Color(90, 100, 110));
                pen.fillRect(0, 0, WIDTH, HEIGHT);
                for (int bit = 0; bit < BITS; bit++) {
                    pen.setColor(((number >> (BITS - 1 - bit)) & 1) == 1 ? Color.WHITE : Color.BLACK);
                    pen.fillRect(bit * 40, 0, 40, 24);
                }
                pen.setColor(new Color(200, 120, 60));
                pen.fillOval(number % WIDTH, 120, 90, 90);
                out.write(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IllegalStateException("the clip could not be encoded");
        }
        return Files.readAllBytes(file);
    }

    @Test
    @DisplayName("are shown within half a second, the first picture at once")
    void areShownSoon() throws Exception {
        Clip clip = Clip.of(Codec.H264, numbered(folder));
        try (FilmedHouse house = FilmedHouse.prepareNine(folder.resolve("data"), clip);
                NodeProcess node =
                        NodeProcess.start(house.data(), "--config", house.config().toString());
                Chromium chromium = Chromium.start(Chromium.executable().orElseThrow());
                Person person = new Person(chromium.browser(), node.url(), 1280, false)) {
            person.signIn("1000001", "en");
            Page page = person.page();
            List<Double> first = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                page.navigate(node.url().resolve("/video?n=9").toString());
                page.waitForFunction("document.querySelectorAll('.tile[data-first]').length === 9");
                if (i > 0) {
                    first.addAll(numbers(page, "[...document.querySelectorAll('.tile')].map(t => Number(t.dataset.first))"));
                }
            }
            page.waitForTimeout(3_000);
            page.evaluate(WATCH);
            page.waitForTimeout(60_000);
            List<Double> late = numbers(page, "window.late");
            System.out.println("first picture of nine, ms: " + spread(first));
            System.out.println("behind the camera, nine for 60 s, ms: " + spread(late));
            assertTrue(late.size() > 500, late.size() + " pictures");
            assertTrue(part(late, 0.95) < 2_000, spread(late));
        }
    }

    private static List<Double> numbers(Page page, String what) {
        return ((List<?>) page.evaluate(what))
                .stream().map(one -> ((Number) one).doubleValue()).sorted().toList();
    }

    private static double part(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    private static String spread(List<Double> sorted) {
        return String.format(
                Locale.ROOT,
                "p50 %.0f, p95 %.0f, worst %.0f of %d",
                part(sorted, 0.5),
                part(sorted, 0.95),
                sorted.getLast(),
                sorted.size());
    }
}
