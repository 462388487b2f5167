package custody.video.bench;

import custody.video.archive.ArchiveFolder;
import custody.video.archive.Segment;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.export.ExportCheck;
import custody.video.export.ExportFile;
import custody.video.export.ExportRequest;
import custody.video.export.Exporting;
import custody.video.export.Masking;
import custody.video.export.Painting;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.live.FilmPainter;
import custody.video.live.Mask;
import custody.video.media.Codec;
import custody.video.recorder.Briefing;
import custody.video.recorder.Clocks;
import custody.video.recorder.Recorder;
import custody.video.recorder.RecorderConfiguration;
import custody.video.simulator.CameraSimulator;
import custody.video.simulator.Clip;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long an hour of footage takes to hand out: a minute of a 1080p25 camera at 3 Mbit/s is recorded, and exported sixty times behind
 * one another, film, originals, hashes and the one file; on request also with a mask painted over, which encodes every picture anew.
 */
public final class ExportBench {
    private static final CameraId CAMERA = new CameraId("cam-0");
    private static final Mask CORNER = new Mask(700, 500, 200, 300);

    private final Path folder;
    private final int minutes;
    private final PrintStream out;

    /** {@code folder} must be empty; it holds 50 MB for each of the {@code minutes} at the end, and half as much again when painted. */
    public ExportBench(Path folder, int minutes, PrintStream out) {
        this.folder = folder.toAbsolutePath();
        this.minutes = minutes;
        this.out = out;
    }

    /** Runs it; takes a minute to record and some seconds more, and with {@code painted} as long as painting takes. */
    public void run(boolean painted) throws IOException, InterruptedException {
        Path archive = folder.resolve("archive");
        BundledFfmpeg bundled = BundledFfmpeg.unpack(folder.resolve("ffmpeg"));
        Path clip = RecorderBench.clip(folder, bundled.ffmpeg());
        Segment minute = record(archive, Clip.of(Codec.H264, Files.readAllBytes(clip)));
        Duration length = Duration.between(minute.start(), minute.end());
        List<Segment> hour = new ArrayList<>();
        for (int i = 0; i < minutes; i++) {
            hour.add(again(minute, i, length));
        }
        double plain = export("export", archive, hour, new Masking.None(), Painting.NONE);
        if (painted) {
            var masked = new Masking.Painted(List.of(CORNER));
            double seconds = export("painted", archive, hour, masked, new FilmPainter(bundled)::paint);
            out.printf(Locale.ROOT, "painted takes %.0f times as long%n", seconds / plain);
        }
    }

    /** Exports and checks; answers the seconds from the wish to the file. */
    private double export(String name, Path archive, List<Segment> hour, Masking masking, Painting painting)
            throws IOException {
        var request = new ExportRequest(
                CAMERA, hour.getFirst().start(), hour.getLast().end(), hour, List.of(), "bench", "bench", masking);
        Path made = folder.resolve(name);
        long begun = System.nanoTime();
        Exporting.Exported exported = Exporting.run(_ -> archive, request, painting, made, _ -> {}, () -> false)
                .orElseThrow();
        double folderSeconds = seconds(begun);
        long packing = System.nanoTime();
        Path file = folder.resolve(name + ".zip");
        String sha256 = ExportFile.pack(made, new ExportFile.Proof("bench\n", "bench\n"), file, _ -> {}, () -> false);
        double together = seconds(begun);
        out.printf(
                Locale.ROOT,
                "%s of %d s, %d pictures, %d MB: film and originals %.1f s, one file and its hash %.1f s, together %.1f s%n",
                name,
                exported.shown().toSeconds(),
                exported.pictures(),
                Files.size(file) >> 20,
                folderSeconds,
                seconds(packing),
                together);
        long checking = System.nanoTime();
        Path opened = folder.resolve(name + "-opened");
        ExportFile.open(file, opened);
        boolean agrees = ExportCheck.of(opened) instanceof ExportCheck.Outcome.Agrees;
        out.printf(Locale.ROOT, "offline check %s after %.1f s, file %s%n", agrees, seconds(checking), sha256);
        return together;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The same minute as another one; its pictures' times and number differ. */
    private static Segment again(Segment minute, int place, Duration length) {
        SegmentHeader was = minute.header();
        var header = new SegmentHeader(
                was.camera(),
                place + 1L,
                was.wallStart().plus(length.multipliedBy(place)),
                was.monotonicStart(),
                was.boot(),
                was.previousRoot());
        return new Segment(
                header,
                minute.path(),
                minute.bytes(),
                minute.codec(),
                minute.width(),
                minute.height(),
                minute.initialisationHash(),
                minute.initialisationLength(),
                minute.seal());
    }

    private static Segment record(Path archive, Clip clip) throws IOException, InterruptedException {
        try (CameraSimulator simulator = CameraSimulator.start(1, clip, clip, 0, CameraSimulator.Settings.plain())) {
            var configuration = new RecorderConfiguration(
                    archive,
                    archive.resolve("recorder.sock"),
                    Duration.ofMinutes(5),
                    0,
                    new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(simulator.port())));
            Briefing camera =
                    Briefing.of(Map.of(CAMERA, new StreamAddress("127.0.0.1", simulator.port(), "/camera/0")));
            Recorder recorder = Recorder.start(configuration, camera, Clocks.ofMachine(), () -> {});
            while (recorder.frames(CAMERA) < 25 * 60) {
                Thread.sleep(100);
            }
            recorder.close();
        }
        var segments = new ArrayList<Segment>();
        new ArchiveFolder(archive).rebuild(CAMERA, segments::add, (path, why) -> {});
        return segments.stream()
                .max(Comparator.comparingLong(Segment::durationTicks))
                .orElseThrow();
    }
}
