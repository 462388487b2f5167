package custody.store.bench;

import custody.ledger.log.LeafTime;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Keeping;
import custody.record.detention.Moment;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.store.database.Database;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.records.Feeding;
import custody.store.records.Feeding.Stored;
import custody.store.records.Feeding.Target;
import custody.store.records.NodeTime;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The append without decisions and lists: with its commitments and encryption, or with bytes made beforehand. */
final class FedLayer implements Layer {
    private static final int EVENTS_OF_A_RECORD = 150;
    /** An opened record has three events. */
    private static final int FIRST_VERSION = 4;

    private final OwnLedger ledger;
    private final Feeding feeding;
    private final DataKeys keys;
    private final NodeTime time;
    private final int batch;
    private final List<Stored> given;
    private List<Target> targets = List.of();
    private UUID opaque = UUID.randomUUID();
    private int version;

    /** {@code given} are the bytes to store; empty where events are to be committed and encrypted. */
    FedLayer(
            Database database,
            OwnLedger ledger,
            DataKeys keys,
            NodeTime time,
            SecureRandom random,
            int batch,
            List<Stored> given) {
        this.ledger = ledger;
        this.feeding = new Feeding(database, ledger.epoch(), ledger.sealer(), random);
        this.keys = keys;
        this.time = time;
        this.batch = batch;
        this.given = given;
    }

    @Override
    public String name() {
        return given.isEmpty() ? "+ commitments and encryption" : "+ tree, read back, checkpoint";
    }

    @Override
    public double eventsPerSecond(double seconds) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long events = 0;
        while (System.nanoTime() < end) {
            if (given.isEmpty()) {
                sample();
            } else {
                bytes(events);
            }
            events += batch;
        }
        feeding.settle();
        return events / ((System.nanoTime() - start) / 1e9);
    }

    /** Stores one batch of real events; answers their bytes. */
    List<Stored> sample() throws InterruptedException {
        LeafTime now = time.now();
        if (version % EVENTS_OF_A_RECORD == 0) {
            targets = targets(now);
        }
        int next = FIRST_VERSION + version++ % EVENTS_OF_A_RECORD;
        return feeding.committed(targets, Invented.check(version, now.recordedAt()), Invented.WRITER, next, now);
    }

    private void bytes(long from) throws InterruptedException {
        if (version >= EVENTS_OF_A_RECORD) {
            opaque = UUID.randomUUID();
            version = 0;
        }
        List<Stored> some = new ArrayList<>(batch);
        for (int row = 0; row < batch; row++) {
            some.add(given.get((int) ((from + row) % given.size())));
        }
        feeding.opaque(some, opaque, version + 1);
        version += batch;
    }

    private List<Target> targets(LeafTime now) {
        List<Target> fresh = new ArrayList<>(batch);
        for (int person = 0; person < batch; person++) {
            RecordId id = new RecordId(UUID.randomUUID());
            Moment moment = new Moment(now.recordedAt(), Invented.OFFICER, () -> new EventId(UUID.randomUUID()));
            Decision decision = Keeping.open(id, Invented.booking(person, now.recordedAt()), moment);
            if (!(decision instanceof Decision.Accepted(var events))) {
                throw new IllegalStateException("not opened: " + decision);
            }
            var key = keys.fresh(id.value(), KeyPurpose.RECORD, Invented.HOME.code(), now.recordedAt());
            fresh.add(new Target(
                    new CustodyRecord(id, new RecordNumber(Invented.HOME, 2026, person + 1), events), key.key()));
        }
        return fresh;
    }

    @Override
    public void close() {
        feeding.close();
        ledger.close();
    }
}
