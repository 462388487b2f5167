package custody.ledger.tree;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tile that is being filled at one level. Owned by a {@link TileBuilder}. */
final class PartialTile {
    private final int level;
    private final byte[] hashes = new byte[Tile.WIDTH * Hash.BYTES];
    private long index;
    private int width;

    PartialTile(int level, long index) {
        this.level = level;
        this.index = index;
    }

    /** Adds a hash; answers the tile if that made it full, and begins the next one; else null, as it does for most leaves. */
    @Nullable
    Tile add(byte[] from, int offset) {
        System.arraycopy(from, offset, hashes, width * Hash.BYTES, Hash.BYTES);
        width++;
        if (width < Tile.WIDTH) {
            return null;
        }
        Tile full = Tile.of(new TileCoordinates(level, index, Tile.WIDTH), hashes);
        index++;
        width = 0;
        return full;
    }

    void fill(Tile tile) {
        index = tile.coordinates().index();
        width = tile.coordinates().width();
        System.arraycopy(tile.bytes(), 0, hashes, 0, width * Hash.BYTES);
    }

    Optional<Tile> tile() {
        return width == 0 ? Optional.empty() : Optional.of(part(width));
    }

    Optional<Tile> tile(TileCoordinates coordinates) {
        boolean here = coordinates.index() == index && coordinates.width() <= width;
        return here ? Optional.of(part(coordinates.width())) : Optional.empty();
    }

    private Tile part(int hashesWanted) {
        return Tile.of(
                new TileCoordinates(level, index, hashesWanted), Arrays.copyOf(hashes, hashesWanted * Hash.BYTES));
    }

    PartialTile copy() {
        PartialTile copy = new PartialTile(level, index);
        System.arraycopy(hashes, 0, copy.hashes, 0, hashes.length);
        copy.width = width;
        return copy;
    }
}
