package custody.node.commands;

import custody.video.bench.RecorderBench;
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

    @Option(names = "--ffmpeg", paramLabel = "PROGRAM", description = "Another ffmpeg than the bundled one.")
    private @Nullable Path ffmpeg;

    @Option(names = "--folder", paramLabel = "DIR", description = "Folder on the disk to be measured; made if absent.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        Path used = folder != null ? folder : Files.createTempDirectory("custody-bench-video");
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
        if (ffmpeg != null) {
            arguments.addAll(List.of("--ffmpeg", ffmpeg.toString()));
        }
        try {
            RecorderBench.main(arguments.toArray(String[]::new));
        } finally {
            if (folder == null) {
                Bench.remove(used);
            }
        }
        return 0;
    }
}
