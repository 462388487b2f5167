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
}
