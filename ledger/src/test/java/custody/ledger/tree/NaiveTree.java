package custody.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of RFC 6962 section 2.1 word for word, slow and plain: what the real code is compared with. */
public final class NaiveTree implements Tiles {
    private final List<Hash> leaves = new ArrayList<>();
    private final TreeHasher hasher = new TreeHasher();
    private final Map<Range, Hash> known = new HashMap<>();

    private record Range(long start, long end) {}

    /** Of so many different leaves. */
    public static NaiveTree of(int size) {
        NaiveTree tree = new NaiveTree();
        for (int i = 0; i < size; i++) {
            tree.add(leaf(i));
        }
        return tree;
    }

    public static Hash leaf(int index) {
        return new TreeHasher().leaf(("leaf " + index).getBytes(StandardCharsets.US_ASCII));
    }

    void add(Hash leaf) {
        leaves.add(leaf);
    }

    public List<Hash> leaves() {
        return leaves;
    }

    public TreeHead head(long size) {
        return new TreeHead(size, size == 0 ? TreeHead.EMPTY.root() : hash(0, size));
    }

    /** MTH(D[start:end]). */
    Hash hash(long start, long end) {
        if (end - start == 1) {
            return leaves.get((int) start);
        }
        Hash before = known.get(new Range(start, end));
        if (before != null) {
            return before;
        }
        long k = start + largestPowerBelow(end - start);
        Hash hash = hasher.node(hash(start, k), hash(k, end));
        known.put(new Range(start, end), hash);
        return hash;
    }

    /** PATH(m, D[start:end]). */
    List<Hash> path(long m, long start, long end) {
        if (end - start == 1) {
            return new ArrayList<>();
        }
        long k = start + largestPowerBelow(end - start);
        List<Hash> path = m < k ? path(m, start, k) : path(m, k, end);
        path.add(m < k ? hash(k, end) : hash(start, k));
        return path;
    }

    /** SUBPROOF(m, D[start:end], b). */
    List<Hash> subproof(long m, long start, long end, boolean complete) {
        if (m == end) {
            return complete ? new ArrayList<>() : new ArrayList<>(List.of(hash(start, end)));
        }
        long k = start + largestPowerBelow(end - start);
        List<Hash> proof = m <= k ? subproof(m, start, k, complete) : subproof(m, k, end, false);
        proof.add(m <= k ? hash(k, end) : hash(start, k));
        return proof;
    }

    private static long largestPowerBelow(long n) {
        long k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    /** Every tile that the leaves give, full and partial. */
    @Override
    public Optional<Tile> tile(TileCoordinates at) {
        long span = 1L << (Tile.HEIGHT * at.level());
        long first = at.index() * Tile.WIDTH;
        if ((first + at.width()) * span > leaves.size()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[at.width() * Hash.BYTES];
        for (int slot = 0; slot < at.width(); slot++) {
            hash((first + slot) * span, (first + slot + 1) * span).copyTo(bytes, slot * Hash.BYTES);
        }
        return Optional.of(Tile.of(at, bytes));
    }
}
