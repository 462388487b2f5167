package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What all salts of one record come from: the HKDF-SHA256 (RFC 5869) pseudo-random key extracted from the record's random
 * 256-bit key. Extracted once, reusable for each entry of the record, safe for several threads. {@link #close} wipes it;
 * afterwards, and after the record's key is destroyed, the record's digests say nothing.
 */
public final class RecordSecret implements AutoCloseable {
    /** Length of a record's key in bytes. */
    public static final int KEY_BYTES = 32;

    static final int BLOCK = 64;

    private static final byte[] EXTRACT_SALT = "custody/commitment/v1".getBytes(StandardCharsets.US_ASCII);
    private static final String HMAC = "HmacSHA256";

    private final byte[] innerPad = new byte[BLOCK];
    private final byte[] outerPad = new byte[BLOCK];
    private boolean closed;

    private RecordSecret(byte[] pseudoRandomKey) {
        for (int i = 0; i < BLOCK; i++) {
            byte key = i < pseudoRandomKey.length ? pseudoRandomKey[i] : 0;
            innerPad[i] = (byte) (key ^ 0x36);
            outerPad[i] = (byte) (key ^ 0x5c);
        }
    }

    /** From the record's key of exactly 32 bytes; the array is not kept. */
    public static RecordSecret of(byte[] recordKey) {
        if (recordKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("a record's key has 32 bytes");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(EXTRACT_SALT, HMAC));
            byte[] pseudoRandomKey = mac.doFinal(recordKey);
            RecordSecret secret = new RecordSecret(pseudoRandomKey);
            Arrays.fill(pseudoRandomKey, (byte) 0);
            return secret;
        } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", absent);
        }
    }

    /** Expansion for one entry. */
    synchronized EntrySalts entry(Origin origin, long index) {
        if (closed) {
            // Salts of wiped pads could be computed by anybody.
            throw new IllegalStateException("the record's secret is closed");
        }
        return new EntrySalts(innerPad, outerPad, origin, index);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(innerPad, (byte) 0);
        Arrays.fill(outerPad, (byte) 0);
    }

    /**
     * HKDF-Expand for one entry. HMAC is done by hand over one buffer because a {@link Mac} hashes its two key blocks
     * through four calls for each salt, and salts are most of an entry's cost. One owner.
     */
    static final class EntrySalts {
        private static final byte FIELD = 1;
        private static final byte DECOY = 2;
        private static final byte FIRST_BLOCK = 1;
        private static final int LONGEST_NAME = 64;

        private final MessageDigest digest;
        private final byte[] inner;
        private final byte[] outer = new byte[BLOCK + Hash.BYTES];
        private final int nameAt;

        private EntrySalts(byte[] innerPad, byte[] outerPad, Origin origin, long index) {
            byte[] name = origin.text().getBytes(StandardCharsets.US_ASCII);
            nameAt = BLOCK + 1 + name.length + 1 + Long.BYTES;
            inner = new byte[nameAt + LONGEST_NAME + 1];
            ByteBuffer.wrap(inner)
                    .put(innerPad)
                    .put(FIELD)
                    .put(name)
                    .put((byte) 0)
                    .putLong(index);
            System.arraycopy(outerPad, 0, outer, 0, BLOCK);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("every Java platform has SHA-256", absent);
            }
        }

        MessageDigest digest() {
            return digest;
        }

        /** Writes 32 bytes: T(1) of the expansion with info = 0x01 ‖ origin ‖ 0x00 ‖ index ‖ name. */
        void field(String name, byte[] out) {
            int length = name.length();
            for (int i = 0; i < length; i++) {
                inner[nameAt + i] = (byte) name.charAt(i);
            }
            inner[nameAt + length] = FIRST_BLOCK;
            expand(nameAt + length + 1, out);
        }

        /** Writes 32 bytes: T(1) of the expansion with info = 0x02 ‖ origin ‖ 0x00 ‖ index. */
        void decoys(byte[] out) {
            inner[BLOCK] = DECOY;
            inner[nameAt] = FIRST_BLOCK;
            expand(nameAt + 1, out);
            inner[BLOCK] = FIELD;
        }

        private void expand(int innerLength, byte[] out) {
            try {
                digest.update(inner, 0, innerLength);
                digest.digest(outer, BLOCK, Hash.BYTES);
                digest.update(outer, 0, outer.length);
                digest.digest(out, 0, Hash.BYTES);
            } catch (DigestException tooShort) {
                throw new IllegalStateException("32 bytes fit", tooShort);
            }
        }

        void wipe() {
            Arrays.fill(inner, (byte) 0);
            Arrays.fill(outer, (byte) 0);
        }
    }
}
