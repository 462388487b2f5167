package custody.ledger.check;

import custody.ledger.Malformation;
import custody.ledger.Parsed;
import custody.ledger.log.LeafHeader;
import custody.ledger.log.TimeFinding;
import custody.ledger.log.TimeWatch;
import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TreeHead;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Rebuilds a ledger from its raw leaves, trusting nothing that is stored beside them. Feed every leaf in ascending
 * order with {@link #next}, then {@link #finish}. Needs memory for one tile a level. Mutable, one owner.
 */
public final class LogCheck {
    private final Claims claims;
    private final LeafInspector inspector;
    private final Findings findings = new Findings();
    private final LeafExaminer here = new LeafExaminer();
    private final LeafExaminer beside = new LeafExaminer();
    private final TileBuilder tree = TileBuilder.empty();
    private final TimeWatch times = new TimeWatch();
    private final PayloadCheck payloads = new PayloadCheck(findings);
    private final CheckpointCheck checkpoints;
    private long expected;
    /** False from the first missing leaf on: the tree cannot be rebuilt beyond. */
    private boolean whole = true;

    private LogCheck(Claims claims, LeafInspector inspector) {
        this.claims = claims;
        this.inspector = inspector;
        this.checkpoints = new CheckpointCheck(claims, findings);
        checkpoints.at(tree);
    }

    /** Holds the claims against the leaves to come. */
    public static LogCheck of(Claims claims) {
        return new LogCheck(claims, LeafInspector.NONE);
    }

    /** The same, and shows each good leaf to the inspector. */
    public static LogCheck of(Claims claims, LeafInspector inspector) {
        return new LogCheck(claims, inspector);
    }

    /** The next leaf. */
    public void next(StoredLeaf leaf) {
        fold(here.examine(leaf));
    }

    /** The next leaves; the executor hashes and reads them together with this thread, which folds them as they come. */
    public void next(List<StoredLeaf> leaves, Executor executor) {
        SharedExamination shared = new SharedExamination(leaves);
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> shared.help(beside), executor);
        shared.each(here, later::join, this::fold);
        later.join();
    }

    private void fold(Examined leaf) {
        StoredLeaf stored = leaf.stored();
        if (stored.index() < expected) {
            findings.add(
                    FindingCode.LEAF_OUT_OF_ORDER, where(stored.index()), "leaf " + expected, where(stored.index()));
            return;
        }
        if (stored.index() > expected) {
            missing(stored.index());
        }
        expected = stored.index() + 1;
        if (!Arrays.equals(leaf.leafHash(), stored.leafHash())) {
            findings.add(
                    FindingCode.LEAF_HASH_DIFFERS,
                    where(stored.index()),
                    base64(leaf.leafHash()),
                    base64(stored.leafHash()));
        }
        grow(leaf.leafHash());
        switch (leaf.header()) {
            case Parsed.Refused<LeafHeader>(Malformation reason, String detail) ->
                findings.add(FindingCode.LEAF_MALFORMED, where(stored.index()), "a leaf", detail);
            case Parsed.Accepted<LeafHeader>(LeafHeader header) -> read(header, leaf);
        }
    }

    private void missing(long index) {
        whole = false;
        String place = "leaves " + expected + " to " + (index - 1);
        findings.add(FindingCode.LEAVES_MISSING, place, "leaf " + expected, where(index));
    }

    private void grow(byte[] leafHash) {
        if (!whole) {
            return;
        }
        for (Tile tile : tree.append(leafHash, 0)) {
            TileCheck.compare(tile, claims.tiles(), findings);
        }
        checkpoints.at(tree);
    }

    private void read(LeafHeader header, Examined leaf) {
        long index = leaf.stored().index();
        if (!header.origin().equals(claims.origin())) {
            String actual = header.origin().text();
            findings.add(
                    FindingCode.LEAF_OF_OTHER_ORIGIN,
                    where(index),
                    claims.origin().text(),
                    actual);
            return;
        }
        if (header.index() != index) {
            findings.add(FindingCode.LEAF_INDEX_DIFFERS, where(index), "index " + index, "index " + header.index());
            return;
        }
        payloads.next(header, leaf);
        for (TimeFinding finding : times.next(header)) {
            if (!finding.explained()) {
                findings.add(FindingCode.TIME_RULE, where(index), finding.rule().name(), finding.millis() + " ms");
            }
        }
        inspector.inspect(header, leaf.stored(), findings);
    }

    /** No more leaves come: compares the tree state as it is stored and says what the check found. */
    public Report finish(StoredHead stored) {
        TreeHead rebuilt = tree.head();
        if (stored.head().size() != expected) {
            String place = stored.head().size() > expected
                    ? "leaves " + expected + " to " + (stored.head().size() - 1)
                    : "head";
            String actual = "size " + stored.head().size();
            findings.add(FindingCode.HEAD_SIZE_DIFFERS, place, "size " + expected, actual);
        } else if (whole && !stored.head().root().equals(rebuilt.root())) {
            String actual = stored.head().root().base64();
            findings.add(FindingCode.HEAD_ROOT_DIFFERS, "head", rebuilt.root().base64(), actual);
        }
        if (whole && !Arrays.equals(stored.frontier(), tree.frontier().encode())) {
            findings.add(FindingCode.FRONTIER_DIFFERS, "frontier", "that of size " + expected, "another");
        }
        long erased = payloads.finish();
        long sealed = checkpoints.finish(expected);
        return new Report(rebuilt, sealed, erased, findings.kept(), findings.further());
    }

    private static String where(long index) {
        return "leaf " + index;
    }

    private static String base64(byte[] hash) {
        return Hash.of(hash).base64();
    }
}
