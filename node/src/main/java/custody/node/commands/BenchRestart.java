package custody.node.commands;

import custody.node.demo.DemoOfficers;
import custody.node.demo.Desk.Answer;
import custody.node.demo.HttpDesk;
import custody.node.tls.TrustedClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench restart}: from {@code kill -9} of program and database to the first acknowledged booking. */
@Command(
        name = "restart",
        description = "Seconds from a start after kill -9 of program and database to the first acknowledged booking.",
        mixinStandardHelpOptions = true)
final class BenchRestart implements Callable<Integer> {
    private static final int ENTRIES_BETWEEN = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(names = "--data", paramLabel = "DIR", description = "New folder; one that goes away again if absent.")
    private @Nullable Path data;

    @Option(names = "--starts", paramLabel = "N", description = "Starts to measure.", defaultValue = "5")
    private int starts;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private String token = "";

    @Override
    public Integer call() throws Exception {
        if (data != null && Files.exists(data)) {
            throw new IOException(data + " is there already; the measurement makes a new folder");
        }
        Path folder = data != null ? data : Files.createTempDirectory("custody-bench");
        try {
            token = InventedHouse.make(folder);
            measure(folder);
        } finally {
            if (data == null) {
                Bench.remove(folder);
            }
        }
        return 0;
    }

    private void measure(Path folder) throws Exception {
        List<Double> ready = new ArrayList<>();
        List<Double> booked = new ArrayList<>();
        LaunchedNode node = LaunchedNode.start(folder);
        try (HttpClient client = TrustedClient.of(folder)) {
            work(desk(node, client));
            for (int start = 0; start < starts; start++) {
                node.kill();
                long begin = System.nanoTime();
                node = LaunchedNode.start(folder);
                ready.add(since(begin));
                HttpDesk desk = desk(node, client);
                book(desk);
                booked.add(since(begin));
                out.printf(
                        Locale.ROOT,
                        "start %d after kill -9: ready after %.2f s, first booking acknowledged after %.2f s%n",
                        start + 1,
                        ready.getLast(),
                        booked.getLast());
                work(desk);
            }
        } finally {
            node.kill();
        }
        out.printf(
                Locale.ROOT,
                "median of %d: ready %.2f s, first booking %.2f s; slowest %.2f s%n",
                starts,
                median(ready),
                median(booked),
                booked.stream().max(Double::compare).orElseThrow());
    }

    private HttpDesk desk(LaunchedNode node, HttpClient client) {
        return new HttpDesk(node.url(), client, _ -> token, PATIENCE);
    }

    private static Answer.Stored book(HttpDesk desk) {
        return BenchHttp.stored(desk.open(BenchHttp.booking(), DemoOfficers.CUSTODY, BenchHttp.key()));
    }

    /** Something to recover from: a record with entries, the last of them acknowledged just before the kill. */
    private static void work(HttpDesk desk) {
        var record = book(desk).record();
        for (int entry = 0; entry < ENTRIES_BETWEEN; entry++) {
            BenchHttp.stored(desk.add(record, BenchHttp.check(), DemoOfficers.CUSTODY, BenchHttp.key()));
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
