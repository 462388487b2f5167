package custody.node.wiring;

import custody.node.demo.DemoDay;
import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.node.demo.DemoPlayer;
import custody.node.demo.Pace;
import custody.node.demo.Played;
import custody.node.demo.PortDesk;
import custody.node.demo.Step;
import custody.record.desk.Accounts;
import custody.record.places.Officer;
import custody.store.Store;
import custody.web.session.Passwords;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a demo folder once: facility, people, and the day until now; then lets the day go on. A start that was cut off is
 * taken up where it stopped, because the same run of the same day writes nothing twice.
 */
final class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String RUN = "demo";
    private static final int PASSWORD_LETTERS = 14;

    private final DemoMemory memory;
    private final Store store;
    private final NodeClock clock;
    private final SecureRandom random;
    /** Who told the past in this run, and remembers it; nobody in later runs. */
    private @Nullable DemoPlayer teller;

    DemoStart(DemoMemory memory, Store store, NodeClock clock, SecureRandom random) {
        this.memory = memory;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Sets the clock before the folder is opened for the first time: the ledger begins in the demo's past, in the one run
     * of the machine that tells it, and goes on in the real one.
     */
    static void rewind(DemoMemory memory, NodeClock clock) throws IOException {
        if (memory.text("told").isEmpty()) {
            clock.set(dawn(memory));
        }
    }

    private static Instant dawn(DemoMemory memory) throws IOException {
        return day(memory).steps().getFirst().recordedAt().minus(1, ChronoUnit.HOURS);
    }

    /** The day around the moment that this folder was made, which is kept. */
    private static DemoDay day(DemoMemory memory) throws IOException {
        Instant turn =
                memory.text("turn").map(Instant::parse).orElse(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        memory.keep("turn", turn.toString());
        return DemoDay.around(turn, DemoDay.SEED);
    }

    /** Makes whatever is missing; answers the password that all ten share. */
    String prepare(PrintWriter out) throws IOException {
        String password = memory.text("password").orElse("");
        if (password.isEmpty()) {
            password = newPassword();
            memory.keep("password", password);
        }
        if (memory.text("told").isEmpty()) {
            out.println("Demo: writing down a day of 40 detentions, once");
            out.flush();
            tellThePast(password);
            memory.keep("told", "yes");
        }
        return password;
    }

    /** Lets the day go on in the background while the node runs. */
    void goOn() throws IOException {
        Optional<String> turn = memory.text("turn");
        if (turn.isPresent()) {
            DemoDay day = DemoDay.around(Instant.parse(turn.get()), DemoDay.SEED);
            DemoPlayer remembering = teller;
            // A later run asks for every step again, and is told what each one became.
            List<Step> steps = remembering == null ? day.steps() : day.ahead();
            DemoPlayer player = remembering == null ? player() : remembering;
            Thread.ofVirtual()
                    .name("demo-day")
                    .start(() -> player.play(steps, Pace.asItWas(day.turn()), DemoStart::waitUntil));
        }
    }

    private void tellThePast(String password) throws IOException {
        DemoDay day = day(memory);
        clock.set(dawn(memory));
        try {
            people(password);
            DemoPlayer player = player();
            Played played = player.playTogether(day.past(), clock::set);
            teller = player;
            // A day with a hole in it is still worth seeing; that there is none is what the tests are for.
            played.surprises()
                    .forEach(surprise ->
                            LOG.atWarn().addKeyValue("step", surprise).log("demo day"));
        } finally {
            clock.real();
        }
    }

    private DemoPlayer player() {
        return new DemoPlayer(new PortDesk(store.records()), RUN);
    }

    private void people(String password) {
        if (store.facilities().find(DemoFacility.CODE).isEmpty()) {
            store.facilities().put(DemoFacility.facility());
            store.martialLaw().declare(DemoFacility.CODE, DemoFacility.MARTIAL_LAW, DemoOfficers.ADMINISTRATOR);
        }
        Passwords passwords = new Passwords();
        for (Officer officer : DemoOfficers.all()) {
            if (store.officers().find(officer.badge()).isEmpty()) {
                store.officers().put(officer);
            }
            if (store.accounts().find(officer.badge()).isEmpty()) {
                store.accounts().password(officer.badge(), passwords.hash(password), new Accounts.Console());
            }
        }
    }

    private String newPassword() {
        String alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            password.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return password.toString();
    }

    /** A step whose time has long passed while the node was down is played at once. */
    private static boolean waitUntil(Instant due) {
        try {
            long wait = Instant.now().until(due, ChronoUnit.MILLIS);
            if (wait > 0) {
                Thread.sleep(wait);
            }
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
