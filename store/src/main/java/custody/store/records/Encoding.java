package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.Commitments;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.payloads.EventFields;
import custody.store.payloads.Payload;
import custody.store.records.Row.Payloaded;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns decided entries of one batch into leaves: commits their fields, encrypts them, writes the leaf's bytes, hashes.
 *
 * @param origin the ledger
 * @param time when the batch is recorded
 * @param nonces gives 12 fresh random bytes for an index
 */
record Encoding(Origin origin, LeafTime time, Nonces nonces) {
    /** Length of an AES-GCM nonce. */
    static final int NONCE_BYTES = 12;

    /** For a batch that begins at {@code first}; {@code random} has fresh bytes for a nonce each. */
    static Encoding of(Origin origin, LeafTime time, long first, byte[] random) {
        return new Encoding(origin, time, index -> {
            int at = Math.toIntExact(index - first) * NONCE_BYTES;
            return Arrays.copyOfRange(random, at, at + NONCE_BYTES);
        });
    }

    /** Fresh random nonces, one for each index of the batch. Safe for several threads. */
    @FunctionalInterface
    interface Nonces {
        byte[] at(long index);
    }

    /** Encodes all that a strand brings, in order. */
    void encode(Strand strand) {
        TreeHasher hasher = new TreeHasher();
        for (Settled settled : strand.settled()) {
            long index = settled.first();
            for (Entry entry : settled.entries()) {
                Row row = row(strand, entry, index, hasher);
                settled.encoded(row);
                if (entry instanceof Entry.Happened) {
                    strand.encoded(row.leafHash());
                }
                index++;
            }
        }
    }

    private Row row(Strand strand, Entry entry, long index, TreeHasher hasher) {
        return switch (entry) {
            case Entry.Happened(Event event) -> {
                DataKey key = strand.key().orElseThrow();
                UUID record = event.record().value();
                Binding binding = Binding.entry(origin.text(), index);
                List<Field> fields = fields(strand, event, key);
                byte[] sealed = key.seal(binding, nonces.at(index), Payload.encode(fields));
                Payloaded payload = new Payloaded(record, event.version(), key.id(), sealed, Hash.sha256(sealed));
                yield committed(index, EntryClass.RECORD, key, fields, payload, hasher);
            }
            case Entry.Looked(var record, DataKey key, List<Field> fields) ->
                sealed(index, EntryClass.RECORD, record == null ? null : record.value(), key, fields, hasher);
            case Entry.RoleChanged(DataKey key, List<Field> fields) ->
                sealed(index, EntryClass.ROLE, null, key, fields, hasher);
            case Entry.Noted(EntryClass entryClass, ClearFacts facts) ->
                leaf(new Leaf(origin, index, entryClass, time, null, List.of(), null, facts), null, hasher);
        };
    }

    private static List<Field> fields(Strand strand, Event event, DataKey key) {
        return strand.lastLeaf()
                .map(previous -> EventFields.next(event, previous))
                .orElseGet(() -> EventFields.first(
                        event, strand.record().map(CustodyRecord::number).orElseThrow(), key.fingerprint()));
    }

    private Row sealed(
            long index,
            EntryClass entryClass,
            @Nullable UUID record,
            DataKey key,
            List<Field> fields,
            TreeHasher hasher) {
        byte[] sealed = key.seal(Binding.entry(origin.text(), index), nonces.at(index), Payload.encode(fields));
        Payloaded payload = new Payloaded(record, 0, key.id(), sealed, Hash.sha256(sealed));
        return committed(index, entryClass, key, fields, payload, hasher);
    }

    private Row committed(
            long index, EntryClass entryClass, DataKey key, List<Field> fields, Payloaded payload, TreeHasher hasher) {
        List<Hash> digests = Commitments.digests(key.secret(), origin, index, entryClass, fields);
        Leaf leaf = new Leaf(origin, index, entryClass, time, null, digests, payload.hash(), ClearFacts.none());
        return leaf(leaf, payload, hasher);
    }

    private static Row leaf(Leaf leaf, @Nullable Payloaded payload, TreeHasher hasher) {
        byte[] bytes = leaf.encode();
        return new Row(leaf.index(), bytes, hasher.leaf(bytes), payload);
    }
}
