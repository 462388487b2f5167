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
import org.jspecify.annotations.Nullable;

/**
 * Reads the digests of a leaf (strings of 43 characters between commas, ascending as text) and the payload hash behind
 * them. All are copied next to each other and validated in one call of the platform's decoder, which is vectorised: one
 * by one this would cost as much as hashing the leaf. Reused; one owner.
 */
final class HashesReader {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int THREE_BYTES = 0xff_ffff;
    /** Quote, comma, quote, little-endian. */
    private static final int BETWEEN = '"' | ',' << 8 | '"' << 16;

    private static final int LENGTH = Base64Url.HASH_LENGTH;
    private static final int STRIDE = LENGTH + 3;
    private static final int MOST = Commitments.MAX_FIELDS;
    /** What makes the payload's 43 characters whole groups of four; decodes to zero bits. */
    private static final byte PADDING = 'A';

    private final Base64.Decoder decoder = Base64.getUrlDecoder();
    /** One buffer for each count, without and with payload, because the decoder takes whole arrays. */
    private final byte[][] buffers = new byte[2 * (MOST + 1)][];

    private final byte[] decoded = new byte[(MOST + 1) * (Hash.BYTES + 1)];
    private int count;
    private @Nullable Hash payload;

    /** Reads from behind the opening bracket to behind the payload. */
    void read(byte[] leaf, ByteCursor in, EntryClass entryClass) {
        int from = in.at();
        count = count(leaf, from);
        if (!Leaf.isCount(entryClass, count)) {
            throw new Malformed(Malformation.BAD_COUNT, "digests");
        }
        in.skip(count == 0 ? 0 : count * STRIDE - 1);
        in.expect(LeafJson.PAYLOAD);
        boolean hasPayload = in.peek() == '"' || !in.next(LeafJson.NULL);
        byte[] gathered = buffer(hasPayload);
        boolean ascending = gather(leaf, from, gathered);
        if (hasPayload) {
            gatherPayload(leaf, in, gathered);
        }
        decode(gathered);
        payload = hasPayload ? payload(gathered.length) : null;
        if (!ascending) {
            requireAscending(gathered);
        }
    }

    private static int count(byte[] leaf, int from) {
        for (int count = 0; count <= MOST; count = Math.max(8, count * 2)) {
            int end = from + Math.max(0, count * STRIDE - 1);
            if (end < leaf.length && leaf[end] == ']') {
                return count;
            }
        }
        return -1;
    }

    /** Checks quotes and commas, copies the characters; answers whether their first eights ascend. */
    private boolean gather(byte[] leaf, int from, byte[] gathered) {
        if (count == 0) {
            return true;
        }
        int wrong = leaf[from] ^ '"';
        int spare = 0;
        long descent = -1;
        long previous = 0;
        int last = count - 1;
        for (int i = 0; i < count; i++) {
            int in = from + i * STRIDE + 1;
            int out = i * LENGTH;
            long first = (long) EIGHT.get(leaf, in);
            EIGHT.set(gathered, out, first);
            EIGHT.set(gathered, out + 8, (long) EIGHT.get(leaf, in + 8));
            EIGHT.set(gathered, out + 16, (long) EIGHT.get(leaf, in + 16));
            EIGHT.set(gathered, out + 24, (long) EIGHT.get(leaf, in + 24));
            EIGHT.set(gathered, out + 32, (long) EIGHT.get(leaf, in + 32));
            EIGHT.set(gathered, out + 35, (long) EIGHT.get(leaf, in + 35));
            // Read as little-endian, so turned round: the order of the text is that of its first bytes.
            long text = Long.reverseBytes(first);
            descent &= previous - text;
            previous = text;
            spare |= Base64Url.value(leaf[in + LENGTH - 1]);
            if (i < last) {
                wrong |= ((int) FOUR.get(leaf, in + LENGTH) & THREE_BYTES) ^ BETWEEN;
            }
        }
        int end = from + last * STRIDE + 1 + LENGTH;
        wrong |= (leaf[end] ^ '"') | (leaf[end + 1] ^ ']');
        if (wrong != 0) {
            throw new Malformed(Malformation.NOT_CANONICAL, "digests are strings of 43 characters between commas");
        }
        if ((spare & 3) != 0) {
            throw bad();
        }
        return descent < 0;
    }

    private void gatherPayload(byte[] leaf, ByteCursor in, byte[] gathered) {
        in.expect('"');
        in.need(LENGTH);
        System.arraycopy(leaf, in.at(), gathered, count * LENGTH, LENGTH);
        gathered[gathered.length - 1] = PADDING;
        in.skip(LENGTH);
        in.expect('"');
    }

    private byte[] buffer(boolean hasPayload) {
        int which = 2 * count + (hasPayload ? 1 : 0);
        byte[] buffer = buffers[which];
        if (buffer == null) {
            // The digests are a multiple of eight, so their characters are whole groups of four already.
            buffer = new byte[count * LENGTH + (hasPayload ? LENGTH + 1 : 0)];
            buffers[which] = buffer;
        }
        return buffer;
    }

    private void decode(byte[] gathered) {
        int bytes = 0;
        try {
            bytes = decoder.decode(gathered, decoded);
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
        // A padding sign within the last string would decode to fewer bytes.
        if (bytes != gathered.length / 4 * 3) {
            throw bad();
        }
    }

    private Hash payload(int characters) {
        int end = characters / 4 * 3;
        if (decoded[end - 1] != 0) {
            throw bad();
        }
        return Hash.at(decoded, end - 1 - Hash.BYTES);
    }

    /** For the rare case that first eights are equal. */
    private void requireAscending(byte[] gathered) {
        for (int at = LENGTH; at < count * LENGTH; at += LENGTH) {
            if (Arrays.compare(gathered, at - LENGTH, at, gathered, at, at + LENGTH) >= 0) {
                throw new Malformed(Malformation.NOT_ASCENDING, "digest " + at / LENGTH);
            }
        }
    }

    private static Malformed bad() {
        return new Malformed(Malformation.BAD_BASE64, "digests or payload");
    }

    /** How many digests the leaf that was read last has. */
    int count() {
        return count;
    }

    /** The payload hash of the leaf that was read last, or null. */
    @Nullable
    Hash payload() {
        return payload;
    }

    /** The digests of the leaf that was read last. */
    List<Hash> digests() {
        List<Hash> digests = new ArrayList<>(count);
        byte[] gathered = buffer(payload != null);
        for (int i = 0; i < count; i++) {
            digests.add(Base64Url.decodeHash(gathered, i * LENGTH));
        }
        return digests;
    }
}
