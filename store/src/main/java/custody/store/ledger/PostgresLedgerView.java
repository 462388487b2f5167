package custody.store.ledger;

import custody.ledger.log.Origin;
import custody.ledger.note.SignedNote;
import custody.ledger.note.VerifierKey;
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

/** One epoch as the world may fetch it, the newest at first. Never shows what no signed checkpoint covers. Safe for many threads. */
public final class PostgresLedgerView implements LedgerView {
    private static final String LEAVES =
            "SELECT leaf FROM leaf WHERE epoch = ? AND index >= ? AND index < ? ORDER BY index";
    private static final String EARLIER = """
            SELECT o.origin, o.verifier_key, c.size, c.note FROM ledger_epoch o JOIN checkpoint c USING (epoch)
            WHERE o.origin = ? AND o.epoch < ? ORDER BY c.size DESC LIMIT 1
            """;
    private static final String ENTRIES = "entries/";

    private final DataSource pool;
    private final Epoch epoch;
    private final Seals seals;

    /** Over a pool of application connections. */
    public PostgresLedgerView(DataSource pool, Epoch epoch, Sealer sealer) {
        this(pool, epoch, (Seals) sealer);
    }

    private PostgresLedgerView(DataSource pool, Epoch epoch, Seals seals) {
        this.pool = pool;
        this.epoch = epoch;
        this.seals = seals;
    }

    @Override
    public Optional<LedgerView> earlier(String origin) {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setString(1, origin);
            select.setInt(2, epoch.number());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Epoch ended = new Epoch(
                        Origin.parse(rows.getString(1)).orThrow(),
                        VerifierKey.parse(rows.getString(2)).orThrow());
                SignedNote last = SignedNote.parse(rows.getString(4)).orThrow();
                return Optional.of(new PostgresLedgerView(pool, ended, new Seals.Ended(rows.getLong(3), last)));
            }
        } catch (SQLException failed) {
            throw new StorageUnavailable("the earlier ledger cannot be read now", failed);
        }
    }

    @Override
    public String origin() {
        return epoch.origin().text();
    }

    @Override
    public Optional<String> checkpoint() {
        return seals.note().map(SignedNote::encode);
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
        long hashes = seals.size() >> Math.min(63, tile.level() * 8);
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
