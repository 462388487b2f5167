package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.demo.DemoDay;
import custody.node.demo.DemoPlayer;
import custody.node.demo.HttpDesk;
import custody.node.demo.Played;
import custody.node.tls.TrustedClient;
import custody.record.desk.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills program and database at random moments while people work, and asks afterwards for everything that was
 * acknowledged. The clients keep their receipts, as people keep theirs on paper.
 */
class KillingIT {
    private static final boolean LONG = Boolean.getBoolean("custody.long");
    private static final int KILLS = LONG ? 200 : 4;
    /** People come back to a desk that is down; on a busy machine many kills may pass before one is answered. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final long SEED = 20_261_125L;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostHoweverOftenTheNodeIsKilled()
            throws IOException, InterruptedException, GeneralSecurityException {
        PreparedFolder prepared = new PreparedFolder(folder.resolve("data"));
        Path config = Files.writeString(folder.resolve("config"), "bind = 127.0.0.1\n");
        int port = freePort();
        Random random = new Random(SEED);
        List<Receipt> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<String> surprises = Collections.synchronizedList(new ArrayList<>());
        List<Long> starts = new ArrayList<>();
        NodeProcess node = start(prepared, port, config, starts);
        try (HttpClient client = TrustedClient.of(prepared.data());
                ExecutorService people = Executors.newSingleThreadExecutor()) {
            KeepingReceipts desk = new KeepingReceipts(
                    new HttpDesk(uri(port), client, badge -> prepared.token(badge.number()), PATIENCE), acknowledged);
            AtomicInteger days = new AtomicInteger();
            Future<?> work = people.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    int day = days.incrementAndGet();
                    surprises.addAll(
                            play(new DemoPlayer(desk, "day-" + day), day).surprises());
                }
            });
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    Thread.sleep(300 + random.nextInt(2_500));
                    List<Receipt> held = List.copyOf(acknowledged);
                    node.kill();
                    NodeProcess.Ended check =
                            NodeProcess.command("check", prepared.data().toString());
                    assertEquals(0, check.exit(), "after kill " + kill + " of seed " + SEED + ": " + check.output());
                    Acknowledged.requireAll(prepared.data(), held, "after kill " + kill + " of seed " + SEED);
                    node = start(prepared, port, config, starts);
                    assertFalse(work.isDone(), () -> "people stopped working: " + ended(work));
                    if (LONG && kill % 10 == 0) {
                        System.out.println(
                                kill + " kills, day " + days + ", " + held.size() + " acknowledged entries, all there");
                    }
                }
                assertEquals(List.of(), List.copyOf(surprises));
            } finally {
                // Whatever went wrong is said at once: nobody goes on knocking at a door that stays shut.
                people.shutdownNow();
            }
        } finally {
            node.close();
        }
        assertTrue(acknowledged.size() > KILLS, "people got to work between the kills: " + acknowledged.size());
        System.out.println("kill -9: " + starts.size() + " starts, " + acknowledged.size()
                + " acknowledged entries all there, ready after ms (sorted) "
                + starts.stream().sorted().toList());
    }

    private static Played play(DemoPlayer player, long seed) {
        Instant turn = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return player.playNow(DemoDay.around(turn, seed).past(), InstantSource.system());
    }

    private static String ended(Future<?> work) {
        try {
            return String.valueOf(work.get());
        } catch (ExecutionException | InterruptedException failed) {
            return String.valueOf(failed.getCause());
        }
    }

    private static NodeProcess start(PreparedFolder prepared, int port, Path config, List<Long> starts)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        NodeProcess node = NodeProcess.startAt(prepared.data(), port, "--config", config.toString());
        starts.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
        return node;
    }

    private static java.net.URI uri(int port) {
        return java.net.URI.create("https://localhost:" + port + "/");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
