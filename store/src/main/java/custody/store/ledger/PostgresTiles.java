package custody.store.ledger;

import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileCoordinates;
import custody.ledger.tree.Tiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Tiles of one epoch, read from the database. Full ones are rows; a partial one is made of what stands a level below. */
public final class PostgresTiles implements Tiles {
    private static final String FULL = "SELECT hashes FROM tile WHERE epoch = ? AND level = ? AND number = ?";
    private static final String LEAVES =
            "SELECT leaf_hash FROM leaf WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index";
    private static final String ROOTS =
            "SELECT root FROM tile WHERE epoch = ? AND number >= ? AND number < ? AND level = ? ORDER BY number";

    private final Connection connection;
    private final int epoch;

    /** Over an open connection, which the caller owns; one owner. */
    public PostgresTiles(Connection connection, int epoch) {
        this.connection = connection;
        this.epoch = epoch;
    }

    /** Throws {@link UnreadableTiles} if the database cannot answer. */
    @Override
    public Optional<Tile> tile(TileCoordinates coordinates) {
        try {
            return read(coordinates);
        } catch (SQLException failed) {
            throw new UnreadableTiles(failed);
        }
    }

    /** As {@link #tile}, with the database's own fault. */
    public Optional<Tile> read(TileCoordinates coordinates) throws SQLException {
        return coordinates.full() ? full(coordinates) : partial(coordinates);
    }

    private Optional<Tile> full(TileCoordinates coordinates) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FULL)) {
            select.setInt(1, epoch);
            select.setInt(2, coordinates.level());
            select.setLong(3, coordinates.index());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(Tile.of(coordinates, rows.getBytes(1))) : Optional.empty();
            }
        }
    }

    private Optional<Tile> partial(TileCoordinates coordinates) throws SQLException {
        boolean leaves = coordinates.level() == 0;
        long first = coordinates.index() * Tile.WIDTH;
        try (PreparedStatement select = connection.prepareStatement(leaves ? LEAVES : ROOTS)) {
            select.setInt(1, epoch);
            select.setLong(2, first);
            select.setLong(3, first + coordinates.width());
            if (!leaves) {
                select.setInt(4, coordinates.level() - 1);
            }
            byte[] hashes = new byte[coordinates.width() * Hash.BYTES];
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    System.arraycopy(rows.getBytes(1), 0, hashes, found * Hash.BYTES, Hash.BYTES);
                    found++;
                }
            }
            return found == coordinates.width() ? Optional.of(Tile.of(coordinates, hashes)) : Optional.empty();
        }
    }

    /** The database failed while tiles were read. */
    public static final class UnreadableTiles extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableTiles(SQLException cause) {
            super("tiles cannot be read", cause);
        }
    }
}
