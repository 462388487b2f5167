package custody.store;

import custody.store.check.AlertLaw;
import custody.store.check.CheckReport;
import custody.store.check.FootagePlan;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Passphrase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A data folder whose database runs without a node, for a thief with the owner's rights, and for the check. */
final class TamperedFolder implements AutoCloseable {
    private final Path folder;
    private final Database database;
    private final Optional<AlertLaw> law;

    /** Starts its database; alerts are judged by this law, if there is one. */
    TamperedFolder(Path folder, Optional<AlertLaw> law) {
        this.folder = folder;
        this.law = law;
        this.database = EmbeddedPostgres.start(folder, new SecureRandom());
    }

    CheckReport check() {
        return FolderCheck.of(
                folder,
                new StoreSettings.Server.External(database.access(Login.OWNER), database.access(Login.APPLICATION)),
                new Passphrase.BesideKeystore(),
                FootagePlan.whole(folder),
                List.of(),
                law);
    }

    /** Runs statements past every trigger and foreign key. */
    void sql(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    Connection owner() throws SQLException {
        return database.connect(Login.OWNER);
    }

    @Override
    public void close() {
        database.close();
    }
}
