package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.log.Origin;
import custody.ledger.log.Receipt;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.NoteVerdict;
import custody.ledger.note.SignedNote;
import custody.ledger.note.VerifierKey;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHead;
import custody.record.desk.LedgerView;
import custody.record.desk.Outcome;
import custody.record.events.RecordId;
import custody.store.backup.Restore;
import custody.store.check.CheckReport;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.store.ledger.EntryProofs;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Receipts that people keep: of a node that was restored since, and so goes on with another ledger under another key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptReceiptsTest {
    private final Path copy = TestStores.folder("kept-receipts-restored");
    private Receipt given = Receipt.recorded(new Origin("x", 1), 0, Hash.sha256(new byte[0]));
    private Receipt now = given;

    @BeforeAll
    void restoredNode() throws InterruptedException {
        Path folder = TestStores.prepared("kept-receipts");
        Path file = TestStores.folder("kept-receipts-backup");
        RecordId record;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            Outcome opened =
                    store.records().open(Samples.HOME, Samples.booking("Перший", Instant.now()), Samples.WRITER);
            record = ((Outcome.Stored) opened).record().id();
            assertTrue(store.awaitSealed(5000));
            given = text(store, record, 1);
            store.backup(file);
        }
        Restore.into(file, copy, new Passphrase.BesideKeystore(), new SecureRandom(), Instant.now());
        try (Store store = Store.open(TestStores.settings(copy))) {
            Outcome added = store.records().add(record, Samples.meal(Instant.now()), null, Samples.WRITER);
            int version = ((Outcome.Stored) added).record().version();
            assertTrue(store.awaitSealed(5000));
            now = text(store, record, version);
            online(store, record);
        }
    }

    private static Receipt text(Store store, RecordId record, int version) {
        return Receipt.parse(store.records().receiptText(record, version).orElseThrow())
                .orThrow();
    }

    /** What the world may fetch of the ledger that the receipt names is enough to check it. */
    private void online(Store store, RecordId record) {
        assertEquals("custody/" + Samples.HOME + "/1", given.origin().text());
        assertEquals("custody/" + Samples.HOME + "/2", store.ledger().origin());
        Receipt again = text(store, record, 1);
        assertEquals(given.leafHash(), again.leafHash());
        assertEquals(given.origin(), again.origin());
        SignedNote seal = Optional.ofNullable(again.checkpoint()).orElseThrow();
        LedgerView earlier = store.ledger().earlier(given.origin().text()).orElseThrow();
        VerifierKey key = VerifierKey.parse(earlier.verifierKey()).orThrow();
        assertInstanceOf(NoteVerdict.Verified.class, seal.verify(Set.of(key)));
        assertEquals(Optional.of(seal.encode()), earlier.checkpoint());
        assertTrue(new EntryProofs(earlier).of(given.index()).isPresent());
        assertTrue(earlier.tile("0/000.p/200").isEmpty(), "nothing that was not signed");
        assertEquals(
                custody.record.desk.Receipt.State.SEALED,
                store.records().receipts(record).getFirst().state());
        assertEquals(Optional.empty(), store.ledger().earlier("custody/" + Samples.HOME + "/3"));
        assertEquals(Optional.empty(), store.ledger().earlier("another"));
    }

    private CheckReport check(Receipt... receipts) {
        return FolderCheck.of(
                copy,
                new StoreSettings.Server.Embedded(),
                new Passphrase.BesideKeystore(),
                FootagePlan.whole(copy),
                List.of(receipts),
                Optional.empty());
    }

    @Test
    void agreeWhicheverLedgerTheyWereGivenUnder() {
        CheckReport report = check(given, now);
        assertEquals(List.of(), report.discoveries());
        assertEquals(2, report.receipts().size());
        assertTrue(report.receipts().stream().allMatch(line -> line.contains("signed by this ledger's key")));
        assertTrue(report.lines().containsAll(report.receipts()));
    }

    @Test
    void withoutASealAgreeAndTheCheckSaysWhatThatDoesNotProve() {
        CheckReport report = check(Receipt.recorded(given.origin(), given.index(), given.leafHash()));
        assertEquals(List.of(), report.discoveries());
        assertTrue(report.receipts().getFirst().contains("does not prove by itself"), report.lines()::toString);
    }

    @Test
    void thatNameAnotherEntryTreeKeyOrLedgerDoNotAgree() {
        Hash other = Hash.sha256("another".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        differs(Receipt.recorded(given.origin(), given.index(), other), "another");
        differs(Receipt.recorded(given.origin(), 9_999, given.leafHash()), "none");
        differs(Receipt.recorded(new Origin(Samples.HOME.code(), 7), 0, given.leafHash()), "another");
        NoteSigner thief = NoteSigner.fromSeed(given.origin().text(), new byte[32]);
        SignedNote forged = Checkpoint.of(given.origin().text(), new TreeHead(given.index() + 1, other))
                .sign(thief);
        differs(
                Receipt.recorded(given.origin(), given.index(), given.leafHash())
                        .sealedBy(forged),
                "one that it did not");
    }

    private void differs(Receipt receipt, String actual) {
        CheckReport report = check(receipt);
        assertFalse(report.agrees());
        assertTrue(
                report.discoveries().stream()
                        .anyMatch(found -> found.what().equals("RECEIPT_DIFFERS")
                                && found.actual().equals(actual)),
                report.lines()::toString);
    }
}
