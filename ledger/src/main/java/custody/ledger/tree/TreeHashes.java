package custody.ledger.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inner hashes of a tree of a fixed size, read from tiles; makes roots and proofs. Keeps the tiles it has read, so
 * one instance serves one request or one small batch; one owner.
 */
public final class TreeHashes {
    private final Tiles tiles;
    private final long size;
    private final Map<TileCoordinates, Tile> read = new HashMap<>();
    private final TreeHasher hasher = new TreeHasher();

    private TreeHashes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** Over the first {@code size} leaves. */
    public static TreeHashes of(Tiles tiles, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree size is not negative");
        }
        return new TreeHashes(tiles, size);
    }

    /** The root, or nothing if a tile is missing. */
    public Optional<Hash> root() {
        if (size == 0) {
            return Optional.of(TreeHead.EMPTY.root());
        }
        return Built.of(() -> range(0, size)).made();
    }

    /** The proof that the leaf at {@code index} is in this tree; OutOfRange unless 0 ≤ index < size. */
    public Built<InclusionProof> inclusion(long index) {
        if (index < 0 || index >= size) {
            return new Built.OutOfRange<>();
        }
        return Built.of(() -> {
            List<Hash> path = new ArrayList<>();
            long start = 0;
            long end = size;
            while (end - start > 1) {
                long middle = start + Long.highestOneBit(end - start - 1);
                boolean left = index < middle;
                path.addFirst(left ? range(middle, end) : range(start, middle));
                start = left ? start : middle;
                end = left ? middle : end;
            }
            return new InclusionProof(index, size, path);
        });
    }

    /** The proof that this tree continues the one of {@code oldSize} leaves; OutOfRange unless 0 ≤ oldSize ≤ size. */
    public Built<ConsistencyProof> consistency(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            return new Built.OutOfRange<>();
        }
        return Built.of(() -> {
            List<Hash> path = new ArrayList<>();
            if (oldSize != 0 && oldSize != size) {
                subproof(oldSize, path);
            }
            return new ConsistencyProof(oldSize, size, path);
        });
    }

    /** RFC 9162 section 2.1.4.1 SUBPROOF, from the root downwards. */
    private void subproof(long oldSize, List<Hash> path) {
        long start = 0;
        long end = size;
        while (oldSize != end) {
            long middle = start + Long.highestOneBit(end - start - 1);
            boolean left = oldSize <= middle;
            path.addFirst(left ? range(middle, end) : range(start, middle));
            start = left ? start : middle;
            end = left ? middle : end;
        }
        if (start != 0) {
            path.addFirst(range(start, end));
        }
    }

    /** The root over leaves start to end (exclusive), where start is aligned as RFC 6962's splitting makes it. */
    private Hash range(long start, long end) {
        long width = end - start;
        long largest = Long.highestOneBit(width);
        if (largest == width) {
            return node(Long.numberOfTrailingZeros(width), start);
        }
        return hasher.node(range(start, start + largest), range(start + largest, end));
    }

    private Hash node(int treeLevel, long start) {
        int tileLevel = treeLevel / Tile.HEIGHT;
        int within = treeLevel % Tile.HEIGHT;
        long first = start >> (tileLevel * Tile.HEIGHT);
        return tile(tileLevel, first / Tile.WIDTH).subtree((int) (first % Tile.WIDTH), 1 << within);
    }

    private Tile tile(int level, long index) {
        long available = (size >> (level * Tile.HEIGHT)) - index * Tile.WIDTH;
        TileCoordinates wanted = new TileCoordinates(level, index, (int) Math.min(Tile.WIDTH, available));
        return read.computeIfAbsent(
                wanted,
                coordinates -> tiles.tile(coordinates)
                        .filter(tile -> tile.coordinates().equals(coordinates))
                        .orElseThrow(() -> new MissingTile(coordinates)));
    }
}
