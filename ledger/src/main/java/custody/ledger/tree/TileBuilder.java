package custody.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A growing tree that says which tiles became full, so that a store can keep them in the same transaction. Holds the
 * frontier and the partial tiles at the right edge: at most 8 kB a level. Mutable, one owner; {@link #copy} before a
 * transaction that may fail.
 */
public final class TileBuilder implements Tiles {
    private final Frontier frontier;
    private final List<PartialTile> levels = new ArrayList<>();
    private final List<Tile> completed = new ArrayList<>();
    private final NodeSink sink = this::add;

    private TileBuilder(Frontier frontier) {
        this.frontier = frontier;
    }

    /** For the empty tree. */
    public static TileBuilder empty() {
        return new TileBuilder(new Frontier());
    }

    /**
     * Continues at a frontier; the partial tiles of its size are read from {@code tiles} once.
     *
     * @throws IllegalStateException if one is not there or does not hash to the frontier's root: the store is damaged
     */
    public static TileBuilder resume(Frontier frontier, Tiles tiles) {
        TileBuilder builder = new TileBuilder(frontier.copy());
        for (TileCoordinates partial : TileCoordinates.partials(frontier.size())) {
            Tile tile =
                    tiles.tile(partial).orElseThrow(() -> new IllegalStateException("missing tile " + partial.path()));
            builder.level(partial.level()).fill(tile);
        }
        if (!TreeHashes.of(builder, frontier.size()).root().equals(Optional.of(frontier.root()))) {
            throw new IllegalStateException("the stored partial tiles are not those of the frontier");
        }
        return builder;
    }

    /** Appends leaf hashes in order; answers the tiles that became full, in the order in which they did. */
    public List<Tile> append(List<Hash> leaves) {
        completed.clear();
        for (Hash leaf : leaves) {
            frontier.append(leaf.owned(), 0, sink);
        }
        return List.copyOf(completed);
    }

    /** Appends the leaf hash at {@code offset}; answers the tiles that became full. For checks that must not allocate. */
    public List<Tile> append(byte[] leaves, int offset) {
        completed.clear();
        frontier.append(leaves, offset, sink);
        return completed.isEmpty() ? List.of() : List.copyOf(completed);
    }

    private void add(int treeLevel, byte[] hashes, int offset) {
        Tile full = level(treeLevel / Tile.HEIGHT).add(hashes, offset);
        if (full != null) {
            completed.add(full);
        }
    }

    private PartialTile level(int tileLevel) {
        while (levels.size() <= tileLevel) {
            int next = levels.size();
            levels.add(new PartialTile(next, (frontier.size() >> (next * Tile.HEIGHT)) / Tile.WIDTH));
        }
        return levels.get(tileLevel);
    }

    /** Size and root of the tree so far. */
    public TreeHead head() {
        return frontier.head();
    }

    /** Number of leaves. */
    public long size() {
        return frontier.size();
    }

    /** A copy of the frontier. */
    public Frontier frontier() {
        return frontier.copy();
    }

    /** The partial tiles at the right edge, lowest level first. */
    public List<Tile> partials() {
        return levels.stream().flatMap(level -> level.tile().stream()).toList();
    }

    /** A partial tile of the right edge, or a narrower part of it; full tiles are the store's. */
    @Override
    public Optional<Tile> tile(TileCoordinates coordinates) {
        return coordinates.level() < levels.size()
                ? levels.get(coordinates.level()).tile(coordinates)
                : Optional.empty();
    }

    /** An independent builder of the same state. */
    public TileBuilder copy() {
        TileBuilder copy = new TileBuilder(frontier.copy());
        levels.forEach(level -> copy.levels.add(level.copy()));
        return copy;
    }
}
