package custody.store.backup;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Puts the rows of a backup into tables of this version. A backup that an earlier version made has rows with fewer columns: later
 * ones were only ever added behind them, so that the first so many are meant. What migrations changed in rows is changed in these too.
 */
final class Rows {
    /** Bytes before the first row: signature, flags, length of an extension, which PostgreSQL never writes. */
    private static final int HEAD = 11 + 4 + 4;

    /** Stands where the first row would begin when there is none. */
    private static final int NONE = -1;

    private static final String COLUMNS = """
            SELECT attname FROM pg_attribute
            WHERE attrelid = ('custody.' || ?)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""";

    /** What migrations do to rows: here it is done to those that came after them. Each changes nothing where nothing is to be changed. */
    static final List<String> MIGRATED = List.of(
            // V6_4
            "UPDATE custody.footage_hold SET holds = true, release = NULL, first = NULLIF(first, ''::bytea)"
                    + " WHERE release = ''::bytea",
            // V6_9
            "UPDATE custody.alert SET next_step_at = now()"
                    + " WHERE urging AND next_step_at IS NULL AND acknowledged_at IS NULL AND kind <> 'QUESTION'");

    private Rows() {}

    /** Copies the rows of one table, in the binary form of PostgreSQL's COPY. */
    static void copy(Connection connection, String table, InputStream rows) throws SQLException, IOException {
        var buffered = new BufferedInputStream(rows);
        int fields = fields(buffered);
        List<String> columns = columns(connection, table);
        if (fields > columns.size()) {
            throw new StoreFault(
                    Code.BACKUP_UNREADABLE, "rows of " + table + " have columns that only a later version knows");
        }
        List<String> named = fields == NONE ? columns : columns.subList(0, fields);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY custody." + table + " (" + String.join(", ", named) + ") FROM STDIN (FORMAT binary)",
                        buffered);
    }

    /** How many fields the first row has; the stream is as before. */
    private static int fields(BufferedInputStream rows) throws IOException {
        rows.mark(HEAD + Short.BYTES);
        var data = new DataInputStream(rows);
        data.skipNBytes(HEAD);
        int fields = data.readShort();
        rows.reset();
        return fields;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.add('"' + rows.getString(1) + '"');
                }
            }
            return columns;
        }
    }

    /** Does to all rows what migrations did to those that were there before them. */
    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : MIGRATED) {
                statement.execute(each);
            }
        }
    }
}
