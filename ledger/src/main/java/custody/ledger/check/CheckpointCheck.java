package custody.ledger.check;

import custody.ledger.Malformation;
import custody.ledger.Parsed;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.TileBuilder;
import custody.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;

/** Holds the stored checkpoints against the tree while it grows. One owner. */
final class CheckpointCheck {
    private final Claims claims;
    private final Findings findings;
    private @Nullable Claimed pending;
    private @Nullable Claimed newest;
    private long read;
    private long reached;
    private long agreed;

    /** A checkpoint that was read and not yet compared. */
    private record Claimed(SignedNote note, TreeHead head) {
        String where() {
            return "checkpoint of size " + head.size();
        }
    }

    CheckpointCheck(Claims claims, Findings findings) {
        this.claims = claims;
        this.findings = findings;
        this.pending = following();
    }

    /** Compares the checkpoints of the tree's present size. */
    void at(TileBuilder tree) {
        for (Claimed claimed = pending; claimed != null && claimed.head().size() == tree.size(); claimed = pending) {
            compare(claimed, tree.head());
            pending = following();
        }
    }

    private void compare(Claimed claimed, TreeHead rebuilt) {
        boolean signed = claims.signatures() == Claims.Signatures.NEWEST || verify(claimed);
        if (!claimed.head().equals(rebuilt)) {
            findings.add(
                    FindingCode.CHECKPOINT_ROOT_DIFFERS,
                    claimed.where() + suspects(rebuilt.size()),
                    rebuilt.root().base64(),
                    claimed.head().root().base64());
        } else if (signed) {
            agreed = rebuilt.size();
        }
    }

    /** The leaves of which one is not what was signed: those behind the last checkpoint that agrees. */
    private String suspects(long size) {
        return agreed < size ? ", leaves " + agreed + " to " + (size - 1) : "";
    }

    private boolean verify(Claimed claimed) {
        return switch (claimed.note().verify(claims.keys())) {
            case NoteVerdict.Verified verified -> true;
            case NoteVerdict.BadSignature bad -> notSigned(claimed, "a wrong signature");
            case NoteVerdict.NoTrustedKey none -> notSigned(claimed, "no signature of a configured key");
        };
    }

    private boolean notSigned(Claimed claimed, String actual) {
        findings.add(FindingCode.CHECKPOINT_NOT_SIGNED, claimed.where(), "a configured key's signature", actual);
        return false;
    }

    /** No more leaves come; answers how many are under a checkpoint that agrees and is signed. */
    long finish(long leaves) {
        for (Claimed claimed = pending; claimed != null; claimed = following()) {
            // One that is not beyond was not compared because leaves are missing before it, which is told already.
            if (claimed.head().size() > leaves) {
                findings.add(
                        FindingCode.CHECKPOINT_BEYOND_LEAVES,
                        "leaves " + leaves + " to " + (claimed.head().size() - 1),
                        claimed.head().size() + " leaves",
                        leaves + " leaves");
            }
            if (claims.signatures() == Claims.Signatures.ALL) {
                verify(claimed);
            }
        }
        Claimed last = newest;
        boolean unsigned = claims.signatures() == Claims.Signatures.NEWEST && last != null && !verify(last);
        return unsigned ? 0 : agreed;
    }

    private @Nullable Claimed following() {
        while (claims.checkpoints().hasNext()) {
            String where = "checkpoint " + read++;
            switch (SignedNote.parse(claims.checkpoints().next())) {
                case Parsed.Refused<SignedNote>(Malformation reason, String detail) ->
                    findings.add(FindingCode.CHECKPOINT_MALFORMED, where, "a signed note", reason.name());
                case Parsed.Accepted<SignedNote>(SignedNote note) -> {
                    Claimed claimed = claimed(where, note);
                    if (claimed != null) {
                        return claimed;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Claimed claimed(String where, SignedNote note) {
        return switch (Checkpoint.parse(note.text())) {
            case Parsed.Refused<Checkpoint>(Malformation reason, String detail) -> {
                findings.add(FindingCode.CHECKPOINT_MALFORMED, where, "a checkpoint", reason.name());
                yield null;
            }
            case Parsed.Accepted<Checkpoint>(Checkpoint checkpoint) -> ordered(where, note, checkpoint);
        };
    }

    private @Nullable Claimed ordered(String where, SignedNote note, Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(claims.origin().text())) {
            String actual = checkpoint.origin();
            findings.add(
                    FindingCode.CHECKPOINT_OF_OTHER_ORIGIN,
                    where,
                    claims.origin().text(),
                    actual);
            return null;
        }
        long size = checkpoint.head().size();
        if (size < reached) {
            findings.add(FindingCode.CHECKPOINT_OUT_OF_ORDER, where, "size " + reached + " or more", "size " + size);
            return null;
        }
        reached = size;
        newest = new Claimed(note, checkpoint.head());
        return newest;
    }
}
