package custody.ledger.tree;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tile: C2SP tlog-tiles, {@code tile/<level>/<index>[.p/<width>]}.
 *
 * @param level 0 (leaf hashes) to 63; a hash at level l spans 256^l leaves
 * @param index number of the tile within its level, from 0
 * @param width hashes in the tile, 1 to 256; below 256 the tile is partial
 */
public record TileCoordinates(int level, long index, int width) {
    private static final int MAX_LEVEL = 63;
    private static final String PREFIX = "tile/";
    private static final String ENTRIES = "tile/entries/";

    public TileCoordinates {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException("no such tile: level " + level + " index " + index + " width " + width);
        }
    }

    /** Whether the tile will never change. */
    public boolean full() {
        return width == Tile.WIDTH;
    }

    /** The full tile in this place. */
    public TileCoordinates whole() {
        return new TileCoordinates(level, index, Tile.WIDTH);
    }

    /** The path of the hashes below the log's prefix, such as {@code tile/0/x001/x234/067.p/5}. */
    public String path() {
        return TilePath.append(new StringBuilder(PREFIX).append(level).append('/'), index, width);
    }

    /** The path of the entry bundle beside this tile, such as {@code tile/entries/000.p/5}; only for level 0. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("entries stand beside tiles of level 0 only");
        }
        return TilePath.append(new StringBuilder(ENTRIES), index, width);
    }

    /** Reads {@link #path}. Refused: BAD_NAME, BAD_NUMBER, TRUNCATED, TOO_LONG. */
    public static Parsed<TileCoordinates> parse(String path) {
        return Parsed.of(() -> {
            if (!path.startsWith(PREFIX)) {
                throw new Malformed(Malformation.BAD_NAME, "a tile path begins with tile/");
            }
            int slash = path.indexOf('/', PREFIX.length());
            if (slash < 0) {
                throw new Malformed(Malformation.TRUNCATED, "a tile path has a level and an index");
            }
            int level = TilePath.decimal(path.substring(PREFIX.length(), slash), 0, MAX_LEVEL);
            return TilePath.read(level, path.substring(slash + 1));
        });
    }

    /** Reads {@link #entriesPath}; the answer is the tile of level 0 beside the bundle. Refused as {@link #parse}. */
    public static Parsed<TileCoordinates> parseEntries(String path) {
        return Parsed.of(() -> {
            if (!path.startsWith(ENTRIES)) {
                throw new Malformed(Malformation.BAD_NAME, "an entry bundle path begins with tile/entries/");
            }
            return TilePath.read(0, path.substring(ENTRIES.length()));
        });
    }

    /** The partial tiles at the right edge of a tree of this size, lowest level first; what a checkpoint must serve. */
    public static List<TileCoordinates> partials(long size) {
        List<TileCoordinates> partials = new ArrayList<>();
        long hashes = size;
        for (int level = 0; hashes > 0; level++, hashes /= Tile.WIDTH) {
            if (hashes % Tile.WIDTH != 0) {
                partials.add(new TileCoordinates(level, hashes / Tile.WIDTH, (int) (hashes % Tile.WIDTH)));
            }
        }
        return partials;
    }
}
