package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.tree.Hash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Reads the digests of a leaf: strings of 43 characters between commas, ascending as text. All are validated in one call
 * of the platform's decoder, which is vectorised: one by one this would cost more than hashing the leaf. Reused; one owner.
 */
final class DigestsReader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int STRIDE = Base64Url.HASH_LENGTH + 3;
    private static final int LAST_EIGHT = Base64Url.HASH_LENGTH - Long.BYTES;

    private final Base64.Decoder decoder = Base64.getUrlDecoder();
    /** One buffer for each allowed count, because the decoder takes whole arrays. */
    private final byte[][] characters = new byte[Integer.SIZE][];

    private final byte[] decoded = new byte[Commitments.MAX_FIELDS * Base64Url.HASH_LENGTH * 3 / 4];
    private int from;

    /** Reads from behind the bracket up to the closing one; answers how many. */
    int read(byte[] leaf, ByteCursor in, EntryClass entryClass) {
        from = in.at();
        int count = count(leaf, from);
        if (!Leaf.isCount(entryClass, count)) {
            throw new Malformed(Malformation.BAD_COUNT, count + " digests");
        }
        if (count > 0) {
            requireAscending(leaf, count);
            requireBase64(count);
            in.skip(count * STRIDE - 1);
        }
        return count;
    }

    /** How many whole strings with quotes follow each other between commas. */
    private static int count(byte[] leaf, int from) {
        int count = 0;
        for (int at = from; at + STRIDE <= leaf.length && count <= Commitments.MAX_FIELDS; at += STRIDE) {
            if (leaf[at] != '"' || leaf[at + STRIDE - 2] != '"') {
                break;
            }
            count++;
            if (leaf[at + STRIDE - 1] != ',') {
                return count;
            }
        }
        if (count > 0) {
            throw new Malformed(Malformation.NOT_CANONICAL, "digests are strings of 43 characters between commas");
        }
        return 0;
    }

    private void requireAscending(byte[] leaf, int count) {
        byte[] gathered = buffer(count);
        long previous = -1;
        for (int i = 0; i < count; i++) {
            int in = from + i * STRIDE + 1;
            int out = i * Base64Url.HASH_LENGTH;
            long first = (long) EIGHT.get(leaf, in);
            EIGHT.set(gathered, out, first);
            for (int eight = Long.BYTES; eight < LAST_EIGHT; eight += Long.BYTES) {
                EIGHT.set(gathered, out + eight, (long) EIGHT.get(leaf, in + eight));
            }
            EIGHT.set(gathered, out + LAST_EIGHT, (long) EIGHT.get(leaf, in + LAST_EIGHT));
            if (first <= previous && !follows(leaf, in)) {
                throw new Malformed(Malformation.NOT_ASCENDING, "digest " + i);
            }
            previous = first;
        }
    }

    /** The rare case that the first eight characters do not tell. */
    private boolean follows(byte[] leaf, int in) {
        int before = in - STRIDE;
        return before > from
                && Arrays.compare(leaf, before, before + Base64Url.HASH_LENGTH, leaf, in, in + Base64Url.HASH_LENGTH)
                        < 0;
    }

    private byte[] buffer(int count) {
        int which = Integer.numberOfTrailingZeros(count);
        byte[] buffer = characters[which];
        if (buffer == null) {
            buffer = new byte[count * Base64Url.HASH_LENGTH];
            characters[which] = buffer;
        }
        return buffer;
    }

    private void requireBase64(int count) {
        byte[] gathered = buffer(count);
        int bytes = 0;
        try {
            bytes = decoder.decode(gathered, decoded);
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(Malformation.BAD_BASE64, "digests");
        }
        // Padding inside the last string would decode to fewer bytes.
        boolean whole = bytes == gathered.length / 4 * 3;
        for (int last = Base64Url.HASH_LENGTH - 1; last < gathered.length; last += Base64Url.HASH_LENGTH) {
            whole &= (Base64Url.value(gathered[last]) & 3) == 0;
        }
        if (!whole) {
            throw new Malformed(Malformation.BAD_BASE64, "digests");
        }
    }

    /** The digests that were read last. */
    List<Hash> digests(byte[] leaf, int count) {
        List<Hash> digests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            digests.add(Hash.of(Base64Url.decode(leaf, from + i * STRIDE + 1, Base64Url.HASH_LENGTH)));
        }
        return digests;
    }
}
