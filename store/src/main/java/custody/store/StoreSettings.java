package custody.store;

import custody.record.events.FacilityCode;
import custody.store.database.Database.Access;
import custody.store.keys.Passphrase;
import custody.store.records.MachineTime;
import custody.store.records.NodeTime;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How to open a store.
 *
 * @param folder data folder: keystore, the signer's memory, the embedded database; made if it is not there
 * @param home facility whose ledger this node keeps; must stay the same for a folder
 * @param server which PostgreSQL
 * @param passphrase of the keystore
 * @param time the node's clocks
 * @param batchEntries most entries of one transaction, 1–256
 * @param cachedEvents most events of records kept at hand
 */
public record StoreSettings(
        Path folder,
        FacilityCode home,
        Server server,
        Passphrase passphrase,
        NodeTime time,
        int batchEntries,
        int cachedEvents) {
    /** Entries of one transaction where nothing else is asked for. */
    public static final int BATCH_ENTRIES = 256;

    /** Events kept at hand where nothing else is asked for: about 200 MB. */
    public static final int CACHED_EVENTS = 200_000;

    public StoreSettings {
        if (batchEntries < 1 || batchEntries > BATCH_ENTRIES) {
            throw new IllegalArgumentException("a batch has 1 to " + BATCH_ENTRIES + " entries");
        }
    }

    /** Embedded PostgreSQL, passphrase beside the keystore, this machine's clocks. */
    public static StoreSettings of(Path folder, FacilityCode home, InstantSource clock) {
        return new StoreSettings(
                folder,
                home,
                new Server.Embedded(),
                new Passphrase.BesideKeystore(),
                MachineTime.start(clock),
                BATCH_ENTRIES,
                CACHED_EVENTS);
    }

    /** Which PostgreSQL. */
    public sealed interface Server {

        /** The one that comes along, in the data folder. */
        record Embedded() implements Server {}

        /** One that somebody else runs: owner makes tables, application works. */
        record External(Access owner, Access application) implements Server {}
    }
}
