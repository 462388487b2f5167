package custody.store;

import custody.ledger.log.Field;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.keys.Binding;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import custody.store.payloads.Payload;
import custody.store.records.KeyRows;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the entries of a folder that no node works on commit to, opened with its keys. */
public final class CommittedEntries {
    private static final String SELECT = """
            SELECT o.origin, l.index, l.ciphertext, k.id, k.purpose, k.facility, k.month, k.kek, k.wrapped
            FROM leaf l JOIN ledger_epoch o USING (epoch) JOIN data_key k ON k.id = coalesce(l.data_key, l.record_id)
            """;

    private CommittedEntries() {}

    /** Fields by index; entries in clear are not among them. */
    public static Map<Long, List<Field>> of(Path folder) {
        SecureRandom random = new SecureRandom();
        DataKeys keys = new DataKeys(
                Keystore.reading(folder.resolve(FolderCheck.KEYSTORE), new Passphrase.BesideKeystore(), random),
                random);
        Map<Long, List<Field>> fields = new HashMap<>();
        try (Database database = EmbeddedPostgres.start(folder, random);
                Connection connection = database.connect(Login.OWNER);
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(SELECT)) {
            while (rows.next()) {
                long index = rows.getLong(2);
                fields.put(
                        index,
                        keys.open(KeyRows.read(rows, 4))
                                .open(Binding.entry(rows.getString(1), index), rows.getBytes(3))
                                .map(Payload::decode)
                                .orElseThrow());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return fields;
    }
}
