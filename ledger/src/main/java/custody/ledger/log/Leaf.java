package custody.ledger.log;

import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ledger. Its bytes are one line of JSON in a fixed form ({@code docs/formats/leaf.md}); the tree hashes
 * exactly those bytes, and they are stored and never written anew to verify.
 *
 * @param origin the ledger
 * @param index position in the tree, from 0
 * @param entryClass what kind of entry, in clear
 * @param time when recorded
 * @param token the newest external token known, or null if none is
 * @param digests of the field disclosures and decoys, strictly ascending by their base64url text: 8, 16, 32 or 64, or none for a system entry
 *     without fields
 * @param payload SHA-256 of the encrypted payload's exact bytes, or null for an entry without one
 * @param facts class-specific facts in clear
 */
public record Leaf(
        Origin origin,
        long index,
        EntryClass entryClass,
        LeafTime time,
        @Nullable ExternalToken token,
        List<Hash> digests,
        @Nullable Hash payload,
        ClearFacts facts) {
    /** The most bytes a leaf can have. The limits of its parts keep every leaf below. */
    public static final int MAX_BYTES = 16_384;

    private static final int LEAST_RECORD_DIGESTS = 16;

    public Leaf {
        WholeNumber.requireNotNegative(index);
        digests = List.copyOf(digests);
        if (!isCount(entryClass, digests.size())) {
            throw new IllegalArgumentException(
                    "no leaf of class " + entryClass + " has " + digests.size() + " digests");
        }
        for (int i = 1; i < digests.size(); i++) {
            if (DigestOrder.BY_TEXT.compare(digests.get(i - 1), digests.get(i)) >= 0) {
                throw new IllegalArgumentException("digests are strictly ascending");
            }
        }
        if (entryClass == EntryClass.RECORD && (payload == null || !facts.isEmpty())) {
            throw new IllegalArgumentException("a record leaf has a payload and no facts, so that all look alike");
        }
    }

    static boolean isCount(EntryClass entryClass, int digests) {
        return switch (digests) {
            case 0, 8 -> entryClass != EntryClass.RECORD;
            case LEAST_RECORD_DIGESTS, 32, 64 -> true;
            default -> false;
        };
    }

    /** The exact bytes to store and to hash with {@link custody.ledger.tree.TreeHasher#leaf(byte[])}. */
    public byte[] encode() {
        return LeafJson.write(this);
    }

    /**
     * Reads exact leaf bytes; accepted bytes are those that {@link #encode} gives again. Refused: TOO_LONG, TRUNCATED,
     * TRAILING, BAD_NAME, BAD_NUMBER, BAD_TIME, BAD_BASE64, BAD_COUNT, NOT_ASCENDING, NOT_CANONICAL, INCONSISTENT.
     */
    public static Parsed<Leaf> parse(byte[] bytes) {
        return Parsed.of(() -> new LeafReader().leaf(bytes));
    }
}
