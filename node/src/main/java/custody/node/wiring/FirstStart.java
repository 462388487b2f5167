package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.record.places.Facility;
import custody.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node is given before its pages open, and what the person at the console must know. */
sealed interface FirstStart {

    /** Four square metres a person, in hundredths: what holds until somebody enters another. */
    int STRICTEST_NORM = 400;

    /** One-time code for the first administrator; null where accounts exist. */
    @Nullable
    String code();

    void say(PrintWriter out, URI url);

    /** Begins whatever goes on in the background once the pages are open. */
    default void goOn() throws IOException {}

    static FirstStart of(Settings settings, Store store, NodeClock clock, SecureRandom random, PrintWriter out)
            throws IOException {
        if (settings.demo()) {
            DemoStart demo = new DemoStart(new DemoMemory(settings.data()), store, clock, random);
            return new Demo(demo, demo.prepare(out));
        }
        if (store.facilities().find(settings.facility()).isEmpty()) {
            store.facilities().put(empty(settings));
        }
        return store.accounts().any() ? new Known() : new New(newCode(random));
    }

    private static Facility empty(Settings settings) {
        String name = settings.facility().toString();
        return new Facility(
                settings.facility(),
                name,
                name,
                "",
                Facility.Kind.POLICE_UNIT,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                STRICTEST_NORM,
                new Facility.Serving(null, null, null, null),
                List.of());
    }

    /** Ten letters and digits that cannot be mistaken for each other: 50 bits, gone at the next start. */
    private static String newCode(SecureRandom random) {
        String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            code.append(i == 5 ? "-" : "").append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }

    /** Nobody can sign in yet. */
    record New(String code) implements FirstStart {
        @Override
        public void say(PrintWriter out, URI url) {
            out.println(
                    "First start: open " + url + " and enter the code " + code + " to make the first administrator.");
        }
    }

    /** People can sign in. */
    record Known() implements FirstStart {
        @Override
        public @Nullable String code() {
            return null;
        }

        @Override
        public void say(PrintWriter out, URI url) {
            out.println("Sign in with your badge and password.");
        }
    }

    /** Invented people. */
    record Demo(DemoStart start, String password) implements FirstStart {
        @Override
        public @Nullable String code() {
            return null;
        }

        @Override
        public void say(PrintWriter out, URI url) {
            out.println("Demo, all people are invented. Sign in with badge 1000001 (custody officer) and password "
                    + password);
            out.println(
                    "Other badges: 1000002 apprehending officer, 1000003 medic, 1000004 investigator, 1000005 head,");
            out.println(
                    "1000006 prosecutor, 1000007 advocate, 1000008 Ombudsman, 1000009 administrator, 1000010 duty officer.");
        }

        @Override
        public void goOn() throws IOException {
            start.goOn();
        }
    }
}
