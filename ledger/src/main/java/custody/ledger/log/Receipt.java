package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the node hands out when an entry is recorded: enough to show later that the entry was altered or lost. Printable,
 * fits a QR code.
 *
 * @param origin the ledger
 * @param index the entry's position
 * @param leafHash the entry's leaf hash
 * @param checkpoint a signed checkpoint of this ledger with a size above the index, or null while only recorded
 */
public record Receipt(
        Origin origin, long index, Hash leafHash, @Nullable SignedNote checkpoint) {
    private static final String FIRST = "custody-receipt/v1\norigin ";
    private static final String INDEX = "\nindex ";
    private static final String LEAF = "\nleaf ";
    private static final int HASH_CHARACTERS = 44;

    public Receipt {
        WholeNumber.requireNotNegative(index);
        if (checkpoint != null && !covers(checkpoint, origin, index)) {
            throw new IllegalArgumentException("the checkpoint is not one of this ledger that covers the entry");
        }
    }

    private static boolean covers(SignedNote note, Origin origin, long index) {
        return Checkpoint.parse(note.text())
                .accepted()
                .filter(checkpoint -> checkpoint.origin().equals(origin.text())
                        && checkpoint.head().size() > index)
                .isPresent();
    }

    /** The receipt of an entry that is recorded and not yet sealed. */
    public static Receipt recorded(Origin origin, long index, Hash leafHash) {
        return new Receipt(origin, index, leafHash, null);
    }

    /** This receipt with the checkpoint that seals the entry. */
    public Receipt sealedBy(SignedNote sealing) {
        return new Receipt(origin, index, leafHash, sealing);
    }

    /** The printable form: four lines, then if sealed an empty line and the checkpoint. */
    public String text() {
        String head = FIRST + origin.text() + INDEX + index + LEAF + leafHash.base64() + '\n';
        SignedNote note = checkpoint;
        return note == null ? head : head + '\n' + note.encode();
    }

    /** Reads {@link #text}. The checkpoint's signatures are not verified here. Refused: as the parts, and INCONSISTENT. */
    public static Parsed<Receipt> parse(String text) {
        return Parsed.of(() -> {
            int index = text.indexOf(INDEX);
            int leaf = text.indexOf(LEAF);
            int end = leaf + LEAF.length() + HASH_CHARACTERS;
            if (!text.startsWith(FIRST) || index < FIRST.length() || leaf < index || text.length() <= end) {
                throw new Malformed(Malformation.TRUNCATED, "a receipt has origin, index and leaf");
            }
            Origin origin = Origin.parse(text.substring(FIRST.length(), index)).orThrow();
            long position = number(text.substring(index + INDEX.length(), leaf));
            Hash hash =
                    Hash.parseBase64(text.substring(leaf + LEAF.length(), end)).orThrow();
            return sealing(recorded(origin, position, hash), text.substring(end));
        });
    }

    private static Receipt sealing(Receipt recorded, String rest) {
        if (rest.equals("\n")) {
            return recorded;
        }
        if (!rest.startsWith("\n\n")) {
            throw new Malformed(Malformation.NOT_CANONICAL, "an empty line stands before the checkpoint");
        }
        SignedNote note = SignedNote.parse(rest.substring(2)).orThrow();
        if (!covers(note, recorded.origin(), recorded.index())) {
            throw new Malformed(Malformation.INCONSISTENT, "the checkpoint is not of this ledger or does not cover");
        }
        return recorded.sealedBy(note);
    }

    private static long number(String text) {
        ByteCursor cursor = new ByteCursor();
        cursor.reset(text.getBytes(StandardCharsets.UTF_8));
        long number = cursor.notNegative();
        if (!cursor.atEnd()) {
            throw new Malformed(Malformation.BAD_NUMBER, "index");
        }
        return number;
    }
}
