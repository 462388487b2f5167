package custody.store.records;

import custody.ledger.log.Leaf;
import custody.ledger.tree.Frontier;
import custody.ledger.tree.TileBuilder;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.store.database.Database;
import custody.store.ledger.PostgresTiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from the database where the ledger stands, on a connection of the appender's own. Owned by the appender. */
final class EdgeLoading {
    /**
     * A batch that this node gave up may still be on its way in the server, which then holds this row; what is read next must be from behind
     * it. A statement of its own: one that also reads the leaf would read it from before it waited.
     */
    private static final String WAIT = "SELECT 1 FROM tree_head WHERE epoch = ? FOR UPDATE";

    private static final String HEAD = """
            SELECT h.frontier, l.leaf FROM tree_head h
            LEFT JOIN leaf l ON l.epoch = h.epoch AND l.index = h.size - 1
            WHERE h.epoch = ?
            """;

    private final Database database;
    private final int epoch;
    private final int cachedEvents;
    private final KnownFacilities known;
    private @Nullable Connection connection;

    EdgeLoading(Database database, int epoch, int cachedEvents, KnownFacilities known) {
        this.database = database;
        this.epoch = epoch;
        this.cachedEvents = cachedEvents;
        this.known = known;
    }

    /** The appender's connection for reading; opened anew when it is gone, after asking for the server to be brought back. */
    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            database.revive();
            open = Connections.forAppending(database);
            connection = open;
        }
        return open;
    }

    void drop() {
        Connections.close(connection);
        connection = null;
    }

    Edge load() throws SQLException {
        drop();
        Connection open = connection();
        // What is built upon must not be undone by a crash of the server.
        try (PreparedStatement flush = open.prepareStatement(Connections.FLUSH)) {
            flush.execute();
        }
        try (PreparedStatement wait = open.prepareStatement(WAIT)) {
            wait.setInt(1, epoch);
            wait.execute();
        }
        try (PreparedStatement select = open.prepareStatement(HEAD)) {
            select.setInt(1, epoch);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no tree head for epoch " + epoch);
                }
                Frontier frontier = Frontier.decode(rows.getBytes(1)).orThrow();
                byte[] newest = rows.getBytes(2);
                Instant last = newest == null
                        ? Instant.EPOCH
                        : Leaf.parse(newest).orThrow().time().recordedAt();
                // Behind the head: what is committed between the two makes the next batch fail, and all is read anew.
                Map<FacilityCode, Facility> facilities = FacilityRows.all(open);
                known.loaded(facilities);
                TileBuilder tree = TileBuilder.resume(frontier, new PostgresTiles(open, epoch));
                return new Edge(tree, cachedEvents, facilities, last);
            }
        }
    }

    void close() {
        drop();
    }
}
