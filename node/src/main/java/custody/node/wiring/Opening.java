package custody.node.wiring;

import custody.node.alarms.Alarms;
import custody.node.alarms.LawInForce;
import custody.node.configuration.Settings;
import custody.node.video.VideoRoom;
import custody.record.law.Lawbook;
import custody.record.law.rules.Packs;
import custody.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/**
 * Opens database, ledger, first-start content, law and cameras on a thread of its own, while the pages read their
 * configuration: whichever of their parts needs one of these waits for it. Together they take half of a start.
 */
final class Opening {
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();

    private Opening() {}

    /**
     * What stands behind the pages.
     *
     * @param store database and ledger
     * @param first what a first start says
     * @param law in force
     * @param alarms at work
     * @param video not yet recording
     */
    record Opened(Store store, FirstStart first, Lawbook law, Alarms alarms, VideoRoom video) {
        void close() {
            alarms.close();
            store.close();
        }
    }

    /** Begins to open. */
    static Opening begin(Settings settings, NodeClock clock, SecureRandom random, PrintWriter out) {
        Opening opening = new Opening();
        // Two threads that log for the first time at once make the logging library say so at the console.
        var _ = LoggerFactory.getILoggerFactory();
        Thread.ofPlatform().name("opening").start(() -> opening.run(settings, clock, random, out));
        return opening;
    }

    @SuppressWarnings("IllegalCatch") // Whatever it is, those who wait must be told.
    private void run(Settings settings, NodeClock clock, SecureRandom random, PrintWriter out) {
        try {
            opened.complete(open(settings, clock, random, out));
        } catch (Throwable failed) {
            opened.completeExceptionally(failed);
        }
    }

    private static Opened open(Settings settings, NodeClock clock, SecureRandom random, PrintWriter out)
            throws IOException {
        // The law is read while the database starts.
        var packs = CompletableFuture.supplyAsync(() -> LawInForce.packs(settings.data(), out::println));
        Store store = StoreOpening.open(settings, clock);
        Alarms alarms = null;
        try {
            Packs there = ChosenPack.among(
                    packs.join(), settings.rulePack(), clock.now().recordedAt(), out::println);
            FirstStart first = FirstStart.of(settings, store, clock, random, out);
            Lawbook law = LawInForce.of(there, settings.rulePack(), store);
            alarms = Alarms.start(store, law, settings.channels(), InstantSource.system());
            alarms.say(clock.now().recordedAt(), out::println);
            return new Opened(
                    store,
                    first,
                    law,
                    alarms,
                    new VideoRoom(settings, store, InstantSource.system(), alarms::wakeForCameras));
        } catch (RuntimeException | IOException failed) {
            if (alarms != null) {
                alarms.close();
            }
            store.close();
            throw failed;
        }
    }

    /** What was opened, as soon as it is. */
    Opened opened() {
        return opened.join();
    }

    /** After the pages failed: closes what was opened; throws what kept it from opening, since that is the reason then. */
    void giveUp() throws IOException {
        try {
            opened.join().close();
        } catch (CompletionException reason) {
            switch (reason.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw reason;
            }
        }
    }
}
