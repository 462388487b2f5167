package custody.store.ledger;

import custody.ledger.note.SignedNote;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileCoordinates;
import custody.record.desk.LedgerView;
import custody.record.desk.StorageUnavailable;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The newest epoch as the world may fetch it. Never shows what no signed checkpoint covers. Safe for many threads. */
public final class PostgresLedgerView implements LedgerView {
    private static final String LEAVES =
            "SELECT leaf FROM leaf WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index";
    private static final String ENTRIES = "entries/";

    private final DataSource pool;
    private final Epoch epoch;
    private final Sealer sealer;

    /** Over a pool of application connections. */
    public PostgresLedgerView(DataSource pool, Epoch epoch, Sealer sealer) {
        this.pool = pool;
        this.epoch = epoch;
        this.sealer = sealer;
    }

    @Override
    public String origin() {
        return epoch.origin().text();
    }

    @Override
    public Optional<String> checkpoint() {
        return sealer.note().map(SignedNote::encode);
    }

    @Override
    public String verifierKey() {
        return epoch.key().text();
    }

    @Override
    public Optional<byte[]> tile(String path) {
        boolean entries = path.startsWith(ENTRIES);
        var parsed = entries ? TileCoordinates.parseEntries("tile/" + path) : TileCoordinates.parse("tile/" + path);
        return parsed.accepted().filter(this::covered).flatMap(tile -> entries ? bundle(tile) : hashes(tile));
    }

    private boolean covered(TileCoordinates tile) {
        long hashes = sealer.size() >> Math.min(63, tile.level() * 8);
        return tile.index() * Tile.WIDTH + tile.width() <= hashes;
    }

    private Optional<byte[]> hashes(TileCoordinates tile) {
        try (Connection connection = pool.getConnection()) {
            return new PostgresTiles(connection, epoch.number()).tile(tile).map(Tile::bytes);
        } catch (SQLException | PostgresTiles.UnreadableTiles failed) {
            throw new StorageUnavailable("the tile cannot be read now", failed);
        }
    }

    /** C2SP tlog-tiles entry bundle: each leaf with its length as two bytes, big-endian. */
    private Optional<byte[]> bundle(TileCoordinates tile) {
        long first = tile.index() * Tile.WIDTH;
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setInt(1, epoch.number());
            select.setLong(2, first);
            select.setLong(3, first + tile.width());
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    byte[] leaf = rows.getBytes(1);
                    bundle.write(leaf.length >> 8);
                    bundle.write(leaf.length);
                    bundle.writeBytes(leaf);
                    found++;
                }
            }
            return found == tile.width() ? Optional.of(bundle.toByteArray()) : Optional.empty();
        } catch (SQLException failed) {
            throw new StorageUnavailable("the entries cannot be read now", failed);
        }
    }
}
