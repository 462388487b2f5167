package custody.store.backup;

import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Copies a node's tables, in one snapshot, and the files of its folder but footage, while the node works. The signer's memory is the
 * newest checkpoint of the snapshot, so that tables and memory tell of the same moment.
 */
public final class Backup {
    static final String LAST_SIGNED = "last-signed";
    private static final String KEYSTORE = "files/keystore.p12";

    private Backup() {}

    /**
     * Writes a backup into a folder that is not there yet. It appears under its name only when it is whole.
     *
     * @param data the node's data folder
     * @param to folder of the backup
     */
    public static Manifest write(Database database, Path data, Path to) {
        if (Files.exists(to)) {
            throw new StoreFault(Code.FOLDER_UNUSABLE, to + " is there already; a backup goes into a new folder");
        }
        Path beside = to.resolveSibling(to.getFileName() + ".partial");
        try {
            Folders.own(beside);
            List<Manifest.Line> lines = new ArrayList<>(tables(database, beside));
            lines.addAll(files(data, beside));
            Manifest manifest = new Manifest(lines);
            Folders.write(beside.resolve(Manifest.NAME), manifest.text());
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException failed) {
            throw Folders.unusable(to, failed);
        } catch (SQLException failed) {
            throw new StoreFault(Code.DATABASE_UNAVAILABLE, "the database does not answer: " + failed, failed);
        }
    }

    private static List<Manifest.Line> tables(Database database, Path to) throws SQLException, IOException {
        Folders.own(to.resolve("tables"));
        List<Manifest.Line> lines = new ArrayList<>();
        try (Connection connection = database.connect(Login.APPLICATION)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : Tables.ALL) {
                Path file = to.resolve(Tables.file(table));
                try (OutputStream out = Files.newOutputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", out);
                }
                lines.add(Manifest.of(file, Tables.file(table)));
            }
            lines.addAll(lastSigned(connection, to));
            connection.rollback();
        }
        return lines;
    }

    private static List<Manifest.Line> lastSigned(Connection connection, Path to) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT note FROM checkpoint ORDER BY epoch DESC, size DESC LIMIT 1")) {
            if (!rows.next()) {
                return List.of();
            }
            Path file = Folders.own(to.resolve("files")).resolve(LAST_SIGNED);
            Folders.write(file, rows.getString(1));
            return List.of(Manifest.of(file, "files/" + LAST_SIGNED));
        }
    }

    private static List<Manifest.Line> files(Path data, Path to) throws IOException {
        List<Manifest.Line> lines = new Copying(data.toRealPath(), to.toRealPath()).run();
        if (lines.stream().noneMatch(line -> line.name().equals(KEYSTORE))) {
            throw new StoreFault(
                    Code.KEYSTORE_MISSING,
                    "there is no keystore in " + data + ", and no backup can be read without it");
        }
        return lines;
    }
}
