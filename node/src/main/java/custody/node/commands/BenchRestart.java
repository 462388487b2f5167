package custody.node.commands;

import custody.node.demo.DemoOfficers;
import custody.node.demo.Desk.Answer;
import custody.node.demo.HttpDesk;
import custody.node.tls.TrustedClient;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code custody bench restart}: from {@code kill -9} of program and database to the first acknowledged booking. The launcher
 * starts the node, and starts it again as soon as it is gone, as a service manager would; this program kills and books.
 */
@Command(
        name = "restart",
        description = "Seconds from kill -9 of program and database to the first acknowledged booking after it.",
        mixinStandardHelpOptions = true)
final class BenchRestart implements Callable<Integer> {
    private static final int ENTRIES_BETWEEN = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "New folder; the launcher gives one that goes away again.")
    private Path data = Path.of("bench-data");

    @Option(names = "--starts", paramLabel = "N", description = "Starts to measure.", defaultValue = "5")
    private int starts;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private String token = "";

    @Override
    public Integer call() throws Exception {
        if (KeptNode.wanted(data)) {
            throw new IOException(data + " was used already; the measurement makes a new folder");
        }
        token = InventedHouse.make(data);
        KeptNode.want(data);
        try {
            measure();
        } finally {
            KeptNode.leave(data);
            KeptNode.kill(data);
        }
        return 0;
    }

    private void measure() throws Exception {
        List<Double> ready = new ArrayList<>();
        List<Double> booked = new ArrayList<>();
        KeptNode node = KeptNode.await(data);
        try (HttpClient client = TrustedClient.of(data)) {
            work(desk(node, client));
            for (int start = 1; start <= starts; start++) {
                long killed = KeptNode.kill(data);
                node = KeptNode.await(data);
                ready.add(since(killed));
                HttpDesk desk = desk(node, client);
                book(desk);
                booked.add(since(killed));
                out.printf(
                        Locale.ROOT,
                        "kill -9, start %d: ready after %.2f s, first booking acknowledged after %.2f s%n",
                        start,
                        ready.getLast(),
                        booked.getLast());
                work(desk);
            }
        }
        out.printf(
                Locale.ROOT,
                "median of %d: ready %.2f s, first booking %.2f s; slowest %.2f s%n",
                starts,
                median(ready),
                median(booked),
                booked.stream().max(Double::compare).orElseThrow());
    }

    private HttpDesk desk(KeptNode node, HttpClient client) {
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
