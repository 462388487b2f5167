package custody.node.commands;

import custody.video.bench.RecorderBench;
import custody.video.bench.SoakBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench video}: the recorder beside an ffmpeg for each camera, on the same simulated cameras. Linux only. */
@Command(
        name = "video",
        description = "The recorder beside one ffmpeg a camera, on the same simulated cameras (Linux).",
        mixinStandardHelpOptions = true)
public final class BenchVideo implements Callable<Integer> {
    @Option(names = "--cameras", paramLabel = "N", description = "Cameras.", defaultValue = "64")
    private int cameras = 64;

    @Option(names = "--seconds", paramLabel = "N", description = "Seconds measured.", defaultValue = "30")
    private int seconds = 30;

    @Option(names = "--per-packet", description = "Cameras send one packet a write: the dearest case.")
    private boolean perPacket;

    @Option(names = "--alone", description = "The recorder alone, without ffmpeg beside it: for long runs.")
    private boolean alone;

    @Option(names = "--ffmpeg", paramLabel = "PROGRAM", description = "Another ffmpeg than the bundled one.")
    private @Nullable Path ffmpeg;

    @Option(names = "--folder", paramLabel = "DIR", description = "Folder on the disk to be measured; made if absent.")
    private @Nullable Path folder;

    @Option(
            names = "--soak",
            paramLabel = "MINUTES",
            description =
                    "Instead: good, dead, silent and flapping cameras for so long; says whether memory and files stay flat.",
            defaultValue = "0")
    private int soak;

    @Override
    public Integer call() throws Exception {
        Path used = folder != null ? folder : Files.createTempDirectory("custody-bench-video");
        try {
            return soak > 0 ? soak(used) : recorder(used);
        } finally {
            if (folder == null) {
                Bench.remove(used);
            }
        }
    }

    private int soak(Path used) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new SoakBench(soak, used, out).run() ? 0 : 1;
    }

    private int recorder(Path used) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--cameras",
                String.valueOf(cameras),
                "--seconds",
                String.valueOf(seconds),
                "--folder",
                used.toString()));
        if (perPacket) {
            arguments.add("--per-packet");
        }
        if (alone) {
            arguments.add("--alone");
        }
        if (ffmpeg != null) {
            arguments.addAll(List.of("--ffmpeg", ffmpeg.toString()));
        }
        RecorderBench.main(arguments.toArray(String[]::new));
        return 0;
    }
}
