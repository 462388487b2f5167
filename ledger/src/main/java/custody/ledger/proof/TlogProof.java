package custody.ledger.proof;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.Hash;
import custody.ledger.tree.InclusionProof;
import custody.ledger.tree.ProofVerdict;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a leaf is in a signed tree, in one text file: {@code c2sp.org/tlog-proof@v1}.
 *
 * @param extraBase64 opaque data of the application in base64, or null; nobody has signed it
 * @param index the leaf's position, from 0
 * @param path sibling hashes from the leaf upwards, at most 63
 * @param checkpoint the signed and perhaps cosigned checkpoint
 */
public record TlogProof(@Nullable String extraBase64, long index, List<Hash> path, SignedNote checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;
    private static final int LONGEST = SignedNote.MAX_BYTES + 1_000_000;

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > LONGEST_PATH || (extraBase64 != null && !isBase64(extraBase64))) {
            throw new IllegalArgumentException(
                    "an index is not negative, a path has at most 63 hashes, extra is base64");
        }
    }

    /** Without extra data. */
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
        return new TlogProof(null, proof.index(), proof.path(), checkpoint);
    }

    /** This proof with extra data of at least one byte. */
    public TlogProof withExtra(byte[] extra) {
        return new TlogProof(Base64.getEncoder().encodeToString(extra), index, path, checkpoint);
    }

    /** The extra data. Not signed by anybody: never to be believed as such. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extraBase64).map(Base64.getDecoder()::decode);
    }

    private static boolean isBase64(String text) {
        try {
            return !text.isEmpty()
                    && Base64.getEncoder()
                            .encodeToString(Base64.getDecoder().decode(text))
                            .equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        if (extraBase64 != null) {
            text.append(EXTRA).append(extraBase64).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.encode()).toString();
    }

    /** Reads {@link #text}. Refused: TOO_LONG, TRUNCATED, BAD_NAME, BAD_BASE64, BAD_NUMBER, BAD_COUNT, INCONSISTENT, and as the note. */
    public static Parsed<TlogProof> parse(String text) {
        return Parsed.of(() -> {
            if (text.length() > LONGEST) {
                throw new Malformed(Malformation.TOO_LONG, "a proof");
            }
            int split = text.indexOf("\n\n");
            if (split < 0) {
                throw new Malformed(Malformation.TRUNCATED, "an empty line stands before the checkpoint");
            }
            List<String> lines =
                    new ArrayList<>(List.of(text.substring(0, split).split("\n", -1)));
            if (!lines.removeFirst().equals(FIRST)) {
                throw new Malformed(Malformation.BAD_NAME, "the first line is " + FIRST);
            }
            String extra = extra(lines);
            long index = index(lines);
            if (lines.size() > LONGEST_PATH) {
                throw new Malformed(Malformation.BAD_COUNT, "a path has at most 63 hashes");
            }
            List<Hash> path =
                    lines.stream().map(line -> Hash.parseBase64(line).orThrow()).toList();
            SignedNote note = SignedNote.parse(text.substring(split + 2)).orThrow();
            if (index >= Checkpoint.parse(note.text()).orThrow().head().size()) {
                throw new Malformed(Malformation.INCONSISTENT, "the index is not below the checkpoint's size");
            }
            return new TlogProof(extra, index, path, note);
        });
    }

    private static @Nullable String extra(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(EXTRA)) {
            return null;
        }
        String extra = lines.removeFirst().substring(EXTRA.length());
        if (!isBase64(extra)) {
            throw new Malformed(Malformation.BAD_BASE64, "extra");
        }
        return extra;
    }

    private static long index(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new Malformed(Malformation.BAD_NAME, "a line of the index");
        }
        String digits = lines.removeFirst().substring(INDEX.length());
        boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || (digits.charAt(0) == '0' && digits.length() > 1)) {
            throw new Malformed(Malformation.BAD_NUMBER, "index");
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed(Malformation.BAD_NUMBER, "index");
        }
    }

    /**
     * Verifies that the leaf is in a tree of this origin that one of the log's keys signed.
     *
     * @param logKeys the keys configured for the origin; at least one must have signed
     * @param witnessKeys the witnesses known; those that cosigned are in the answer
     */
    public TlogVerdict verify(
            Hash leaf, String origin, Collection<VerifierKey> logKeys, Collection<VerifierKey> witnessKeys) {
        List<VerifierKey> keys = new ArrayList<>(logKeys);
        keys.addAll(witnessKeys);
        return switch (checkpoint.verify(keys)) {
            case NoteVerdict.BadSignature(VerifierKey key) -> new TlogVerdict.BadSignature(key);
            case NoteVerdict.NoTrustedKey none -> new TlogVerdict.NotSignedByLog();
            case NoteVerdict.Verified verified ->
                logKeys.stream().anyMatch(verified::signedBy)
                        ? included(leaf, origin, verified)
                        : new TlogVerdict.NotSignedByLog();
        };
    }

    private TlogVerdict included(Hash leaf, String origin, NoteVerdict.Verified verified) {
        return switch (Checkpoint.parse(verified.text())) {
            case Parsed.Refused<Checkpoint>(Malformation reason, String detail) -> new TlogVerdict.NoCheckpoint(reason);
            case Parsed.Accepted<Checkpoint>(Checkpoint head) -> {
                if (!head.origin().equals(origin)) {
                    yield new TlogVerdict.OtherOrigin();
                }
                InclusionProof proof = new InclusionProof(index, head.head().size(), path);
                ProofVerdict verdict = proof.verify(leaf, head.head());
                yield verdict == ProofVerdict.PROVEN
                        ? new TlogVerdict.Proven(head, verified.signed())
                        : new TlogVerdict.NotIncluded(verdict);
            }
        };
    }
}
