package custody.video.archive;

import custody.video.media.Octets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The root over the hashes of a segment's initialisation and fragments, in order: the Merkle tree hash of RFC 6962 section 2.1
 * (leaf SHA-256(0x00 ‖ hash), node SHA-256(0x01 ‖ left ‖ right)). It grows with each fragment, so a segment that is still open
 * has a root as well.
 */
public final class SegmentRoot {
    private final Sha256 sha = new Sha256();
    private final Deque<Octets> peaks = new ArrayDeque<>();
    private long size;

    /** Adds the hash of the next part. */
    public void add(Octets hash) {
        Octets node = sha.ofPrefixed(0, hash);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = sha.ofPrefixed(1, peaks.pop(), node);
        }
        peaks.push(node);
        size++;
    }

    /** The root over what was added; the hash of nothing when nothing was. */
    public Octets root() {
        if (peaks.isEmpty()) {
            return sha.of();
        }
        var fromSmallest = new ArrayList<>(peaks);
        Octets root = fromSmallest.getFirst();
        for (Octets left : fromSmallest.subList(1, fromSmallest.size())) {
            root = sha.ofPrefixed(1, left, root);
        }
        return root;
    }

    /** The root over these hashes. */
    public static Octets over(List<Octets> hashes) {
        var root = new SegmentRoot();
        hashes.forEach(root::add);
        return root.root();
    }

    /** The hashes that lead from one leaf to the root, from the leaf up (RFC 6962 section 2.1.1). */
    public static List<Octets> path(List<Octets> hashes, int index) {
        if (hashes.size() == 1) {
            return new ArrayList<>();
        }
        int left = Integer.highestOneBit(hashes.size() - 1);
        boolean inLeft = index < left;
        List<Octets> path =
                inLeft ? path(hashes.subList(0, left), index) : path(hashes.subList(left, hashes.size()), index - left);
        path.add(over(inLeft ? hashes.subList(left, hashes.size()) : hashes.subList(0, left)));
        return path;
    }

    /** The root that a leaf and its path lead to (RFC 9162 section 2.1.3.2); compare it with the root that is trusted. */
    public static Octets rootFrom(Octets hash, long index, long size, List<Octets> path) {
        var sha = new Sha256();
        Octets node = sha.ofPrefixed(0, hash);
        long at = index;
        long last = size - 1;
        for (Octets beside : path) {
            if ((at & 1) == 1 || at == last) {
                node = sha.ofPrefixed(1, beside, node);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                node = sha.ofPrefixed(1, node, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return node;
    }
}
