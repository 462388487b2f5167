package custody.ledger.proof;

import custody.ledger.Malformation;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.ProofVerdict;
import java.util.List;

/** What verifying a {@link TlogProof} answers. */
public sealed interface TlogVerdict {
    /**
     * The leaf is in the tree of this checkpoint.
     *
     * @param checkpoint signed by the log
     * @param signed all configured keys that signed, the log's and the witnesses', with the witnesses' times
     */
    record Proven(Checkpoint checkpoint, List<NoteVerdict.Signed> signed) implements TlogVerdict {
        public Proven {
            signed = List.copyOf(signed);
        }
    }

    /** A line claims this configured key and is not its signature. */
    record BadSignature(VerifierKey key) implements TlogVerdict {}

    /** None of the log's keys signed. */
    record NotSignedByLog() implements TlogVerdict {}

    /** The signed text is not a checkpoint. */
    record NoCheckpoint(Malformation reason) implements TlogVerdict {}

    /** The checkpoint is of another log. */
    record OtherOrigin() implements TlogVerdict {}

    /** The path does not lead from the leaf to the signed root. */
    record NotIncluded(ProofVerdict why) implements TlogVerdict {}
}
