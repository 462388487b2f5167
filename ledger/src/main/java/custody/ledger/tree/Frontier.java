package custody.ledger.tree;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The right edge of the tree (a compact range): all an appender must remember. One hash for each one-bit of the size.
 * Appending costs one node hash on average; the root at most 63. Mutable, one owner; {@link #copy} before a transaction
 * that may fail.
 */
public final class Frontier {
    private static final int LEVELS = 63;
    private static final NodeSink NOBODY = (level, hashes, offset) -> {};

    private final TreeHasher hasher = new TreeHasher();
    private final byte[] nodes = new byte[LEVELS * Hash.BYTES];
    private final byte[] scratch = new byte[Hash.BYTES];
    private long size;

    /** The frontier of the empty tree. */
    public Frontier() {}

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Appends one leaf hash. */
    public void append(Hash leaf) {
        append(leaf.owned(), 0, NOBODY);
    }

    /** Appends leaf hashes in order. */
    public void append(List<Hash> leaves) {
        for (Hash leaf : leaves) {
            append(leaf.owned(), 0, NOBODY);
        }
    }

    /** Appends the leaf hash at {@code offset}; for checks that must not allocate. */
    public void append(byte[] leaves, int offset) {
        append(leaves, offset, NOBODY);
    }

    void append(byte[] leaves, int offset, NodeSink sink) {
        if (size == Long.MAX_VALUE) {
            throw new IllegalStateException("the tree is full");
        }
        sink.node(0, leaves, offset);
        System.arraycopy(leaves, offset, scratch, 0, Hash.BYTES);
        int level = 0;
        for (long carry = size; (carry & 1) != 0; carry >>= 1) {
            hasher.node(nodes, level * Hash.BYTES, scratch, 0, scratch, 0);
            level++;
            if (level % Tile.HEIGHT == 0) {
                sink.node(level, scratch, 0);
            }
        }
        System.arraycopy(scratch, 0, nodes, level * Hash.BYTES, Hash.BYTES);
        size++;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (size == 0) {
            return TreeHead.EMPTY.root();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] root = new byte[Hash.BYTES];
        System.arraycopy(nodes, level * Hash.BYTES, root, 0, Hash.BYTES);
        for (level++; size >> level != 0; level++) {
            if (((size >> level) & 1) != 0) {
                hasher.node(nodes, level * Hash.BYTES, root, 0, root, 0);
            }
        }
        return Hash.owning(root);
    }

    /** Size and root together. */
    public TreeHead head() {
        return new TreeHead(size, root());
    }

    /** An independent frontier of the same state. */
    public Frontier copy() {
        Frontier copy = new Frontier();
        System.arraycopy(nodes, 0, copy.nodes, 0, nodes.length);
        copy.size = size;
        return copy;
    }

    /** Canonical bytes: size as 8 bytes big-endian, then the hashes from the largest subtree to the smallest. */
    public byte[] encode() {
        byte[] out = new byte[Long.BYTES + Long.bitCount(size) * Hash.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(out).putLong(size);
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (((size >> level) & 1) != 0) {
                buffer.put(nodes, level * Hash.BYTES, Hash.BYTES);
            }
        }
        return out;
    }

    /** Reads what {@link #encode} wrote and nothing else. Refused: TRUNCATED, TRAILING, BAD_NUMBER (negative size). */
    public static Parsed<Frontier> decode(byte[] bytes) {
        return Parsed.of(() -> decoded(bytes));
    }

    private static Frontier decoded(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new Malformed(Malformation.TRUNCATED, "a frontier begins with 8 bytes of size");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Frontier frontier = new Frontier();
        frontier.size = buffer.getLong();
        if (frontier.size < 0) {
            throw new Malformed(Malformation.BAD_NUMBER, "frontier size");
        }
        int expected = Long.BYTES + Long.bitCount(frontier.size) * Hash.BYTES;
        if (bytes.length != expected) {
            throw new Malformed(
                    bytes.length < expected ? Malformation.TRUNCATED : Malformation.TRAILING,
                    "a frontier of this size has " + expected + " bytes");
        }
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (((frontier.size >> level) & 1) != 0) {
                buffer.get(frontier.nodes, level * Hash.BYTES, Hash.BYTES);
            }
        }
        return frontier;
    }
}
