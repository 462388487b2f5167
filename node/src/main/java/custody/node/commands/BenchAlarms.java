package custody.node.commands;

import custody.node.alarms.bench.AlarmBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench alarms}: what waiting costs, and how late an alarm is. */
@Command(
        name = "alarms",
        description = "Idle cost and lateness of alarms with many open clocks.",
        mixinStandardHelpOptions = true)
public final class BenchAlarms implements Callable<Integer> {
    @Option(names = "--open", paramLabel = "N", split = ",", description = "Open clocks; default 10000,100000,1000000.")
    private List<Integer> open = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--records", paramLabel = "N", description = "Real records that ring.", defaultValue = "100")
    private int records;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Seconds of idling, and of ringing.",
            defaultValue = "20")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int clocks : open) {
            Path folder = Files.createTempDirectory("custody-bench");
            try {
                new AlarmBench(folder, out).run(clocks, records, seconds);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        return 0;
    }
}
