package custody.store.check;

import custody.ledger.check.Report;
import custody.ledger.log.Receipt;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.SignedNote;
import custody.record.events.Badge;
import custody.record.places.Officer;
import custody.store.database.Database;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.Keystore;
import custody.store.ledger.Epoch;
import custody.store.ledger.Epochs;
import custody.store.ledger.LastSigned;
import custody.store.payloads.OfficerFields;
import custody.store.payloads.Payload;
import custody.store.records.FacilityDescription;
import custody.store.records.Loading;
import custody.store.records.Projecting;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The check of a whole folder, over a database that is there and a keystore that is open. One run each. */
public final class Checking {
    private static final int MOST = 1000;
    private static final String OFFICERS = "SELECT badge, data_key, ciphertext FROM officer";

    private final Path folder;
    private final Database database;
    private final Supplier<Keystore> keystores;
    private final FootagePlan footage;
    private final List<Receipt> receipts;
    private final Optional<AlertLaw> law;
    private final Set<Discovery> discoveries = new LinkedHashSet<>();
    private long further;

    /**
     * Over a folder's parts.
     *
     * @param keystores opens the keystore as it is just then
     * @param receipts that people kept, to be held against the ledger
     * @param law by which alerts are judged once more; without it only questions are
     */
    public Checking(
            Path folder,
            Database database,
            Supplier<Keystore> keystores,
            FootagePlan footage,
            List<Receipt> receipts,
            Optional<AlertLaw> law) {
        this.receipts = List.copyOf(receipts);
        this.law = law;
        this.folder = folder;
        this.database = database;
        this.keystores = keystores;
        this.footage = footage;
    }

    /** Checks everything; writes nothing. Throws {@link SQLException} where the database does not answer at all. */
    public CheckReport run() throws SQLException {
        // Before the view is taken: a node that works goes on signing.
        Optional<SignedNote> remembered = new LastSigned(folder).note();
        try (Snapshot snapshot = Snapshot.open(database, this::discover)) {
            new PageCheck(snapshot).run();
            // After the view is taken: a node that works may have made keys, and each is in the file before a row needs
            // it.
            Keystore keystore = keystores.get();
            DataKeys dataKeys = new DataKeys(keystore, new SecureRandom());
            KnownKeys keys = new KnownKeys(snapshot, dataKeys);
            VideoEntries video = new VideoEntries();
            Followed followed = new Followed(video::event);
            Declarations declarations = new Declarations();
            CameraAlarmCheck cameraAlarms = new CameraAlarmCheck();
            AlertCheck alerts = new AlertCheck(snapshot, this::discover);
            long leaves = 0;
            long sealed = 0;
            List<Epoch> epochs = Epochs.all(snapshot.connection());
            if (remembered.isEmpty()) {
                discover(Discovery.of(
                        Discovery.Kind.SIGNER_MEMORY_MISSING, folder.toString(), "a last signed checkpoint", "none"));
            }
            List<Epoch> known = new ArrayList<>();
            for (Epoch stored : epochs) {
                Epoch epoch = known(keystore, stored);
                known.add(epoch);
                Report report = new LedgerCheck(
                                snapshot, epoch, new Inside(keys, followed, video, declarations, cameraAlarms))
                        .run(remembered.filter(
                                note -> note.text().startsWith(epoch.origin().text() + "\n")));
                leaves += report.head().size();
                sealed += report.sealed();
                further += report.further();
                report.findings()
                        .forEach(finding -> discover(Discovery.of(epoch.origin().text(), finding)));
            }
            long records = new ProjectionCheck(
                            snapshot,
                            followed,
                            new Loading(dataKeys),
                            new Projecting(keystore),
                            keys,
                            alerts,
                            new AlertStanding(snapshot, law, this::discover),
                            video::record,
                            this::discover)
                    .run();
            alerts.strangers(followed.records().keySet());
            cameraAlarms.run(snapshot, this::discover);
            alerts.messages();
            new RequestCheck(snapshot, followed, this::discover).run();
            officers(snapshot, keys, followed);
            facilities(snapshot, followed);
            declarations.run(snapshot, this::discover);
            long segments = new FootageCheck(snapshot, video, footage, epochs.size() > 1, this::discover).run();
            return new CheckReport(
                    leaves, sealed, records, segments, receipts(snapshot, known), List.copyOf(discoveries), further);
        } catch (Inside.Interrupted interrupted) {
            throw interrupted.database();
        }
    }

    private List<String> receipts(Snapshot snapshot, List<Epoch> known) throws SQLException {
        ReceiptCheck check = new ReceiptCheck(snapshot, known);
        List<String> said = new ArrayList<>();
        for (Receipt receipt : receipts) {
            said.add(check.check(receipt));
        }
        check.differing().forEach(this::discover);
        return said;
    }

    private void discover(Discovery discovery) {
        if (discoveries.size() < MOST) {
            discoveries.add(discovery);
        } else {
            further++;
        }
    }

    /** The epoch under the key that the keystore holds: what the database says of it is only compared. */
    private Epoch known(Keystore keystore, Epoch stored) {
        Optional<Epoch> configured = keystore.existingSignerSeed(stored.number())
                .map(seed -> NoteSigner.fromSeed(stored.origin().text(), seed))
                .map(signer -> new Epoch(stored.origin(), signer.key()));
        if (!configured.equals(Optional.of(stored))) {
            discover(Discovery.of(
                    Discovery.Kind.SIGNING_KEY_DIFFERS, stored.origin().text(), "the keystore's key", "another"));
        }
        return configured.orElse(stored);
    }

    private void facilities(Snapshot snapshot, Followed followed) throws SQLException {
        Map<String, String> stored = new HashMap<>();
        snapshot.attempt(FacilityDescription::stored).ifPresent(stored::putAll);
        Set<String> all = new LinkedHashSet<>(followed.facilities().keySet());
        all.addAll(stored.keySet());
        for (String code : all) {
            if (!Optional.ofNullable(followed.facilities().get(code)).equals(Optional.ofNullable(stored.get(code)))) {
                discover(Discovery.projection(
                        "facility " + code + " or its rooms", "what its last entry says", "something else"));
            }
        }
    }

    private void officers(Snapshot snapshot, KnownKeys keys, Followed followed) throws SQLException {
        Map<Badge, Officer> stored = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        snapshot.each(OFFICERS, _ -> {}, row -> {
            String badge = row.getString(1);
            Optional<DataKey> key = keys.find(row.getObject(2, UUID.class));
            Optional<byte[]> plain =
                    key.isPresent() ? key.get().open(Binding.officer(badge), row.getBytes(3)) : Optional.empty();
            plain.map(Payload::decode)
                    .map(OfficerFields::officer)
                    .ifPresentOrElse(officer -> stored.put(officer.badge(), officer), () -> unreadable.add(badge));
        });
        unreadable.forEach(badge -> discover(Discovery.projection("officer " + badge, "a row that opens", "none")));
        Set<Badge> all = new LinkedHashSet<>(followed.officers().keySet());
        all.addAll(stored.keySet());
        for (Badge badge : all) {
            if (!Optional.ofNullable(followed.officers().get(badge)).equals(Optional.ofNullable(stored.get(badge)))) {
                discover(Discovery.projection("officer " + badge, "what its last role entry says", "something else"));
            }
        }
    }
}
