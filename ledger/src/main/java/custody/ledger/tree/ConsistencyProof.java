package custody.ledger.tree;

import java.util.List;

/**
 * That a tree only added leaves to an earlier one: RFC 9162 section 2.1.4.
 *
 * @param oldSize leaves of the earlier tree
 * @param newSize leaves of the later tree
 * @param path hashes in the order of the RFC; empty if the earlier tree is empty or the sizes are equal
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Strict verification after RFC 9162 section 2.1.4.2. The RFC asks for an earlier tree with leaves; an empty one is
     * consistent with every tree if its root is that of nothing and the path is empty.
     */
    public ProofVerdict verify(TreeHead old, TreeHead now) {
        if (oldSize != old.size() || newSize != now.size()) {
            return ProofVerdict.OTHER_SIZE;
        }
        if (oldSize < 0 || oldSize > newSize) {
            return ProofVerdict.OUT_OF_RANGE;
        }
        if (oldSize == 0 || oldSize == newSize) {
            return path.isEmpty() ? withoutPath(old, now) : ProofVerdict.WRONG_LENGTH;
        }
        if (path.isEmpty()) {
            return ProofVerdict.WRONG_LENGTH;
        }
        // If the earlier tree is one complete subtree, its root is the first hash and is not repeated in the path.
        boolean complete = Long.bitCount(oldSize) == 1;
        Hash first = complete ? old.root() : path.getFirst();
        return climb(first, complete ? path : path.subList(1, path.size()), old.root(), now.root());
    }

    private static ProofVerdict withoutPath(TreeHead old, TreeHead now) {
        boolean empty = old.size() > 0 || old.equals(TreeHead.EMPTY);
        boolean same = old.size() < now.size() || old.equals(now);
        return empty && same ? ProofVerdict.PROVEN : ProofVerdict.WRONG_ROOT;
    }

    private ProofVerdict climb(Hash first, List<Hash> rest, Hash oldRoot, Hash newRoot) {
        TreeHasher hasher = new TreeHasher();
        int common = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> common;
        long last = (newSize - 1) >> common;
        Hash older = first;
        Hash newer = first;
        for (Hash sibling : rest) {
            if (last == 0) {
                return ProofVerdict.WRONG_LENGTH;
            }
            if ((node & 1) == 1 || node == last) {
                older = hasher.node(sibling, older);
                newer = hasher.node(sibling, newer);
                int risen = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= risen;
                last >>= risen;
            } else {
                newer = hasher.node(newer, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            return ProofVerdict.WRONG_LENGTH;
        }
        return older.equals(oldRoot) && newer.equals(newRoot) ? ProofVerdict.PROVEN : ProofVerdict.WRONG_ROOT;
    }
}
