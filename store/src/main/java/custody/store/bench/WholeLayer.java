package custody.store.bench;

import custody.store.records.Desk;
import java.time.InstantSource;

/** The whole append, as desks use it, in transactions of at most so many entries. */
final class WholeLayer implements Layer {
    /** Enough desks for every lane, the batch that is being prepared and the one that gathers. */
    private static final int BATCHES_UNDER_WAY = 6;

    private final OwnLedger ledger;
    private final Desk desk;
    private final Writers writers;
    private final int desks;

    WholeLayer(OwnLedger ledger, Desk desk, InstantSource clock, int batch) {
        this.ledger = ledger;
        this.desk = desk;
        this.writers = new Writers(desk.records(), clock);
        this.desks = BATCHES_UNDER_WAY * batch;
        desk.facilities().put(Invented.facility());
    }

    @Override
    public String name() {
        return "+ decisions, lists, answers: the whole";
    }

    @Override
    public double eventsPerSecond(double seconds) throws InterruptedException {
        return writers.run(desks, seconds).eventsPerSecond();
    }

    @Override
    public void close() {
        desk.close();
        ledger.close();
    }
}
