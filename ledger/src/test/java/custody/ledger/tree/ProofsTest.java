package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Proofs")
class ProofsTest {
    private static final int SIZE = 70;
    private static final Hash STRANGER = NaiveTree.leaf(-1);

    private final NaiveTree tree = NaiveTree.of(SIZE);

    @Test
    void canProveEveryLeafInEveryTree() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHashes hashes = TreeHashes.of(tree, size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = hashes.inclusion(index).made().orElseThrow();
                assertEquals(tree.path(index, 0, size), proof.path());
                assertEquals(ProofVerdict.PROVEN, proof.verify(tree.leaves().get(index), tree.head(size)));
            }
        }
    }

    @Test
    void cannotProveALeafWithAnyChangedProof() {
        for (int size = 1; size <= SIZE; size++) {
            TreeHead head = tree.head(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = inclusion(index, size);
                Hash leaf = tree.leaves().get(index);
                int at = index;
                changed(proof.path(), path -> refused(new InclusionProof(at, head.size(), path).verify(leaf, head)));
                refused(proof.verify(STRANGER, head));
                refused(proof.verify(leaf, new TreeHead(size, STRANGER)));
                refused(proof.verify(leaf, tree.head(size + (size < SIZE ? 1 : -1))));
            }
        }
    }

    @Test
    void cannotProveALeafAtAnotherIndex() {
        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = inclusion(index, size);
                for (int other = -1; other <= size; other++) {
                    InclusionProof moved = new InclusionProof(other, size, proof.path());
                    if (other != index) {
                        refused(moved.verify(tree.leaves().get(index), tree.head(size)));
                    }
                }
            }
        }
    }

    private InclusionProof inclusion(int index, int size) {
        return TreeHashes.of(tree, size).inclusion(index).made().orElseThrow();
    }

    @Test
    void canProveEveryTreeToContinueEveryEarlierOne() {
        for (int size = 0; size <= SIZE; size++) {
            TreeHashes hashes = TreeHashes.of(tree, size);
            for (int old = 0; old <= size; old++) {
                ConsistencyProof proof = hashes.consistency(old).made().orElseThrow();
                assertEquals(old == 0 ? List.of() : tree.subproof(old, 0, size, true), proof.path());
                assertEquals(ProofVerdict.PROVEN, proof.verify(tree.head(old), tree.head(size)));
            }
        }
    }

    @Test
    void cannotProveConsistencyWithAnyChangedProof() {
        for (int size = 0; size <= SIZE; size++) {
            TreeHead now = tree.head(size);
            for (int old = 0; old <= size; old++) {
                TreeHead before = tree.head(old);
                ConsistencyProof proof =
                        TreeHashes.of(tree, size).consistency(old).made().orElseThrow();
                changed(
                        proof.path(),
                        path -> refused(new ConsistencyProof(before.size(), now.size(), path).verify(before, now)));
                refused(proof.verify(new TreeHead(old, STRANGER), now));
                if (old > 0) {
                    refused(proof.verify(before, new TreeHead(size, STRANGER)));
                    refused(proof.verify(tree.head(old - 1), now));
                }
                refused(proof.verify(before, tree.head(size + (size < SIZE ? 1 : -1))));
            }
        }
    }

    @Test
    void cannotRunBackwards() {
        ConsistencyProof backwards = new ConsistencyProof(8, 6, List.of());
        assertEquals(ProofVerdict.OUT_OF_RANGE, backwards.verify(tree.head(8), tree.head(6)));
    }

    @Test
    void cannotBeMadeOutsideTheTree() {
        TreeHashes hashes = TreeHashes.of(tree, 5);
        assertInstanceOf(Built.OutOfRange.class, hashes.inclusion(5));
        assertInstanceOf(Built.OutOfRange.class, hashes.inclusion(-1));
        assertInstanceOf(Built.OutOfRange.class, hashes.consistency(6));
        assertInstanceOf(Built.OutOfRange.class, hashes.consistency(-1));
        assertInstanceOf(Built.OutOfRange.class, TreeHashes.of(tree, 0).inclusion(0));
    }

    @Test
    void sayWhichTileIsMissing() {
        Tiles nothing = coordinates -> Optional.empty();
        TileCoordinates missing = new TileCoordinates(0, 0, 5);
        assertEquals(new Built.NoTile<>(missing), TreeHashes.of(nothing, 5).inclusion(1));
        assertEquals(Optional.empty(), TreeHashes.of(nothing, 5).root());
    }

    @Test
    void areMadeAcrossTileLevels() {
        NaiveTree large = NaiveTree.of(66_000);
        TreeHashes hashes = TreeHashes.of(large, 66_000);
        TreeHead head = large.head(66_000);
        assertEquals(Optional.of(head.root()), hashes.root());
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 65_791, 65_792, 65_999}) {
            InclusionProof proof = hashes.inclusion(index).made().orElseThrow();
            assertEquals(ProofVerdict.PROVEN, proof.verify(large.leaves().get(index), head));
        }
        for (int old : new int[] {1, 255, 256, 257, 65_535, 65_536, 65_537, 65_999}) {
            ConsistencyProof proof = hashes.consistency(old).made().orElseThrow();
            assertEquals(ProofVerdict.PROVEN, proof.verify(large.head(old), head));
        }
    }

    /** Every single flip, loss, addition and exchange of neighbours. */
    private static void changed(List<Hash> path, Consumer<List<Hash>> refuses) {
        for (int at = 0; at < path.size(); at++) {
            byte[] flipped = path.get(at).bytes();
            flipped[(at * 7) % Hash.BYTES] ^= (byte) (1 << (at % 8));
            refuses.accept(with(path, at, Hash.of(flipped)));
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            refuses.accept(shorter);
            if (at > 0) {
                refuses.accept(with(with(path, at, path.get(at - 1)), at - 1, path.get(at)));
            }
        }
        for (int at = 0; at <= path.size(); at++) {
            List<Hash> longer = new ArrayList<>(path);
            longer.add(at, at < path.size() ? path.get(at) : STRANGER);
            refuses.accept(longer);
        }
    }

    private static List<Hash> with(List<Hash> path, int at, Hash hash) {
        List<Hash> other = new ArrayList<>(path);
        other.set(at, hash);
        return other;
    }

    private static void refused(ProofVerdict verdict) {
        assertNotEquals(ProofVerdict.PROVEN, verdict);
    }
}
