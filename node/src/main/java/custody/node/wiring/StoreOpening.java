package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database.Access;
import custody.store.keys.Passphrase;
import custody.store.records.NodeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the store as the settings say. */
public final class StoreOpening {
    private StoreOpening() {}

    static Store open(Settings settings, NodeTime time) throws IOException {
        return Store.open(new StoreSettings(
                settings.data(),
                settings.facility(),
                server(settings.database()),
                passphrase(settings.passphraseFile()),
                time,
                StoreSettings.BATCH_ENTRIES,
                StoreSettings.CACHED_EVENTS));
    }

    /** Which PostgreSQL, as the settings say. */
    public static StoreSettings.Server server(Optional<Settings.Database> database) throws IOException {
        if (database.isEmpty()) {
            return new StoreSettings.Server.Embedded();
        }
        Settings.Database external = database.get();
        String password = Files.readString(external.passwordFile()).strip();
        Access owner = new Access(external.url(), external.user(), password);
        return new StoreSettings.Server.External(owner, owner);
    }

    /** The keystore's passphrase, as the settings say. */
    public static Passphrase passphrase(Optional<Path> file) throws IOException {
        return file.isEmpty()
                ? new Passphrase.BesideKeystore()
                : new Passphrase.Given(Files.readString(file.get()).strip());
    }
}
