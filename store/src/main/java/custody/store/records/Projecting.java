package custody.store.records;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Situation;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.Event;
import custody.record.events.RecordNumber;
import custody.store.keys.Binding;
import custody.store.keys.IndexKey;
import custody.store.keys.Keystore;
import custody.store.payloads.NameTokens;
import custody.store.payloads.Payload;
import custody.store.payloads.SummaryFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the line that lists show of a record. Safe for several threads. */
public final class Projecting {
    private final Keystore keystore;

    /** Over an open keystore, for the search tokens. */
    public Projecting(Keystore keystore) {
        this.keystore = keystore;
    }

    /** The line of a record as a strand leaves it. */
    Batch.Projection project(Strand strand, byte[] nonce) {
        Kept kept = strand.after().orElseThrow();
        CustodyRecord record = kept.record();
        Situation situation = record.situation();
        byte[] summary = kept.key()
                .seal(
                        Binding.summary(record.id().value(), record.version()),
                        nonce,
                        Payload.encode(SummaryFields.of(situation)));
        boolean fresh = strand.before().isEmpty();
        int seen = strand.before().map(before -> before.record().version()).orElse(0);
        boolean named = fresh || record.events().stream().skip(seen).anyMatch(Projecting::mayName);
        List<byte[]> tokens = named ? tokens(record.number(), situation) : null;
        return new Batch.Projection(fresh, kept, situation, lastIndex(strand), summary, tokens);
    }

    private static boolean mayName(Event event) {
        return event.fact() instanceof Identified || event.fact() instanceof Correction;
    }

    /** Search tokens of the person, under the key of the facility that opened the record. */
    public List<byte[]> tokens(RecordNumber number, Situation situation) {
        IndexKey key = keystore.index(number.facility().code());
        return NameTokens.of(situation.person()).stream().map(key::token).toList();
    }

    private static long lastIndex(Strand strand) {
        Row last = null;
        for (Settled settled : strand.settled()) {
            for (Row row : settled.rows()) {
                last = newest(last, row);
            }
        }
        if (last == null) {
            throw new IllegalStateException("a changed record without a new event");
        }
        return last.index();
    }

    private static @Nullable Row newest(@Nullable Row last, Row row) {
        Row.Payloaded payload = row.payload();
        return payload != null && payload.event() ? row : last;
    }
}
