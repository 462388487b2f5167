package custody.store;

import custody.ledger.log.Receipt;
import custody.store.check.AlertLaw;
import custody.store.check.CheckReport;
import custody.store.check.Checking;
import custody.store.check.FootagePlan;
import custody.store.database.Database;
import custody.store.database.ExternalDatabase;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.FolderLock;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code ./custody check DIR}: the check of a data folder, whether a node works on it or not. Writes no row. */
public final class FolderCheck {
    /** The keystore in a data folder. */
    public static final String KEYSTORE = "keystore.p12";

    private FolderCheck() {}

    /**
     * Checks a folder. Uses the server of a live node; starts and stops the embedded one otherwise.
     *
     * @throws StoreFault where there is nothing to check, or the keystore does not open
     */
    public static CheckReport of(Path folder, StoreSettings.Server server, Passphrase passphrase) {
        return of(
                folder,
                server,
                passphrase,
                FootagePlan.whole(folder.toAbsolutePath().normalize()));
    }

    /** As {@link #of(Path, StoreSettings.Server, Passphrase)}, where footage lies elsewhere or is read in part. */
    public static CheckReport of(Path folder, StoreSettings.Server server, Passphrase passphrase, FootagePlan footage) {
        return of(folder, server, passphrase, footage, List.of(), Optional.empty());
    }

    /**
     * As {@link #of(Path, StoreSettings.Server, Passphrase, FootagePlan)}, with receipts that people kept, and with the law by
     * which alerts are judged once more.
     */
    public static CheckReport of(
            Path folder,
            StoreSettings.Server server,
            Passphrase passphrase,
            FootagePlan footage,
            List<Receipt> receipts,
            Optional<AlertLaw> law) {
        Path plain = folder.toAbsolutePath().normalize();
        if (!Files.exists(plain.resolve("node.lock")) && !Files.exists(plain.resolve(KEYSTORE))) {
            throw new StoreFault(Code.WRONG_FOLDER, plain + " is not a data folder");
        }
        SecureRandom random = new SecureRandom();
        Supplier<Keystore> keystore = () -> Keystore.reading(plain.resolve(KEYSTORE), passphrase, random);
        // One that is missing or does not open is said before a database is started; it is opened anew when it is used.
        var _ = keystore.get();
        Function<Database, Checking> checking =
                database -> new Checking(plain, database, keystore, footage, receipts, law);
        return switch (server) {
            case StoreSettings.Server.External(var owner, var application) ->
                check(checking.apply(new ExternalDatabase(owner, application)));
            case StoreSettings.Server.Embedded() -> embedded(plain, random, checking);
        };
    }

    private static CheckReport embedded(Path folder, SecureRandom random, Function<Database, Checking> checking) {
        if (FolderLock.held(folder)) {
            Database running = EmbeddedPostgres.running(folder, random)
                    .orElseThrow(() -> new StoreFault(
                            Code.DATABASE_UNAVAILABLE, "a node holds " + folder + ", but its database does not run"));
            return check(checking.apply(running));
        }
        try (FolderLock _ = FolderLock.take(folder);
                Database own = EmbeddedPostgres.start(folder, random)) {
            return check(checking.apply(own));
        }
    }

    private static CheckReport check(Checking checking) {
        try {
            return checking.run();
        } catch (SQLException failed) {
            throw new StoreFault(Code.DATABASE_UNAVAILABLE, "the database cannot be checked: " + failed, failed);
        }
    }
}
