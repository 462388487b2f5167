package custody.store.backup;

import custody.ledger.log.Origin;
import custody.ledger.note.NoteSigner;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import custody.store.migrations.Migrating;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a data folder from a backup, with an embedded database.
 *
 * <p>The restored node goes on in a <em>new epoch</em>: a tree of its own, with a key of its own. The node that was backed
 * up may have signed more after the backup; going on in the old tree would be a fork, and the signer must never make one.
 * The old tree stays and is checked as before.
 */
public final class Restore {
    private static final String FILES = "files/";

    private Restore() {}

    /**
     * Restores into a folder that is not there yet or is empty.
     *
     * @param from the backup
     * @param data the new data folder
     * @param passphrase of the keystore in the backup
     * @param now when the new epoch begins
     */
    public static Manifest into(Path from, Path data, Passphrase passphrase, SecureRandom random, Instant now) {
        Manifest manifest = Manifest.verified(from);
        requireEmpty(data);
        UnfinishedRestore.mark(Folders.own(data));
        try {
            files(manifest, from, data);
            Keystore keystore = Keystore.open(data.resolve("keystore.p12"), passphrase, random);
            try (Database database = EmbeddedPostgres.start(data, random)) {
                Migrating.migrate(database);
                tables(database, manifest, from, keystore, now);
            }
            UnfinishedRestore.finished(data);
            return manifest;
        } catch (IOException failed) {
            throw Folders.unusable(data, failed);
        } catch (SQLException failed) {
            throw new StoreFault(Code.BACKUP_UNREADABLE, "the tables do not go in: " + failed, failed);
        }
    }

    private static void requireEmpty(Path data) {
        UnfinishedRestore.refuse(data);
        try {
            if (Files.exists(data)) {
                try (Stream<Path> content = Files.list(data)) {
                    if (content.findAny().isPresent()) {
                        throw new StoreFault(
                                Code.FOLDER_UNUSABLE, data + " is not empty; a backup is restored into a new folder");
                    }
                }
            }
        } catch (IOException unreadable) {
            throw Folders.unusable(data, unreadable);
        }
    }

    /** Those that the manifest names, and no other that lies beside them: only these were compared. */
    private static void files(Manifest manifest, Path from, Path data) throws IOException {
        for (Manifest.Line line : manifest.files()) {
            if (line.name().startsWith(FILES)) {
                Path copy = data.resolve(line.name().substring(FILES.length())).normalize();
                if (!copy.startsWith(data.normalize())) {
                    throw new StoreFault(Code.BACKUP_UNREADABLE, "the manifest names a file outside the folder");
                }
                Folders.own(java.util.Objects.requireNonNull(copy.getParent()));
                try (InputStream in = Files.newInputStream(from.resolve(line.name()))) {
                    Folders.write(copy, in);
                }
            }
        }
    }

    /** All tables and the new epoch, or nothing: tables without it would be a node that goes on in the old tree. */
    private static void tables(Database database, Manifest manifest, Path from, Keystore keystore, Instant now)
            throws SQLException, IOException {
        Set<String> named = manifest.files().stream().map(Manifest.Line::name).collect(Collectors.toSet());
        requireKnown(named);
        try (Connection connection = database.connect(Login.OWNER)) {
            connection.setAutoCommit(false);
            for (String table : Tables.ALL) {
                String file = Tables.file(table);
                if (!named.contains(file)) {
                    if (!Tables.LATER.contains(table)) {
                        throw new StoreFault(Code.BACKUP_UNREADABLE, "the backup does not name " + file);
                    }
                    continue;
                }
                try (InputStream in = Files.newInputStream(from.resolve(file))) {
                    Rows.copy(connection, table, in);
                }
            }
            Rows.migrate(connection);
            newEpoch(connection, keystore, now);
            connection.commit();
        }
    }

    /** Rows in tables that this version does not have would be lost in silence. */
    private static void requireKnown(Set<String> named) {
        Set<String> known = Tables.ALL.stream().map(Tables::file).collect(Collectors.toSet());
        named.stream()
                .filter(name -> name.startsWith(Tables.FOLDER) && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new StoreFault(Code.BACKUP_UNREADABLE, "this version has no table for " + name);
                });
    }

    private static void newEpoch(Connection connection, Keystore keystore, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path TO custody");
        }
        List<Epoch> epochs = Epochs.all(connection);
        if (epochs.isEmpty()) {
            throw new StoreFault(Code.BACKUP_UNREADABLE, "the backup holds no ledger");
        }
        Origin last = epochs.getLast().origin();
        Origin next = new Origin(last.facility(), last.epoch() + 1);
        var _ = Epochs.put(connection, next, NoteSigner.fromSeed(next.text(), keystore.signerSeed(next.epoch())), now);
    }
}
