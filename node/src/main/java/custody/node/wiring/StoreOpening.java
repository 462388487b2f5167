package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database.Access;
import custody.store.files.Passwords;
import custody.store.keys.Passphrase;
import custody.store.records.NodeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Opens the store as the settings say. */
public final class StoreOpening {
    private static final String APPLICATION_PASSWORD = "database.application.password";

    private StoreOpening() {}

    static Store open(Settings settings, NodeTime time) throws IOException {
        return Store.open(new StoreSettings(
                settings.data(),
                settings.facility(),
                server(settings),
                passphrase(settings.passphraseFile()),
                time,
                StoreSettings.BATCH_ENTRIES,
                StoreSettings.CACHED_EVENTS));
    }

    /**
     * Which PostgreSQL, as the settings say. The node works in an external one as {@code <owner>_application}, a role that
     * it makes at the first start, with a password of its own that stays in the data folder.
     */
    public static StoreSettings.Server server(Settings settings) throws IOException {
        if (settings.database().isEmpty()) {
            return new StoreSettings.Server.Embedded();
        }
        Settings.Database external = settings.database().get();
        String url = withSchema(external.url());
        Access owner = new Access(
                url, external.user(), Files.readString(external.passwordFile()).strip());
        String password = Passwords.of(settings.data().resolve(APPLICATION_PASSWORD), new SecureRandom());
        return new StoreSettings.Server.External(owner, new Access(url, external.user() + "_application", password));
    }

    /** Tables stand in a schema of their own; a server that is stuck counts as gone. */
    private static String withSchema(String url) {
        String parameters = "currentSchema=custody&connectTimeout=2&loginTimeout=5";
        return url + (url.contains("?") ? "&" : "?") + parameters;
    }

    /** The keystore's passphrase, as the settings say. */
    public static Passphrase passphrase(Optional<Path> file) throws IOException {
        return file.isEmpty()
                ? new Passphrase.BesideKeystore()
                : new Passphrase.Given(Files.readString(file.get()).strip());
    }
}
