package custody.ledger.note;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with signature lines (C2SP signed-note). The text says nothing until {@link #verify} answers Verified.
 *
 * @param text ends with a newline
 * @param signatures at least one, at most 64, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The most bytes of a note that is read. */
    public static final int MAX_BYTES = 1_000_000;

    private static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isText(text) || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note is text that ends with a newline and 1 to 64 signatures");
        }
    }

    /** Signs a text, which must end with a newline. */
    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /** The same note with one more signature line. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The note as it is served and printed. */
    public String encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /** Reads UTF-8 bytes. Refused as {@link #parse(String)}. */
    public static Parsed<SignedNote> parse(byte[] note) {
        return Parsed.of(() -> {
            if (note.length > MAX_BYTES) {
                throw new Malformed(Malformation.TOO_LONG, "a note has at most " + MAX_BYTES + " bytes");
            }
            try {
                return read(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(note))
                        .toString());
            } catch (CharacterCodingException notUtf8) {
                throw new Malformed(Malformation.BAD_TEXT, "not UTF-8");
            }
        });
    }

    /** Reads {@link #encode}. Refused: TOO_LONG, BAD_TEXT, TRUNCATED, BAD_SIGNATURE_LINE, BAD_BASE64, BAD_COUNT. */
    public static Parsed<SignedNote> parse(String note) {
        return Parsed.of(() -> read(note));
    }

    private static SignedNote read(String note) {
        if (note.length() > MAX_BYTES) {
            throw new Malformed(Malformation.TOO_LONG, "a note has at most " + MAX_BYTES + " bytes");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new Malformed(Malformation.TRUNCATED, "a note is text, an empty line and signature lines");
        }
        String text = note.substring(0, split + 1);
        if (!isText(text)) {
            throw new Malformed(Malformation.BAD_TEXT, "a note's text is UTF-8 without control characters");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int from = split + 2; from < note.length(); ) {
            int end = note.indexOf('\n', from);
            signatures.add(NoteSignature.parse(note.substring(from, end)));
            from = end + 1;
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw new Malformed(Malformation.BAD_COUNT, "a note has at most " + MAX_SIGNATURES + " signatures");
        }
        return new SignedNote(text, signatures);
    }

    private static boolean isText(String text) {
        return text.endsWith("\n")
                && text.codePoints()
                        .noneMatch(point -> (point < ' ' && point != '\n')
                                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    /**
     * Verifies against configured keys. Signature lines of other keys are ignored; a line that claims a configured key
     * and fails spoils the note; without any line of a configured key the note is refused.
     */
    public NoteVerdict verify(Collection<VerifierKey> trusted) {
        List<NoteVerdict.Signed> signed = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (!key.claims(signature)) {
                    continue;
                }
                if (!key.verifies(text, signature)) {
                    return new NoteVerdict.BadSignature(key);
                }
                signed.add(NoteVerdict.Signed.of(key, signature));
            }
        }
        return signed.isEmpty() ? new NoteVerdict.NoTrustedKey() : new NoteVerdict.Verified(text, signed);
    }
}
