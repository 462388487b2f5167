package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.record.desk.Accounts;
import custody.record.events.Badge;
import custody.store.Store;
import custody.store.backup.Manifest;
import custody.web.session.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** What the owner of the data folder may ask of a node, running or opened for the purpose. */
public final class Control {
    private static final Duration TOKEN_LIFE = Duration.ofDays(90);

    private final Store store;
    private final SecureRandom random;

    /** Asks this store. */
    public Control(Store store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /** Opens a folder on which no node runs, asks, and closes it. */
    public static String opening(Settings settings, Function<Control, String> question) throws IOException {
        try (Store store = StoreOpening.open(settings, new NodeClock())) {
            return question.apply(new Control(store, new SecureRandom()));
        }
    }

    /** A fresh API token of an active officer; shown once, kept hashed. */
    public String token(String badge) {
        Badge owner = new Badge(badge);
        boolean active =
                store.officers().find(owner).filter(officer -> officer.active()).isPresent();
        if (!active) {
            throw new IllegalArgumentException("no active officer has the badge " + badge);
        }
        String token = Tokens.fresh(random);
        store.accounts().token(Tokens.digest(token), owner, Instant.now().plus(TOKEN_LIFE), new Accounts.Console());
        return token;
    }

    /** Copies the node into a new folder; says what was copied. */
    public String backup(Path to) {
        Manifest manifest = store.backup(to);
        return "Backed up " + manifest.files().size() + " files, " + manifest.size() + " bytes, to " + to;
    }
}
