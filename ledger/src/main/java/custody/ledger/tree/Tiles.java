package custody.ledger.tree;

import java.util.Optional;

/**
 * Where tiles are read: a store, a folder, a stick. Not trusted: every proof made from it is verified against a signed
 * root. Safe for several readers at once if its implementation is.
 */
@FunctionalInterface
public interface Tiles {
    /**
     * The tile, or nothing if it is not there. A partial tile may be cut from a wider one ({@link Tile#narrowed}); the
     * answer must have exactly the coordinates that were asked for.
     */
    Optional<Tile> tile(TileCoordinates coordinates);
}
