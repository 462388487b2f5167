package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.demo.DemoDay;
import custody.node.demo.DemoOfficers;
import custody.node.demo.DemoPlayer;
import custody.node.demo.Desk;
import custody.node.demo.HttpDesk;
import custody.node.demo.Played;
import custody.node.tls.TrustedClient;
import custody.record.desk.Receipt;
import custody.record.detention.Booking;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.PersonDetails;
import java.io.IOException;
import java.net.InetAddress;
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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a node at random moments while people work, starts it again on the folder as the kill left it, and asks it then for
 * everything that was acknowledged. The clients keep their receipts, as people keep theirs on paper. Nothing else opens the
 * folder between kill and start: what was half-written is the node's own to recover.
 */
class KillingIT {
    private static final boolean LONG = Boolean.getBoolean("custody.long");
    private static final int KILLS = Integer.getInteger("custody.kills", LONG ? 200 : 4);
    private static final long SEED = Long.getLong("custody.seed", 20_261_125L);
    /** Every so manieth kill hits the program alone. */
    private static final int ALONE = 3;
    /** After every so manieth kill the next start is hit too, before anybody knows whether it was ready. */
    private static final int AT_START = 4;

    /** Every so manieth check runs beside people at work; else they wait for it, or a long run would be reading alone. */
    private static final int AT_WORK = 5;

    private static final int LONGEST_START = 6_000;
    /** People come back to a desk that is down; on a busy machine many kills may pass before one is answered. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Day after day the same house fills up: whoever comes to a cell where people of an earlier day sit needs a reason. */
    private static final String TOGETHER = "separationReason required";

    @TempDir
    Path folder;

    private final List<Receipt> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());
    private final Random random = new Random(SEED);
    private final Starts starts = new Starts();
    private final ReentrantLock doors = new ReentrantLock(true);
    private int hitAtStart;

    @Test
    void nothingAcknowledgedIsLostHoweverOftenTheNodeIsKilled()
            throws IOException, InterruptedException, GeneralSecurityException {
        PreparedFolder prepared = new PreparedFolder(folder.resolve("data"));
        Path config = Files.writeString(folder.resolve("config"), "bind = 127.0.0.1\n");
        int port = freePort();
        NodeProcess node = NodeProcess.startAt(prepared.data(), port, "--config", config.toString());
        try (HttpClient client = TrustedClient.of(prepared.data());
                ExecutorService people = Executors.newSingleThreadExecutor()) {
            Desk desk = new KeepingReceipts(
                    new HttpDesk(uri(port), client, badge -> prepared.token(badge.number()), PATIENCE), acknowledged);
            Acknowledged published = new Acknowledged(client, uri(port));
            AtomicInteger days = new AtomicInteger();
            Future<?> work = people.submit(() -> work(new BehindDoors(desk, doors), days));
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    Thread.sleep(300 + random.nextInt(2_500));
                    List<Receipt> held = List.copyOf(acknowledged);
                    Blow blow = kill % ALONE == 0 ? Blow.PROGRAM : Blow.EVERYTHING;
                    String when = "after kill " + kill + " of seed " + SEED + " (" + blow + ")";
                    blow.strike(node);
                    if (kill % AT_START == 0) {
                        hitStarting(prepared, port, config);
                    }
                    node = start(prepared, port, config, desk, blow, kill);
                    published.requireAll(held, when);
                    if (kill % AT_WORK == 0) {
                        requireAgreement(prepared, when);
                    } else {
                        requireAgreementInPeace(prepared, when);
                    }
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
        requireAgreement(prepared, "when all was over");
        assertTrue(acknowledged.size() > KILLS, "people got to work between the kills: " + acknowledged.size());
        System.out.println("kill -9: " + KILLS + " kills at work, " + hitAtStart + " more of a node that was starting, "
                + acknowledged.size() + " acknowledged entries all there, seed " + SEED + starts.told());
    }

    private void work(Desk desk, AtomicInteger days) {
        while (!Thread.currentThread().isInterrupted()) {
            int day = days.incrementAndGet();
            play(new DemoPlayer(desk, "day-" + day), day).surprises().stream()
                    .filter(surprise -> day == 1 || !surprise.contains(TOGETHER))
                    .forEach(surprises::add);
        }
    }

    private static Played play(DemoPlayer player, long seed) {
        Instant turn = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return player.playNow(DemoDay.around(turn, seed).past(), InstantSource.system());
    }

    private static void requireAgreement(PreparedFolder prepared, String when)
            throws IOException, InterruptedException {
        NodeProcess.Ended check = NodeProcess.command("check", prepared.data().toString());
        assertEquals(0, check.exit(), when + ": " + check.output());
    }

    private void requireAgreementInPeace(PreparedFolder prepared, String when)
            throws IOException, InterruptedException {
        doors.lock();
        try {
            requireAgreement(prepared, when);
        } finally {
            doors.unlock();
        }
    }

    private static String ended(Future<?> work) {
        try {
            return String.valueOf(work.get());
        } catch (ExecutionException | InterruptedException failed) {
            return String.valueOf(failed.getCause());
        }
    }

    /** Whoever recovers may be killed as well: what it left is the next start's to recover. */
    private void hitStarting(PreparedFolder prepared, int port, Path config) throws IOException, InterruptedException {
        NodeProcess starting = NodeProcess.launchAt(prepared.data(), port, "--config", config.toString());
        Thread.sleep(random.nextInt(LONGEST_START));
        (random.nextInt(ALONE) == 0 ? Blow.PROGRAM : Blow.EVERYTHING).strike(starting);
        hitAtStart++;
    }

    /** The first thing that is entered after a start is a booking of our own, so that it can be timed. */
    private NodeProcess start(PreparedFolder prepared, int port, Path config, Desk desk, Blow after, int kill)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        NodeProcess node = NodeProcess.startAt(prepared.data(), port, "--config", config.toString());
        long ready = Duration.ofNanos(System.nanoTime() - before).toMillis();
        assertInstanceOf(
                Desk.Answer.Stored.class, desk.open(booking(), DemoOfficers.CUSTODY, "first-after-kill-" + kill));
        starts.took(after, ready, Duration.ofNanos(System.nanoTime() - before).toMillis());
        return node;
    }

    private static Booking booking() {
        PersonDetails unknown = PersonDetails.described("Вигадана особа");
        CustodyFact.Apprehended apprehended =
                new CustodyFact.Apprehended(unknown, "м. Вигадане", List.of(), Basis.CPC_208, null, null, null, null);
        return new Booking(apprehended, Instant.now().truncatedTo(ChronoUnit.MILLIS), null, List.of());
    }

    private static URI uri(int port) {
        return URI.create("https://localhost:" + port + "/");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
