package custody.store.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds every remembered request against the record it is said to have written to: whoever turned one elsewhere would have a
 * retry answered with what another request wrote. Which body it had cannot be derived; where it points to can.
 */
final class RequestCheck {
    /** Apprehended, delivered and registered: the most that one request adds, and only at the beginning. */
    private static final int BOOKED = 3;

    private static final int DIGEST = 32;
    private static final String ROWS = """
            SELECT name, body_digest, record_id, first_version, last_version FROM request_key
            ORDER BY record_id, first_version, name""";

    private final Snapshot snapshot;
    private final Followed followed;
    private final Consumer<Discovery> discoveries;

    private @Nullable UUID before;
    private int written;

    RequestCheck(Snapshot snapshot, Followed followed, Consumer<Discovery> discoveries) {
        this.snapshot = snapshot;
        this.followed = followed;
        this.discoveries = discoveries;
    }

    void run() throws SQLException {
        snapshot.each(ROWS, _ -> {}, this::row);
    }

    private void row(ResultSet row) throws SQLException {
        byte[] name = row.getBytes(1);
        UUID record = row.getObject(3, UUID.class);
        int first = row.getInt(4);
        int last = row.getInt(5);
        String where = "request " + HexFormat.of().formatHex(name) + " of record " + record;
        if (name.length != DIGEST || row.getBytes(2).length != DIGEST) {
            discover(where, "SHA-256 of key and body", "something else");
        }
        Followed.Line line = followed.records().get(record);
        if (line == null) {
            discover(where, "a record with events", "none");
            return;
        }
        String range = "versions " + first + " to " + last;
        if (first < 1 || last < first || last > line.version()) {
            discover(where, "versions among 1 to " + line.version(), range);
        } else if (first != last && !(first == 1 && last == BOOKED)) {
            discover(where, "one version, or a booking's three", range);
        } else if (record.equals(before) && first <= written) {
            discover(where, "versions that no other request wrote", range);
        }
        written = record.equals(before) ? Math.max(written, last) : last;
        before = record;
    }

    private void discover(String where, String expected, String actual) {
        discoveries.accept(Discovery.of(Discovery.Kind.REQUEST_DIFFERS, where, expected, actual));
    }
}
