package custody.ledger.check;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Leaves that two threads examine at the same time, in pieces: each takes the next piece when it is done with one, so that
 * neither waits for the other but at the very end, though one of them has the leaves to fold as well.
 */
final class SharedExamination {
    private static final int PIECE = 50;

    private final List<StoredLeaf> leaves;
    private final AtomicReferenceArray<List<Examined>> pieces;
    private final AtomicInteger taken = new AtomicInteger();

    SharedExamination(List<StoredLeaf> leaves) {
        this.leaves = leaves;
        this.pieces = new AtomicReferenceArray<>((leaves.size() + PIECE - 1) / PIECE);
    }

    /** Examines pieces until none is left. */
    void help(LeafExaminer examiner) {
        while (examineOne(examiner)) {
            // the next one
        }
    }

    /** Gives all leaves in order, and helps as long as the next ones are not there; {@code end} waits for the other. */
    void each(LeafExaminer examiner, Runnable end, Consumer<Examined> taking) {
        for (int next = 0; next < pieces.length(); next++) {
            List<Examined> piece = pieces.get(next);
            while (piece == null) {
                if (!examineOne(examiner)) {
                    end.run();
                }
                piece = pieces.get(next);
            }
            piece.forEach(taking);
        }
    }

    private boolean examineOne(LeafExaminer examiner) {
        int piece = taken.getAndIncrement();
        if (piece >= pieces.length()) {
            return false;
        }
        int from = piece * PIECE;
        pieces.set(piece, examiner.examine(leaves.subList(from, Math.min(from + PIECE, leaves.size()))));
        return true;
    }
}
