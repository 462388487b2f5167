package custody.store.records;

import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.store.database.Database;
import custody.store.records.Row.Payloaded;
import custody.store.records.Row.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was committed and hashes it again: several batches in one message where several wait, on a connection that
 * wrote none of them. One owner.
 */
final class ReadingBack implements AutoCloseable {
    private static final String LEAVES = "SELECT index, leaf FROM leaf";
    private static final String RANGE = " WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index";

    private final Database database;
    private final int epoch;
    private final TreeHasher hasher = new TreeHasher();
    private @Nullable Connection connection;

    ReadingBack(Database database, int epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** The first index at which the database does not hold what these batches, which follow each other, wrote. */
    OptionalLong firstDifference(List<Batch> batches) throws SQLException {
        List<Row> rows =
                batches.stream().flatMap(batch -> batch.rows().stream()).toList();
        if (rows.isEmpty()) {
            return OptionalLong.empty();
        }
        Comparison comparison = new Comparison(rows);
        int same = read(comparison).same();
        return same == rows.size()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.get(same).index());
    }

    /** A scan of each table and not a join: whatever the planner thinks of them, each is one look into an index. */
    private Comparison read(Comparison comparison) throws SQLException {
        Script script = new Script(connection());
        comparison.range(script.then(LEAVES + RANGE), epoch);
        for (Place place : comparison.places) {
            comparison.range(script.then("SELECT index, ciphertext FROM " + table(place) + RANGE), epoch);
        }
        try (PreparedStatement statement = script.prepare()) {
            statement.execute();
            try (ResultSet leaves = statement.getResultSet()) {
                comparison.leaves(leaves, hasher);
            }
            for (Place place : comparison.places) {
                statement.getMoreResults();
                try (ResultSet payloads = statement.getResultSet()) {
                    comparison.payloads(place, payloads);
                }
            }
        }
        return comparison;
    }

    private static String table(Place place) {
        return switch (place) {
            case EVENT -> "event";
            case READING -> "reading";
            case ROLE_CHANGE -> "role_change";
        };
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = Connections.forAppending(database);
            connection = open;
        }
        return open;
    }

    /** Closes the connection; the next reading opens another. */
    void drop() {
        Connections.close(connection);
        connection = null;
    }

    @Override
    public void close() {
        drop();
    }

    /** Rows as they were written, and which of them were found. */
    private static final class Comparison {
        private final List<Row> rows;
        private final long first;
        private final BitSet leaves = new BitSet();
        private final BitSet payloads = new BitSet();
        private final BitSet strange = new BitSet();
        /** Tables to look into: that of events always, others where something was written. */
        private final Set<Place> places = EnumSet.of(Place.EVENT);

        Comparison(List<Row> rows) {
            this.rows = rows;
            this.first = rows.getFirst().index();
            for (int row = 0; row < rows.size(); row++) {
                Payloaded payload = rows.get(row).payload();
                if (payload == null) {
                    payloads.set(row);
                } else {
                    places.add(payload.place());
                }
            }
        }

        void range(Script script, int epoch) {
            script.with(epoch).with(first).with(first + rows.size());
        }

        void leaves(ResultSet read, TreeHasher hasher) throws SQLException {
            while (read.next()) {
                int row = Math.toIntExact(read.getLong(1) - first);
                leaves.set(
                        row, hasher.leaf(read.getBytes(2)).equals(rows.get(row).leafHash()));
            }
        }

        void payloads(Place place, ResultSet read) throws SQLException {
            while (read.next()) {
                int row = Math.toIntExact(read.getLong(1) - first);
                Payloaded written = rows.get(row).payload();
                if (written == null || written.place() != place) {
                    strange.set(row);
                } else {
                    payloads.set(row, Hash.sha256(read.getBytes(2)).equals(written.hash()));
                }
            }
        }

        /** How many rows from the first on are there as they were written, and nothing else with them. */
        int same() {
            int leaf = leaves.nextClearBit(0);
            int payload = payloads.nextClearBit(0);
            int other = strange.isEmpty() ? rows.size() : strange.nextSetBit(0);
            return Math.min(other, Math.min(leaf, payload));
        }
    }
}
