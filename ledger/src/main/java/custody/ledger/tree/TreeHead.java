package custody.ledger.tree;

/**
 * The size of a tree and its root hash.
 *
 * @param size number of leaves, 0 or more
 * @param root RFC 6962 section 2.1 MTH over all leaves; SHA-256 of nothing for the empty tree
 */
public record TreeHead(long size, Hash root) {
    /** The head of the tree without leaves. */
    public static final TreeHead EMPTY = new TreeHead(0, Hash.sha256(new byte[0]));

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree size is not negative");
        }
    }
}
