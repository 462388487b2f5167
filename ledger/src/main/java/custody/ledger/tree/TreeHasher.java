package custody.ledger.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hash functions of RFC 6962 section 2.1: leaf SHA-256(0x00 ‖ bytes), node SHA-256(0x01 ‖ left ‖ right).
 * The prefixes keep a leaf from passing for a node. Reuses one digest and one buffer, so an instance has one owner.
 */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    private final byte[] node = new byte[1 + 2 * Hash.BYTES];

    public TreeHasher() {
        node[0] = NODE;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** The leaf hash of exact leaf bytes. */
    public Hash leaf(byte[] leaf) {
        byte[] out = new byte[Hash.BYTES];
        leaf(leaf, 0, leaf.length, out, 0);
        return Hash.owning(out);
    }

    /** The leaf hash of a part of {@code leaf}, written to {@code out} without allocating. */
    public void leaf(byte[] leaf, int from, int length, byte[] out, int offset) {
        digest.update(LEAF);
        digest.update(leaf, from, length);
        finish(out, offset);
    }

    /** The hash of an inner node. */
    public Hash node(Hash left, Hash right) {
        byte[] out = new byte[Hash.BYTES];
        node(left.owned(), 0, right.owned(), 0, out, 0);
        return Hash.owning(out);
    }

    /** The hash of an inner node from and to byte arrays; {@code out} may be one of the inputs. */
    void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] out, int offset) {
        System.arraycopy(left, leftAt, node, 1, Hash.BYTES);
        System.arraycopy(right, rightAt, node, 1 + Hash.BYTES, Hash.BYTES);
        digest.update(node, 0, node.length);
        finish(out, offset);
    }

    /** The root over {@code count} consecutive hashes, a power of two, folded in place at the start of {@code hashes}. */
    void fold(byte[] hashes, int count) {
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width; i += 2) {
                node(hashes, i * Hash.BYTES, hashes, (i + 1) * Hash.BYTES, hashes, i / 2 * Hash.BYTES);
            }
        }
    }

    private void finish(byte[] out, int offset) {
        try {
            digest.digest(out, offset, Hash.BYTES);
        } catch (DigestException tooShort) {
            throw new IllegalArgumentException("no room for 32 bytes", tooShort);
        }
    }
}
