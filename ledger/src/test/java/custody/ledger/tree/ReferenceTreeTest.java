package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference tree of Certificate Transparency (RFC 6962)")
class ReferenceTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final String PAIR_0_1 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String PAIR_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String PAIR_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String PAIR_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String LEFT_FOUR = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private static final String RIGHT_FOUR = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";

    private final NaiveTree tree = new NaiveTree();
    private final Frontier frontier = new Frontier();

    private void grow(int size) {
        TreeHasher hasher = new TreeHasher();
        for (String leaf : LEAVES.subList((int) frontier.size(), size)) {
            Hash hash = hasher.leaf(HexFormat.of().parseHex(leaf));
            tree.add(hash);
            frontier.append(hash);
        }
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    private static List<Hash> hashes(String... hex) {
        return List.of(hex).stream().map(ReferenceTreeTest::hash).toList();
    }

    @Test
    void hasTheReferenceRootsAtEverySize() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            grow(size);
            assertEquals(hash(ROOTS.get(size)), frontier.root(), "size " + size);
        }
        assertEquals(hash(ROOTS.getFirst()), TreeHead.EMPTY.root());
    }

    @Test
    void givesAndVerifiesTheReferenceInclusionProofs() {
        grow(8);
        proves(0, 8, hashes(LEAF_1, PAIR_2_3, RIGHT_FOUR));
        proves(5, 8, hashes(LEAF_4, PAIR_6_7, LEFT_FOUR));
        proves(2, 3, hashes(PAIR_0_1));
        proves(0, 1, List.of());
    }

    private void proves(int index, int size, List<Hash> path) {
        InclusionProof proof = new InclusionProof(index, size, path);
        assertEquals(new Built.Made<>(proof), TreeHashes.of(tree, size).inclusion(index));
        TreeHead head = new TreeHead(size, hash(ROOTS.get(size)));
        assertEquals(ProofVerdict.PROVEN, proof.verify(tree.leaves().get(index), head));
    }

    @Test
    void givesAndVerifiesTheReferenceConsistencyProofs() {
        grow(8);
        continues(1, 1, List.of());
        continues(2, 8, hashes(PAIR_2_3, RIGHT_FOUR));
        continues(6, 8, hashes(PAIR_4_5, PAIR_6_7, LEFT_FOUR));
        continues(2, 5, hashes(PAIR_2_3, LEAF_4));
    }

    private void continues(int old, int size, List<Hash> path) {
        ConsistencyProof proof = new ConsistencyProof(old, size, path);
        assertEquals(new Built.Made<>(proof), TreeHashes.of(tree, size).consistency(old));
        TreeHead before = new TreeHead(old, hash(ROOTS.get(old)));
        TreeHead after = new TreeHead(size, hash(ROOTS.get(size)));
        assertEquals(ProofVerdict.PROVEN, proof.verify(before, after));
    }
}
