package custody.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The check of a ledger")
class LogCheckTest {
    @Test
    void findsNothingInAnHonestLedger() {
        StoredLog log = new StoredLog();
        Report report = log.check();
        assertEquals(List.of(), report.findings());
        assertTrue(report.agrees() && report.clean());
        assertEquals(log.head, report.head());
        assertEquals(StoredLog.SIZE, report.sealed());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("custody.ledger.check.Tampering#all")
    void findsTheTamperingAndItsPlaceAndPassesWithoutIt(Tampering tampering) {
        StoredLog log = new StoredLog();
        tampering.breaking().accept(log);
        Report report = log.check();
        assertTrue(
                report.findings().stream()
                        .anyMatch(finding -> finding.code() == tampering.code()
                                && finding.where().equals(tampering.where())),
                () -> lines(report));
        assertEquals(tampering.code().severity() == Severity.WARNING, report.agrees(), () -> lines(report));
        assertFalse(report.clean());
        assertTrue(new StoredLog().check().clean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("custody.ledger.check.Tampering#all")
    void findsTheSameOnTwoCores(Tampering tampering) {
        StoredLog log = new StoredLog();
        tampering.breaking().accept(log);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            assertEquals(log.check(), log.check(executor));
        }
    }

    private static String lines(Report report) {
        return String.join("\n", report.findings().stream().map(Finding::line).toList());
    }

    @Test
    void findsEveryFlippedBitOfAnyLeaf() {
        Seeded.times(100, random -> {
            StoredLog log = new StoredLog();
            log.signatures = Claims.Signatures.NEWEST;
            int index = random.nextInt(StoredLog.SIZE);
            log.set(index, log.rows.get(index).flipped(random.nextInt()));
            Report report = log.check();
            assertEquals(
                    new Place(FindingCode.LEAF_HASH_DIFFERS, "leaf " + index),
                    Place.of(report.findings().getFirst()));
            assertFalse(report.agrees());
        });
    }

    private record Place(FindingCode code, String where) {
        static Place of(Finding finding) {
            return new Place(finding.code(), finding.where());
        }
    }

    @Test
    void doesNotBlameCheckpointsForLeavesThatAreMissingBefore() {
        StoredLog log = new StoredLog();
        log.rows.remove(117);
        Report report = log.check();
        assertEquals(
                List.of(new Place(FindingCode.LEAVES_MISSING, "leaves 117 to 117")),
                report.findings().stream().map(Place::of).toList());
        assertEquals(100, report.sealed());
    }

    @Test
    void acceptsAPayloadErasedByLaw() {
        StoredLog log = new StoredLog();
        Tampering.eraseLawfully(log);
        Report report = log.check();
        assertEquals(List.of(), report.findings());
        assertEquals(1, report.erased());
    }

    @Test
    void saysHowMuchIsNotYetSealed() {
        StoredLog log = new StoredLog();
        log.checkpoints.removeLast();
        Report report = log.check();
        assertTrue(report.clean());
        assertEquals(StoredLog.SIZE - StoredLog.EACH_CHECKPOINT, report.sealed());
    }

    @Test
    void cannotAloneFindATailThatIsCutWithItsCheckpoints() {
        // Found by the signer's own memory, by receipts and by witnesses: see docs/design/ledger.md, limits.
        StoredLog log = new StoredLog();
        log.rows.subList(620, StoredLog.SIZE).clear();
        log.recompute();
        log.checkpoints.subList(12, 14).clear();
        assertTrue(log.check().clean());
    }

    @Test
    void canVerifyOnlyTheNewestSignature() {
        StoredLog log = new StoredLog();
        log.signatures = Claims.Signatures.NEWEST;
        assertEquals(StoredLog.SIZE, log.check().sealed());
        log.checkpoints.set(3, damaged(log.checkpoints.get(3)));
        assertTrue(log.check().clean());
        log.checkpoints.addLast(damaged(log.checkpoints.removeLast()));
        Report report = log.check();
        assertEquals(
                FindingCode.CHECKPOINT_NOT_SIGNED, report.findings().getFirst().code());
        assertEquals(0, report.sealed());
    }

    private static String damaged(String note) {
        int at = note.length() - 20;
        return note.substring(0, at) + (note.charAt(at) == 'A' ? 'B' : 'A') + note.substring(at + 1);
    }

    @Test
    void showsEachGoodLeafToTheInspectorInOrder() {
        StoredLog log = new StoredLog();
        log.set(8, log.rows.get(8).flipped(3));
        log.set(9, log.rows.get(10).at(9));
        List<Long> seen = new ArrayList<>();
        Report report = log.check((header, stored, findings) -> {
            seen.add(header.index());
            if (header.index() == 500) {
                findings.add(FindingCode.PROJECTION_DIFFERS, "record 1", "version 3", "version 2");
            }
        });
        assertEquals(
                LongStream.range(0, StoredLog.SIZE)
                        .filter(index -> index != 8 && index != 9)
                        .boxed()
                        .toList(),
                seen);
        assertTrue(report.findings().stream().anyMatch(finding -> finding.code() == FindingCode.PROJECTION_DIFFERS));
    }

    @Test
    void doesNotFillTheMemoryWithFindings() {
        StoredLog log = new StoredLog();
        for (int i = 0; i < StoredLog.SIZE; i++) {
            log.set(
                    i,
                    log.rows.get(i).with(log.rows.get((i + 1) % StoredLog.SIZE).leafHash()));
        }
        Report report = log.check();
        long kept = report.findings().stream()
                .filter(finding -> finding.code() == FindingCode.LEAF_HASH_DIFFERS)
                .count();
        assertEquals(Findings.MOST_OF_A_CODE, kept);
        assertEquals(StoredLog.SIZE - Findings.MOST_OF_A_CODE, report.further());
    }

    @Test
    void canBeOfAnEmptyLedger() {
        StoredLog log = new StoredLog();
        log.rows.clear();
        log.checkpoints.clear();
        log.recompute();
        assertTrue(log.check().clean());
        log.frontier = StoredHead.empty().frontier();
        log.resign();
        assertTrue(log.check().clean());
    }
}
