package custody.node.commands;

import custody.node.demo.DemoDay;
import custody.node.demo.DemoPlayer;
import custody.node.demo.HttpDesk;
import custody.node.demo.Pace;
import custody.node.demo.Played;
import custody.node.tls.TrustedClient;
import custody.node.wiring.ControlSocket;
import custody.record.events.Badge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody demo-day}: plays a busy day over the API of a running demo node. */
@Command(
        name = "demo-day",
        description = "Plays a busy day of 40 detentions over the API of a running demo node.",
        mixinStandardHelpOptions = true)
public final class DemoDayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Data folder of the running demo node.")
    private Path data = Path.of("demo-data");

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Times as fast as life; 0 as fast as it goes (default).",
            defaultValue = "0")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another day.", defaultValue = "1")
    private long seed;

    @Override
    public Integer call() throws Exception {
        String url = ControlSocket.ask(data, "url").orElseThrow(() -> new IOException("no node runs on " + data));
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (HttpClient client = TrustedClient.of(data)) {
            HttpDesk desk = new HttpDesk(URI.create(url), client, tokens(), Duration.ofMinutes(2));
            Played played = play(new DemoPlayer(desk, "day-" + seed + "-" + now.toEpochMilli()), now);
            out.println(played.stored() + " entries stored, " + played.refusedAsMeant() + " refused as meant, "
                    + played.surprises().size() + " otherwise than meant");
            played.surprises().stream().limit(20).forEach(out::println);
            return played.surprises().isEmpty() ? 0 : 1;
        }
    }

    private Played play(DemoPlayer player, Instant now) {
        DemoDay day = DemoDay.around(now, seed);
        if (speed <= 0) {
            return player.playNow(day.past(), InstantSource.system());
        }
        Instant dawn = day.past().getFirst().recordedAt();
        return player.play(day.past(), new Pace(dawn, now, speed), DemoDayCommand::waitUntil);
    }

    private static boolean waitUntil(Instant due) {
        try {
            Thread.sleep(Math.max(0, Instant.now().until(due, ChronoUnit.MILLIS)));
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private java.util.function.Function<Badge, String> tokens() {
        Map<Badge, String> known = new HashMap<>();
        return badge -> known.computeIfAbsent(badge, this::token);
    }

    private String token(Badge badge) {
        try {
            return ControlSocket.ask(data, "token " + badge).orElseThrow(() -> new IOException("the node is gone"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
