package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.tree.Tile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The leaves beside a tile of level 0, as served under {@code tile/entries/}: each with its length before it, two bytes
 * big-endian (C2SP tlog-tiles, log entries).
 */
public final class EntryBundle {
    private EntryBundle() {}

    /** The bundle of 1 to 256 leaves of 1 byte to {@link Leaf#MAX_BYTES}. */
    public static byte[] encode(List<byte[]> leaves) {
        if (leaves.isEmpty() || leaves.size() > Tile.WIDTH) {
            throw new IllegalArgumentException("a bundle has 1 to 256 leaves");
        }
        int length = 0;
        for (byte[] leaf : leaves) {
            if (leaf.length == 0 || leaf.length > Leaf.MAX_BYTES) {
                throw new IllegalArgumentException("a leaf has 1 to " + Leaf.MAX_BYTES + " bytes");
            }
            length += Short.BYTES + leaf.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        leaves.forEach(leaf -> bundle.putShort((short) leaf.length).put(leaf));
        return bundle.array();
    }

    /**
     * The leaves of a bundle that must have exactly {@code width} of them. Refused: TRUNCATED, TRAILING, TOO_LONG (a
     * leaf), BAD_COUNT (width not 1 to 256). Whether each leaf is well-formed is not looked at.
     */
    public static Parsed<List<byte[]>> parse(byte[] bundle, int width) {
        return Parsed.of(() -> {
            if (width < 1 || width > Tile.WIDTH) {
                throw new Malformed(Malformation.BAD_COUNT, "a bundle has 1 to 256 leaves");
            }
            List<byte[]> leaves = new ArrayList<>(width);
            int at = 0;
            for (int i = 0; i < width; i++) {
                int end = end(bundle, at, i);
                leaves.add(Arrays.copyOfRange(bundle, at + Short.BYTES, end));
                at = end;
            }
            if (at != bundle.length) {
                throw new Malformed(Malformation.TRAILING, "something follows leaf " + (width - 1));
            }
            return List.copyOf(leaves);
        });
    }

    private static int end(byte[] bundle, int at, int which) {
        if (bundle.length - at < Short.BYTES) {
            throw new Malformed(Malformation.TRUNCATED, "leaf " + which);
        }
        int length = Short.toUnsignedInt(ByteBuffer.wrap(bundle).getShort(at));
        if (length == 0 || length > Leaf.MAX_BYTES) {
            throw new Malformed(length == 0 ? Malformation.TRUNCATED : Malformation.TOO_LONG, "leaf " + which);
        }
        int end = at + Short.BYTES + length;
        if (end > bundle.length) {
            throw new Malformed(Malformation.TRUNCATED, "leaf " + which);
        }
        return end;
    }
}
