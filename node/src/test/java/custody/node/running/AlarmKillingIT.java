package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.node.demo.Desk.Answer;
import custody.node.demo.HttpDesk;
import custody.node.tls.TrustedClient;
import custody.record.detention.Booking;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.FlagRaised;
import custody.store.Store;
import custody.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills program and database around the instants at which alarms ring, and asks afterwards whether each alarm is in its
 * record exactly once, and whether a program that is to be told was told of each.
 */
class AlarmKillingIT {
    private static final boolean LONG = Boolean.getBoolean("custody.long");
    private static final int KILLS = Integer.getInteger("custody.kills", LONG ? 200 : 3);
    private static final long SEED = Long.getLong("custody.seed", 20_261_125L);
    private static final int A_ROUND = 3;

    @TempDir
    Path folder;

    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    @Test
    void noAlarmIsLostOrDoubledHoweverOftenTheNodeIsKilled()
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpServer receiver = receiver();
        PreparedFolder prepared = new PreparedFolder(folder.resolve("data"));
        Path config = config(receiver.getAddress().getPort());
        int port = freePort();
        Random random = new Random(SEED);
        List<RecordId> booked = new ArrayList<>();
        NodeProcess node = start(prepared, port, config);
        try (HttpClient client = TrustedClient.of(prepared.data())) {
            HttpDesk desk = new HttpDesk(
                    URI.create("https://localhost:" + port + "/"),
                    client,
                    badge -> prepared.token(badge.number()),
                    Duration.ofMinutes(1));
            for (int kill = 1; kill <= KILLS; kill++) {
                for (int i = 0; i < A_ROUND; i++) {
                    booked.add(book(desk, random, kill + "-" + i));
                }
                Thread.sleep(random.nextInt(2_000));
                node.kill();
                node = start(prepared, port, config);
            }
            Thread.sleep(6_000);
        } finally {
            node.close();
            receiver.stop(0);
        }
        judge(prepared.data(), booked);
    }

    /** Half an hour is over some moments from now: several targets of our own break at once. */
    private static RecordId book(HttpDesk desk, Random random, String key) {
        Instant at = Instant.now()
                .truncatedTo(ChronoUnit.MILLIS)
                .minus(Duration.ofMinutes(30))
                .plusMillis(300 + random.nextInt(1_500));
        PersonDetails person = PersonDetails.named("Вигаданий", "Іван", "UA");
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                person, "вул. Вигадана, 1", List.of(), Basis.CPC_208, null, null, null, null);
        Answer answer = desk.open(new Booking(apprehended, at, null, List.of()), DemoOfficers.CUSTODY, "kill-" + key);
        return assertInstanceOf(Answer.Stored.class, answer).record();
    }

    private void judge(Path data, List<RecordId> booked) {
        long alarms = 0;
        try (Store store = Store.open(StoreSettings.of(data, DemoFacility.CODE, InstantSource.system()))) {
            for (RecordId record : booked) {
                Map<String, Integer> counted = new HashMap<>();
                List<Event> events = store.own().of(record).orElseThrow().events();
                events.forEach(event -> name(event).ifPresent(name -> counted.merge(name, 1, Integer::sum)));
                for (String rule : List.of("relatives", "responsible-told")) {
                    long breaches = counted.keySet().stream()
                            .filter(name -> name.startsWith("breach/" + rule + "/"))
                            .count();
                    assertEquals(1, breaches, rule + " of " + record + ", seed " + SEED);
                }
                counted.forEach((name, times) -> assertEquals(1, times, name + " of " + record + ", seed " + SEED));
                alarms += counted.size();
            }
            assertEquals(List.of(), store.raisedAlerts().waiting(DemoFacility.CODE));
        }
        long again = told.values().stream().filter(times -> times > 1).count();
        assertTrue(told.size() >= booked.size() * 2, "told of " + told.size());
        System.out.println("kill -9 around alarms: " + KILLS + " kills, " + booked.size() + " records, " + alarms
                + " alarms each there once; " + told.size() + " messages delivered, " + again
                + " of them more than once under the same id; seed " + SEED);
    }

    private static java.util.Optional<String> name(Event event) {
        if (event.fact() instanceof ClockBreached breach) {
            return java.util.Optional.of("breach/" + breach.rule() + "/" + breach.due());
        }
        if (event.fact() instanceof ClockWarning warning) {
            return java.util.Optional.of("warning/" + warning.rule() + "/" + warning.due() + "/" + warning.elapsed());
        }
        return event.fact() instanceof FlagRaised flag
                ? java.util.Optional.of("flag/" + flag.flag() + "/" + flag.about())
                : java.util.Optional.empty();
    }

    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            told.merge(String.valueOf(exchange.getRequestHeaders().getFirst("Webhook-Id")), 1, Integer::sum);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Path config(int receiver) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "a secret of the test");
        return Files.writeString(
                folder.resolve("config"),
                "bind = 127.0.0.1\nprinted-list = off\nalarms.webhook.url = http://127.0.0.1:" + receiver
                        + "/\nalarms.webhook.secret-file = " + secret + "\n");
    }

    private static NodeProcess start(PreparedFolder prepared, int port, Path config)
            throws IOException, InterruptedException {
        return NodeProcess.startAt(prepared.data(), port, "--config", config.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
