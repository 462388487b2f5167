package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.record.desk.Accounts;
import custody.record.desk.Changes;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Facilities;
import custody.record.desk.Officers;
import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.store.database.Database;
import custody.store.database.Queries;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.ledger.Epoch;
import custody.store.ledger.Sealer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** The appender at work, with the ports over it. Owns the appender's thread and the committer; close waits for both. */
public final class Desk implements AutoCloseable {
    private final Appender appender;
    private final Committer committer;
    private final Thread appending;
    private final Appending append;
    private final CommittedChanges changes = new CommittedChanges();
    private final PostgresCustodyRecords records;
    private final OwnReading own;
    private final Facilities facilities;
    private final Officers officers;
    private final Accounts accounts;

    /**
     * What the desk works with.
     *
     * @param database for the appender's own connections
     * @param pool application connections for queries
     * @param epoch the ledger to append to
     * @param sealer is told of each commit
     * @param keystore keys
     * @param home facility of the node
     * @param time the node's clocks
     * @param random for keys, nonces
     * @param batchEntries most entries of one transaction, 1–256
     * @param cachedEvents most events of records kept at hand
     * @param consequences what else follows from events
     */
    public record Parts(
            Database database,
            DataSource pool,
            Epoch epoch,
            Sealer sealer,
            Keystore keystore,
            FacilityCode home,
            NodeTime time,
            SecureRandom random,
            int batchEntries,
            int cachedEvents,
            Consequences consequences) {}

    /** Starts to work. */
    public Desk(Parts parts) {
        DataKeys keys = new DataKeys(parts.keystore(), parts.random());
        Loading loading = new Loading(keys);
        Queries queries = new Queries(parts.pool());
        int epoch = parts.epoch().number();
        KnownFacilities known = new KnownFacilities();
        this.committer = new Committer(
                parts.database(),
                epoch,
                batch -> {
                    if (!batch.rows().isEmpty()) {
                        parts.sealer().committed(batch.head());
                    }
                    known.committed(batch.facilities());
                    changes.committed(batch);
                },
                () -> {
                    known.doubted();
                    changes.doubted();
                },
                parts.sealer()::refusal);
        Preparing.Parts preparing = new Preparing.Parts(
                parts.epoch().origin(),
                parts.home(),
                keys,
                new SharedKeys(keys),
                loading,
                new Projecting(parts.keystore()),
                parts.consequences(),
                parts.random());
        EdgeLoading edges = new EdgeLoading(parts.database(), epoch, parts.cachedEvents(), known);
        this.appender = new Appender(preparing, committer, edges, parts.time(), parts.batchEntries());
        this.append = new Appending(appender);
        Receipts receipts = new Receipts(queries, epoch, parts.sealer());
        this.records = new PostgresCustodyRecords(
                append,
                new StoredRequests(queries, loading, receipts),
                new Listing(queries, keys, parts.keystore()),
                // Two, since each forgets whoever does not belong to what it was asked last.
                new Present(queries, loading),
                new Present(queries, loading),
                queries,
                receipts,
                new PastReadings(queries, keys),
                loading);
        this.own = new OwnReading(queries, loading);
        this.facilities = new PostgresFacilities(queries, append, keys, known);
        this.officers = new PostgresOfficers(queries, append, keys);
        this.accounts = new PostgresAccounts(queries, append);
        this.appending = Thread.ofPlatform().name("appender").start(appender);
    }

    /** Custody records. */
    public CustodyRecords records() {
        return records;
    }

    /** Records as the node itself reads them. */
    public OwnReading own() {
        return own;
    }

    /** Facilities. */
    public Facilities facilities() {
        return facilities;
    }

    /** Officers. */
    public Officers officers() {
        return officers;
    }

    /** Accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** What was committed, as it is. */
    public Changes changes() {
        return changes;
    }

    /** Notes something about the node in the ledger; answers the index. */
    public long note(EntryClass entryClass, ClearFacts facts) {
        return note(entryClass, facts, List.of());
    }

    /** Notes something with rows that stand or fall with it; answers the index. */
    public long note(EntryClass entryClass, ClearFacts facts, List<Beside> beside) {
        Wish.Noting wish = new Wish.Noting(entryClass, facts, beside, new CompletableFuture<>());
        return append.append(wish, wish.answer());
    }

    /** Writes a look down that concerns no single record, at cameras for example; it is durable when this returns. */
    public void looked(Reading reading, FacilityCode facility) {
        looked(reading, facility, List.of());
    }

    /** As {@link #looked(Reading, FacilityCode)}, with rows that stand or fall with it. */
    public void looked(Reading reading, FacilityCode facility, List<Beside> beside) {
        Wish.Looking wish = new Wish.Looking(reading, null, facility, beside);
        var _ = append.append(wish, wish.answer());
    }

    /** Notes a look that concerns a facility's records; an entry before this returns. */
    public void look(Reading reading, FacilityCode facility) {
        records.look(reading, facility);
    }

    /** Why nothing is written any more; empty while all is well. */
    public Optional<String> stopped() {
        return committer.stopped().map(stop -> String.valueOf(stop.getMessage()));
    }

    @Override
    public void close() {
        appender.close();
        try {
            appending.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
