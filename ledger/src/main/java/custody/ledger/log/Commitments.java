package custody.ledger.log;

import custody.ledger.tree.Hash;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of one entry, committed: the disclosures in the order of the fields, and the digests for the leaf, padded
 * with decoys and sorted so that neither number nor order of the fields shows. The same inputs give the same result.
 *
 * @param disclosures one for each field
 * @param digests 8, 16, 32 or 64 digests, strictly ascending by their base64url text
 */
public record Commitments(List<Disclosure> disclosures, List<Hash> digests) {
    /** The most fields of one entry. */
    public static final int MAX_FIELDS = 64;

    /** Enough for most fields; grows for longer ones. */
    private static final int ROOM = 1024;

    private static final int LEAST_SLOTS = 8;
    /** Events have up to this many fields and views fewer: from this width on they look alike. */
    private static final int LEAST_RECORD_SLOTS = 16;

    public Commitments {
        disclosures = List.copyOf(disclosures);
        digests = List.copyOf(digests);
    }

    /** How many digests a leaf of this class shows for this many fields. */
    public static int slots(EntryClass entryClass, int fields) {
        int slots = entryClass == EntryClass.RECORD ? LEAST_RECORD_SLOTS : LEAST_SLOTS;
        while (slots < fields) {
            slots *= 2;
        }
        return slots;
    }

    /**
     * Commits the fields of the entry at {@code index}.
     *
     * @throws IllegalArgumentException if a name stands twice, there are more than 64 fields, or one is over 64 KiB
     */
    public static Commitments of(
            RecordSecret secret, Origin origin, long index, EntryClass entryClass, List<Field> fields) {
        requireDistinct(fields);
        RecordSecret.EntrySalts salts = secret.entry(origin, index);
        byte[] bytes = new byte[Hash.BYTES + 1];
        Hash[] digests = new Hash[slots(entryClass, fields.size())];
        List<Disclosure> disclosures = new ArrayList<>(fields.size());
        int slot = 0;
        for (Field field : fields) {
            salts.field(field.name(), bytes);
            Disclosure disclosure = Disclosure.of(bytes, field);
            disclosures.add(disclosure);
            digests[slot++] = digest(salts.digest(), disclosure.ascii(), disclosure.ascii().length);
        }
        decoys(salts, bytes, digests, slot);
        return new Commitments(disclosures, sorted(salts, bytes, digests));
    }

    /**
     * The digests of {@link #of} without the disclosures, for whoever writes a leaf and opens no field: the same bytes with
     * little garbage.
     */
    public static List<Hash> digests(
            RecordSecret secret, Origin origin, long index, EntryClass entryClass, List<Field> fields) {
        requireDistinct(fields);
        RecordSecret.EntrySalts salts = secret.entry(origin, index);
        byte[] bytes = new byte[Hash.BYTES + 1];
        byte[] text = new byte[ROOM];
        CanonicalWriter json = new CanonicalWriter(ROOM);
        Hash[] digests = new Hash[slots(entryClass, fields.size())];
        int slot = 0;
        for (Field field : fields) {
            salts.field(field.name(), bytes);
            int length = Base64Url.encodedLength(
                    DisclosureJson.write(bytes, field, json).length());
            text = text.length < length ? new byte[2 * length] : text;
            digests[slot++] = digest(salts.digest(), text, json.base64url(text));
        }
        decoys(salts, bytes, digests, slot);
        return sorted(salts, bytes, digests);
    }

    private static void decoys(RecordSecret.EntrySalts salts, byte[] bytes, Hash[] digests, int from) {
        salts.decoys(bytes);
        for (int slot = from; slot < digests.length; slot++) {
            bytes[Hash.BYTES] = (byte) slot;
            digests[slot] = digest(salts.digest(), bytes, bytes.length);
        }
    }

    private static List<Hash> sorted(RecordSecret.EntrySalts salts, byte[] bytes, Hash[] digests) {
        salts.wipe();
        Arrays.fill(bytes, (byte) 0);
        Arrays.sort(digests, DigestOrder.BY_TEXT);
        return List.of(digests);
    }

    private static Hash digest(MessageDigest sha256, byte[] in, int length) {
        byte[] out = new byte[Hash.BYTES];
        try {
            sha256.update(in, 0, length);
            sha256.digest(out, 0, out.length);
        } catch (DigestException tooShort) {
            throw new IllegalStateException("32 bytes fit", tooShort);
        }
        return Hash.of(out);
    }

    private static void requireDistinct(List<Field> fields) {
        if (fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("an entry has at most " + MAX_FIELDS + " fields");
        }
        Set<String> names = new HashSet<>(2 * fields.size());
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("field " + field.name() + " stands twice");
            }
        }
    }
}
