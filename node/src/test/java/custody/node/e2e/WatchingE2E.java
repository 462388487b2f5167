package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import custody.video.simulator.Clip;
import custody.video.simulator.SimulatedCamera;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How late nine cameras are in a browser, printed and not judged: every picture carries its number, the simulator remembers when it
 * sent which, and the page reads the number off the picture it shows.
 */
@DisplayName("How late nine cameras are")
@EnabledIfSystemProperty(named = "custody.long", matches = "true")
class WatchingE2E {
    private static final int SECONDS = Integer.getInteger("custody.watching-seconds", 60);
    private static final int OPENINGS = 5;

    /** Reads the number off a shown picture of each camera about three times a second. */
    private static final String READ_NUMBERS =
            """
            () => {
              window.seen = []
              window.custodyLive.lives.forEach((live, camera) => {
                const canvas = document.createElement('canvas')
                canvas.width = %1$d
                canvas.height = 1
                const context = canvas.getContext('2d', { willReadFrequently: true })
                let last = camera * 37
                const shown = (now, about) => {
                  live.video.requestVideoFrameCallback(shown)
                  if (now - last < 330) return
                  last = now
                  const wall = Date.now() + Math.max(0, about.expectedDisplayTime - performance.now())
                  context.drawImage(live.video, 0, 0, %2$d, %3$d, 0, 0, %1$d, 1)
                  const pixels = context.getImageData(0, 0, %1$d, 1).data
                  let bits = 0
                  let white = 0
                  for (let at = 0; at < %1$d; at++) {
                    const one = pixels[at * 4] > 128 ? 1 : 0
                    bits = bits * 2 + one
                    white += one
                  }
                  if (white %% 2 === 0) window.seen.push([camera, bits >> 1, wall, live.behind() * 1000])
                }
                live.video.requestVideoFrameCallback(shown)
              })
            }
            """.formatted(NumberedClip.SQUARES, NumberedClip.SQUARES * NumberedClip.SQUARE, NumberedClip.SQUARE);

    @TempDir
    Path folder;

    @Test
    @DisplayName("from the camera's sending to the screen, and until the first picture")
    void nineCameras() throws Exception {
        Clip clip = NumberedClip.in(folder);
        try (FilmedHouse house = FilmedHouse.prepareNine(folder.resolve("data"), clip);
                OpenDesk desk =
                        OpenDesk.open(house.data(), "--config", house.config().toString());
                Person person = desk.person(1280, false)) {
            person.signIn("1000001", "uk");
            awaitPictures(house);
            Page page = person.page();
            var first = new ArrayList<Double>();
            for (int opening = 0; opening < OPENINGS; opening++) {
                page.navigate(desk.url().resolve("/video?n=9").toString());
                page.locator(".tile[data-first]").nth(8).waitFor();
                for (Object millis : (List<?>) page.evaluate(
                        "[...document.querySelectorAll('.tile')].map((tile) => Number(tile.dataset.first))")) {
                    first.add(((Number) millis).doubleValue());
                }
            }
            tell("first picture", first);
            page.evaluate(READ_NUMBERS);
            Thread.sleep(SECONDS * 1_000L);
            judge(house, (List<?>) page.evaluate("window.seen"));
        }
    }

    private static void awaitPictures(FilmedHouse house) throws InterruptedException {
        while (house.simulator().cameras().stream().anyMatch(camera -> camera.framesSent() < 100)) {
            Thread.sleep(100);
        }
    }

    private static void judge(FilmedHouse house, List<?> seen) {
        var late = new ArrayList<Double>();
        var behind = new ArrayList<Double>();
        for (Object one : seen) {
            List<?> read = (List<?>) one;
            SimulatedCamera camera = house.simulator().cameras().get(number(read, 0));
            camera.sentAt(number(read, 1)).ifPresent(sent -> late.add(decimal(read, 2) - sent));
            behind.add(decimal(read, 3));
        }
        assertTrue(late.size() > SECONDS, "numbers were read: " + late.size());
        tell("from the camera's sending to the screen", late);
        tell("of it behind the newest picture in the browser", behind);
    }

    private static int number(List<?> read, int place) {
        return (int) decimal(read, place);
    }

    private static double decimal(List<?> read, int place) {
        return read.get(place) instanceof Number number ? number.doubleValue() : 0;
    }

    private static void tell(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "nine cameras, %s: p50 %.0f, p95 %.0f, worst %.0f ms of %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElse(0),
                sorted.length);
    }
}
