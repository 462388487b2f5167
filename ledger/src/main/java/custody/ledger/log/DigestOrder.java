package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of digests in a leaf: that of their base64url text in ASCII, so that any reader checks it by sorting the
 * strings it sees.
 */
enum DigestOrder implements Comparator<Hash> {
    BY_TEXT;

    private static final int GROUP = 6;
    private static final int WHOLE_GROUPS = Integer.SIZE / GROUP * GROUP;

    @Override
    public int compare(Hash one, Hash other) {
        int differing = one.firstBits() ^ other.firstBits();
        int at = Integer.numberOfLeadingZeros(differing) / GROUP * GROUP;
        if (at < WHOLE_GROUPS) {
            // The first differing character decides; only its six bits are looked at.
            int shift = Integer.SIZE - GROUP - at;
            return Base64Url.character(one.firstBits() >>> shift) - Base64Url.character(other.firstBits() >>> shift);
        }
        return Arrays.compare(text(one), text(other));
    }

    private static byte[] text(Hash hash) {
        byte[] bytes = hash.bytes();
        byte[] text = new byte[Base64Url.HASH_LENGTH];
        Base64Url.encode(bytes, 0, bytes.length, text, 0);
        return text;
    }
}
