package custody.ledger.tree;

import java.util.Objects;

/**
 * The hashes of one tile (C2SP tlog-tiles). Immutable.
 * At level 0 they are leaf hashes; above, each is the root of a full tile of the level below.
 */
public final class Tile {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Tree levels that one tile spans. */
    static final int HEIGHT = 8;

    private final TileCoordinates coordinates;
    private final byte[] hashes;

    private Tile(TileCoordinates coordinates, byte[] owned) {
        this.coordinates = coordinates;
        this.hashes = owned;
    }

    /** A tile of exactly {@code width × 32} bytes, copied. */
    public static Tile of(TileCoordinates coordinates, byte[] hashes) {
        if (hashes.length != coordinates.width() * Hash.BYTES) {
            throw new IllegalArgumentException(
                    "a tile of width " + coordinates.width() + " has 32 bytes for each hash");
        }
        return new Tile(coordinates, hashes.clone());
    }

    public TileCoordinates coordinates() {
        return coordinates;
    }

    /** A copy of the served bytes: the hashes one after the other. */
    public byte[] bytes() {
        return hashes.clone();
    }

    /** The hash in a slot from 0 to width - 1. */
    public Hash hash(int slot) {
        return Hash.at(hashes, checked(slot) * Hash.BYTES);
    }

    /** Whether a slot holds this hash. */
    public boolean holds(int slot, Hash hash) {
        return hash.isAt(hashes, checked(slot) * Hash.BYTES);
    }

    /** The first {@code width} hashes as a partial tile: what the tree showed when it was smaller. */
    public Tile narrowed(int width) {
        TileCoordinates narrow = new TileCoordinates(coordinates.level(), coordinates.index(), width);
        byte[] first = new byte[width * Hash.BYTES];
        System.arraycopy(hashes, 0, first, 0, first.length);
        return new Tile(narrow, first);
    }

    /** The root of a full tile: the hash that stands for it one tile level above. */
    public Hash root() {
        if (!coordinates.full()) {
            throw new IllegalStateException("a partial tile has no place in the level above");
        }
        return subtree(0, WIDTH);
    }

    /** The root over {@code count} slots, a power of two, from an aligned slot on. */
    Hash subtree(int from, int count) {
        byte[] part = new byte[count * Hash.BYTES];
        System.arraycopy(hashes, from * Hash.BYTES, part, 0, part.length);
        new TreeHasher().fold(part, count);
        return Hash.at(part, 0);
    }

    private int checked(int slot) {
        return Objects.checkIndex(slot, coordinates.width());
    }
}
