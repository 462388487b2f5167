package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import custody.store.bench.FootageLoad;
import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a browser finds any moment of the past when the index has a month of 64 cameras; how long it waits is printed and not
 * judged.
 */
@DisplayName("How long a moment of the past takes")
@EnabledIfSystemProperty(named = "custody.long", matches = "true")
class SeekingE2E {
    private static final CameraId CAMERA = new CameraId("reg-1");
    private static final int CAMERAS = 64;
    private static final int SEGMENTS = Integer.getInteger("custody.seeking-segments", 2_800_000) / CAMERAS;
    private static final int SEEKS = 200;
    private static final int OPENINGS = 15;

    /** Pictures play on between the seek's end and the look at them. */
    private static final double CLOSE_MILLIS = 2_000;

    private static final String SEEK = """
            async (moment) => {
              const stage = document.querySelector('.stage')
              delete stage.dataset.seek
              window.custodyPlayback.go(moment, true)
              while (!stage.dataset.seek) await new Promise((resolve) => setTimeout(resolve, 5))
              return [Number(stage.dataset.seek), window.custodyPlayback.wall()]
            }
            """;

    /** Milliseconds from leaving the page before to the first picture of this one. */
    private static final String SINCE_LEFT = """
            async () => {
              const stage = document.querySelector('.stage')
              while (!stage.dataset.seek) await new Promise((resolve) => setTimeout(resolve, 2))
              return [performance.now(), window.custodyPlayback.wall()]
            }
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(4);

    @Test
    @DisplayName("in a month of 64 cameras, from a page already open and from another page")
    void aMonthOfSixtyFourCameras() throws Exception {
        try (FilmedHouse house = FilmedHouse.prepare(folder.resolve("data"));
                OpenDesk desk =
                        OpenDesk.open(house.data(), "--config", house.config().toString());
                Person person = desk.person(1280, false)) {
            Segment minute = aMinute(house);
            // The node takes the segment into the index within some seconds.
            Thread.sleep(5_000);
            long began = System.nanoTime();
            long rows = new FootageLoad(house.data()).run(CAMERA, CAMERAS, SEGMENTS);
            assertTrue(rows >= (long) CAMERAS * SEGMENTS, rows + " segments");
            System.out.printf(
                    Locale.ROOT, "index of %d segments, loaded in %.0f s%n", rows, (System.nanoTime() - began) / 1e9);
            person.signIn("1000001", "uk");
            Page page = person.page();
            Duration length = Duration.between(minute.start(), minute.end());
            open(page, desk, minute.start().minus(length));
            tell("the first 20, page just opened", seeks(page, minute, length, 20));
            tell("a page already open", seeks(page, minute, length, SEEKS));
            var opened = new ArrayList<Double>();
            for (int i = 0; i < OPENINGS; i++) {
                Instant moment = any(minute, length);
                open(page, desk, moment);
                opened.add(found(page.evaluate(SINCE_LEFT), moment));
            }
            tell("from another page, its loading included", opened);
        }
    }

    private List<Double> seeks(Page page, Segment minute, Duration length, int times) {
        var took = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            Instant moment = any(minute, length);
            took.add(found(page.evaluate(SEEK, (double) moment.toEpochMilli()), moment));
        }
        return took;
    }

    /** How long it took, once the picture that is shown is that of the moment. */
    private static double found(Object told, Instant moment) {
        List<Double> numbers = ((List<?>) told)
                .stream().map(number -> ((Number) number).doubleValue()).toList();
        assertEquals((double) moment.toEpochMilli(), numbers.getLast(), CLOSE_MILLIS, "the picture of another moment");
        return numbers.getFirst();
    }

    private Instant any(Segment minute, Duration length) {
        long behind = (long) (random.nextDouble() * SEGMENTS * length.toMillis());
        return minute.start().minusMillis(behind);
    }

    private static void open(Page page, OpenDesk desk, Instant at) throws InterruptedException {
        page.navigate(desk.url().resolve("/video/" + CAMERA + "?at=" + at).toString());
        if (page.locator("form[action='/footage/purpose']").count() > 0) {
            page.locator("#form button[type=submit]").click();
            page.waitForLoadState(LoadState.LOAD);
        }
    }

    private static Segment aMinute(FilmedHouse house) throws Exception {
        var archive = new ArchiveFolder(house.video());
        while (true) {
            Segment newest = archive.newest(CAMERA).orElse(null);
            if (newest != null && Duration.between(newest.start(), newest.end()).toSeconds() > 50) {
                return newest;
            }
            Thread.sleep(500);
        }
    }

    private static void tell(String what, List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "a moment of the past, %s: p50 %.0f, p95 %.0f, worst %.0f ms of %d%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
