package custody.ledger.tree;

import java.util.List;

/**
 * That a leaf stands at an index of a tree: RFC 9162 section 2.1.3.
 *
 * @param index position of the leaf, from 0
 * @param size leaves of the tree
 * @param path sibling hashes from the leaf upwards
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Strict verification after RFC 9162 section 2.1.3.2: the size must be the head's, the index below it, and the path
     * neither shorter nor longer than the way to the root.
     */
    public ProofVerdict verify(Hash leaf, TreeHead head) {
        if (size != head.size()) {
            return ProofVerdict.OTHER_SIZE;
        }
        if (index < 0 || index >= size) {
            return ProofVerdict.OUT_OF_RANGE;
        }
        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return ProofVerdict.WRONG_LENGTH;
            }
            if ((node & 1) == 1 || node == last) {
                root = hasher.node(sibling, root);
                // A node without a right neighbour rises unchanged until it is a right child.
                int risen = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= risen;
                last >>= risen;
            } else {
                root = hasher.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return ProofVerdict.WRONG_LENGTH;
        }
        return root.equals(head.root()) ? ProofVerdict.PROVEN : ProofVerdict.WRONG_ROOT;
    }
}
