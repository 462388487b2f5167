package custody.node.commands;

import custody.node.alarms.LawInForce;
import custody.record.law.rules.Packs;
import custody.store.bench.AppendBench;
import custody.store.bench.BoardBench;
import custody.store.bench.VerifyBench;
import custody.store.records.MachineTime;
import custody.video.bench.ExportBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench}: measurements, each beside its baseline in the same run. */
@Command(
        name = "bench",
        description = "Measures, side by side with a baseline.",
        subcommands = {
            BenchAlarms.class,
            BenchHttp.class,
            BenchLoad.class,
            BenchPages.class,
            BenchRestart.class,
            BenchVideo.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {

    /** Appending, against raw INSERTs of the same bytes. */
    @Command(name = "append", description = "Events per second against raw INSERTs of the same bytes.")
    int append(
            @Option(names = "--data", paramLabel = "DIR", description = "Folder to use; made and removed if absent.")
                    @Nullable
                    Path data,
            @Option(names = "--seconds", paramLabel = "N", description = "Seconds a row.", defaultValue = "5")
                    double seconds)
            throws Exception {
        Path folder = data != null ? data : Files.createTempDirectory("custody-bench");
        try {
            new AppendBench(folder, InstantSource.system(), out(), seconds).run();
        } finally {
            if (data == null) {
                remove(folder);
            }
        }
        return 0;
    }

    /** Handing out an hour of footage. */
    @Command(
            name = "export",
            description = "Seconds to export an hour of a 1080p25 camera at 3 Mbit/s; takes two minutes.")
    int export(
            @Option(names = "--folder", paramLabel = "DIR", description = "Empty folder on the disk to be measured.")
                    @Nullable
                    Path given,
            @Option(names = "--minutes", paramLabel = "N", description = "Minutes to export.", defaultValue = "60")
                    int minutes,
            @Option(
                            names = "--painted",
                            description = "Also with a mask painted over; an hour takes 13 to 23 minutes more.")
                    boolean painted)
            throws Exception {
        Path folder = given != null ? given : Files.createTempDirectory("custody-bench-export");
        try {
            new ExportBench(folder, minutes, out()).run(painted);
        } finally {
            if (given == null) {
                remove(folder);
            }
        }
        return 0;
    }

    /** Verifying, against the machine's SHA-256. */
    @Command(name = "verify", description = "Leaves verified per second against nothing but SHA-256 of the same bytes.")
    int verify() {
        new VerifyBench(MachineTime.start(InstantSource.system()), out()).run();
        return 0;
    }

    /** Judging: one board of a busy record under the law this program was built with. */
    @Command(name = "board", description = "How long one board of a record of 150 events takes.")
    int board(
            @Option(names = "--boards", paramLabel = "N", description = "Boards to measure.", defaultValue = "20000")
                    int boards) {
        Packs packs = LawInForce.builtIn();
        new BoardBench(packs.judging("ua", BoardBench.ZERO).orElseThrow(), out()).run(boards);
        return 0;
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
