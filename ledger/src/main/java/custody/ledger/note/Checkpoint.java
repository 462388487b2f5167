package custody.ledger.note;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHead;
import java.util.List;

/**
 * A tree head with the log's origin, as note text (C2SP tlog-checkpoint).
 *
 * @param origin not empty, one line; for this system's ledgers {@code custody/<facility>/<epoch>}
 * @param head size and root
 * @param extensions further lines, not empty each; read but never written by this system: nobody can audit them
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
    private static final int MAX_SIZE_DIGITS = 19;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("lines of a checkpoint are not empty and have no control characters");
        }
    }

    /** A checkpoint without extension lines. */
    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head, List.of());
    }

    /** The note text, with its final newline. */
    public String text() {
        StringBuilder text = new StringBuilder(origin).append('\n');
        text.append(head.size()).append('\n').append(head.root().base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Signs the text. The signer's owner has checked that this head continues every head it signed before. */
    public SignedNote sign(NoteSigner signer) {
        return SignedNote.sign(text(), signer);
    }

    /** Reads a note's text. Refused: TRUNCATED, BAD_TEXT, BAD_NUMBER, BAD_BASE64, INCONSISTENT (root of the empty tree). */
    public static Parsed<Checkpoint> parse(String noteText) {
        return Parsed.of(() -> {
            if (!noteText.endsWith("\n")) {
                throw new Malformed(Malformation.TRUNCATED, "a checkpoint ends with a newline");
            }
            List<String> lines =
                    List.of(noteText.substring(0, noteText.length() - 1).split("\n", -1));
            if (lines.size() < 3) {
                throw new Malformed(Malformation.TRUNCATED, "a checkpoint has origin, size and root");
            }
            if (!lines.stream().allMatch(Checkpoint::isLine)) {
                throw new Malformed(Malformation.BAD_TEXT, "an empty line or a control character");
            }
            TreeHead head = new TreeHead(
                    size(lines.get(1)), Hash.parseBase64(lines.get(2)).orThrow());
            if (head.size() == 0 && !head.equals(TreeHead.EMPTY)) {
                throw new Malformed(Malformation.INCONSISTENT, "the empty tree has one root");
            }
            return new Checkpoint(lines.getFirst(), head, lines.subList(3, lines.size()));
        });
    }

    private static long size(String text) {
        boolean digits = text.length() <= MAX_SIZE_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.charAt(0) == '0' && text.length() > 1)) {
            throw new Malformed(Malformation.BAD_NUMBER, "tree size");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed(Malformation.BAD_NUMBER, "tree size");
        }
    }

    private static boolean isLine(String line) {
        return !line.isEmpty()
                && line.codePoints()
                        .noneMatch(point ->
                                point < ' ' || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
