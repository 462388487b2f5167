package custody.store.keys;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Makes and opens data keys. Rows are the caller's to store. Safe for many threads. */
public final class DataKeys {
    private static final int KEY_BYTES = 32;

    private final Keystore keystore;
    private final SecureRandom random;

    /** Over an open keystore. */
    public DataKeys(Keystore keystore, SecureRandom random) {
        this.keystore = keystore;
        this.random = random;
    }

    /**
     * A wrapped key as stored.
     *
     * @param id names the key
     * @param purpose what for
     * @param facility facility, part of the wrapping key's name
     * @param month UTC month of making
     * @param kek the wrapping key's name
     * @param wrapped ciphertext of the key
     */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    public record Wrapped(UUID id, KeyPurpose purpose, String facility, YearMonth month, String kek, byte[] wrapped) {}

    /** A new key and the row that keeps it. */
    public record Fresh(DataKey key, Wrapped row) {}

    /** A new random key; its wrapping key is on disk when this returns. */
    public Fresh fresh(UUID id, KeyPurpose purpose, String facility, Instant now) {
        YearMonth month = month(now);
        String kek = (purpose.word() + "." + facility + "." + month + ".standard").toLowerCase(Locale.ROOT);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        byte[] wrapped = keystore.wrapping(kek).wrap(id, purpose, bytes, random);
        return new Fresh(new DataKey(id, bytes), new Wrapped(id, purpose, facility, month, kek, wrapped));
    }

    /** The month that names keys made now. */
    public static YearMonth month(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    /** Opens a stored key. Throws KEYSTORE_WRONG if the keystore lacks its wrapping key or the row was changed. */
    public DataKey open(Wrapped row) {
        return keystore.existingWrapping(row.kek())
                .flatMap(kek -> kek.unwrap(row.id(), row.purpose(), row.wrapped()))
                .map(bytes -> new DataKey(row.id(), bytes))
                .orElseThrow(() -> new StoreFault(
                        Code.KEYSTORE_WRONG, "the keystore does not open key " + row.id() + "; is it this folder's?"));
    }
}
