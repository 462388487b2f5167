package custody.store.bench;

import custody.ledger.log.BootId;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.ClockSource;
import custody.ledger.log.Commitments;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHasher;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.Event;
import custody.store.keys.Binding;
import custody.store.payloads.EventFields;
import custody.store.payloads.Payload;
import custody.store.payloads.SummaryFields;
import custody.store.records.Projecting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Turns planned entries into leaves and payloads, exactly as the append does: fields committed and encrypted under the
 * record's key, chained to the leaf before. Safe for several threads.
 *
 * @param origin the ledger
 * @param boot the run of the machine that the load pretends
 * @param began when that run began
 * @param projecting makes search tokens
 */
record LoadEncoding(Origin origin, BootId boot, Instant began, Projecting projecting) {
    private static final int NONCE = 12;

    /** One leaf with its payload. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Encoded(long index, UUID record, int version, byte[] leaf, Hash hash, byte[] ciphertext) {}

    /** A record on one line. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Line(LoadPerson person, Situation situation, byte[] summary, List<byte[]> tokens) {}

    /** The machine's clocks in that run. */
    static LeafTime time(BootId boot, Instant began, Instant at) {
        return new LeafTime(at, boot, Duration.between(began, at).toMillis(), ClockSource.NONE, LeafTime.UNKNOWN_ERROR);
    }

    /** Tells what was planned of a person; {@code nonces} holds 12 random bytes for each index from {@code first} on. */
    List<Encoded> tell(LoadPerson person, byte[] nonces, long first, SplittableRandom random) {
        TreeHasher hasher = new TreeHasher();
        List<Encoded> told = new ArrayList<>();
        for (LoadPerson.Line line : person.takeLines()) {
            Event event = LoadStory.next(person, line.at(), random);
            int at = Math.toIntExact(line.index() - first) * NONCE;
            Encoded encoded = encode(person, event, line, Arrays.copyOfRange(nonces, at, at + NONCE), hasher);
            person.told(event, line.index(), encoded.hash());
            told.add(encoded);
        }
        return told;
    }

    private Encoded encode(LoadPerson person, Event event, LoadPerson.Line line, byte[] nonce, TreeHasher hasher) {
        Hash before = person.lastLeaf();
        List<Field> fields = before == null
                ? EventFields.first(event, person.number(), person.key().fingerprint())
                : EventFields.next(event, before);
        byte[] sealed = person.key().seal(Binding.entry(origin.text(), line.index()), nonce, Payload.encode(fields));
        List<Hash> digests = Commitments.of(person.key().secret(), origin, line.index(), EntryClass.RECORD, fields)
                .digests();
        byte[] leaf = new Leaf(
                        origin,
                        line.index(),
                        EntryClass.RECORD,
                        time(boot, began, line.at()),
                        null,
                        digests,
                        Hash.sha256(sealed),
                        ClearFacts.none())
                .encode();
        return new Encoded(line.index(), event.record().value(), event.version(), leaf, hasher.leaf(leaf), sealed);
    }

    /** The record's line, folded from its events. */
    Line line(LoadPerson person, byte[] nonce) {
        CustodyRecord record = new CustodyRecord(person.id(), person.number(), person.events());
        Situation situation = record.situation();
        Binding binding = Binding.summary(person.id().value(), record.version());
        byte[] summary = person.key().seal(binding, nonce, Payload.encode(SummaryFields.of(situation)));
        return new Line(person, situation, summary, projecting.tokens(person.number(), situation));
    }
}
