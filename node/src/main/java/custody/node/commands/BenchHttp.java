package custody.node.commands;

import custody.node.demo.DemoOfficers;
import custody.node.demo.Desk.Answer;
import custody.node.demo.HttpDesk;
import custody.node.tls.TrustedClient;
import custody.node.wiring.ControlSocket;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.events.CustodyFact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody bench http}: one person at one desk, entering checks through the API of a running demo node. */
@Command(
        name = "http",
        description = "How long one entry takes through the API of a running demo node.",
        mixinStandardHelpOptions = true)
public final class BenchHttp implements Callable<Integer> {
    private static final int EVENTS_OF_A_RECORD = 100;
    private static final int WARM_UP = 300;
    private static final double NANOS = 1e6;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Data folder of the running demo node.")
    private Path data = Path.of("demo-data");

    @Option(names = "--entries", paramLabel = "N", description = "Entries to measure.", defaultValue = "2000")
    private int entries;

    @Option(names = "--pause", paramLabel = "MS", description = "Between two entries.", defaultValue = "5")
    private long pause;

    @Override
    public Integer call() throws Exception {
        URI url = URI.create(
                ControlSocket.ask(data, "url").orElseThrow(() -> new IOException("no node runs on " + data)));
        String token = ControlSocket.ask(data, "token " + DemoOfficers.CUSTODY)
                .orElseThrow(() -> new IOException("the node is gone"));
        try (HttpClient client = TrustedClient.of(data)) {
            HttpDesk desk = new HttpDesk(url, client, _ -> token, Duration.ofMinutes(1));
            measure(desk, WARM_UP);
            long[] nanos = measure(desk, entries);
            Arrays.sort(nanos);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "%d entries through the API, TLS, one at a time: p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   slowest %.1f ms%n",
                    nanos.length,
                    at(nanos, 0.50),
                    at(nanos, 0.95),
                    at(nanos, 0.99),
                    at(nanos, 1));
            out.flush();
        }
        return 0;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) ((sorted.length - 1) * share)] / NANOS;
    }

    private long[] measure(HttpDesk desk, int count) throws InterruptedException {
        long[] nanos = new long[count];
        RecordId record = null;
        for (int entry = 0; entry < count; entry++) {
            if (record == null || entry % EVENTS_OF_A_RECORD == 0) {
                record = stored(desk.open(booking(), DemoOfficers.CUSTODY, key()))
                        .record();
            }
            Thread.sleep(pause);
            long start = System.nanoTime();
            stored(desk.add(record, check(), DemoOfficers.CUSTODY, key()));
            nanos[entry] = System.nanoTime() - start;
        }
        return nanos;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Answer.Stored stored(Answer answer) {
        return switch (answer) {
            case Answer.Stored stored -> stored;
            case Answer.Refused(String problem) -> throw new IllegalStateException("not stored: " + problem);
        };
    }

    static Booking booking() {
        var unknown = PersonDetails.described("Вигадана особа");
        var apprehended = new CustodyFact.Apprehended(
                unknown,
                "м. Вигадане",
                List.of(DemoOfficers.CUSTODY),
                Basis.CPC_208,
                "185(3)",
                Basis.Aggravation.NONE,
                Basis.Regime.ORDINARY,
                null);
        Instant now = Instant.now();
        return new Booking(apprehended, now.minusSeconds(5400), now.minusSeconds(600), List.of());
    }

    static Draft check() {
        var seen = new CareFact.CheckMade(
                CareFact.CheckMade.Condition.CALM_AWAKE, true, "Лежить на боці, дихає рівно, відповідає", "у порядку");
        var live = new Occurrence(Instant.now(), null, Occurrence.Source.LIVE);
        return new Draft(seen, live, List.of(DemoOfficers.CUSTODY), List.of(), null, null, null);
    }
}
