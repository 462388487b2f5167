package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.StoreSettings;
import custody.store.check.Discovery;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.archive.Retention;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Deletion on a real database with real files: what is held stays, and what stays is missed when somebody takes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletingTest {
    private static final String HOME = Samples.HOME.code();
    private static final Person ONE = new Person("1000001");
    private static final Person TWO = new Person("1000005");

    private FilmedArchive filmed;
    private Path folder;
    private VideoArchive archive;

    @BeforeAll
    void open() throws IOException {
        filmed = FilmedArchive.open("deleting", Room.Privacy.NORMAL);
        folder = filmed.folder();
        archive = filmed.archive();
    }

    @AfterAll
    void close() {
        filmed.close();
    }

    @Test
    void retentionDeletesWhatIsPastItsTimeAndNothingThatIsHeld() throws IOException {
        CameraId camera = filmed.camera("old-1");
        Instant start = Instant.now().minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MICROS);
        Segment held = filmed.sealed(camera, start);
        Segment free = filmed.sealed(camera, start.plusSeconds(60));
        Instant now = Instant.now();
        filmed.nameInLedger(camera);
        Hold.HoldId hold = hold(camera, held);
        delete(now);
        assertTrue(Files.exists(folder.resolve("video").resolve(held.path())));
        assertFalse(Files.exists(folder.resolve("video").resolve(free.path())));
        assertEquals(1, archive.segments().in(camera, start, now, 10).size());
        archive.holds().release(hold, ONE, "минуло", now);
        archive.holds().release(hold, TWO, "згода", now);
        delete(now);
        assertFalse(Files.exists(folder.resolve("video").resolve(held.path())));
    }

    @Test
    void whatIsHeldForLongKeepsNothingElseFromItsEnd() throws Exception {
        CameraId camera = filmed.camera("long-held-1");
        Instant start = Instant.now().minus(Duration.ofDays(6)).truncatedTo(ChronoUnit.MICROS);
        Segment held = filmed.sealed(camera, start);
        Segment free = filmed.sealed(camera, start.plusSeconds(60));
        Instant now = Instant.now();
        filmed.nameInLedger(camera);
        var _ = hold(camera, held);
        FilmedCell.asOwner(
                folder,
                "INSERT INTO segment SELECT (jsonb_populate_record(s, jsonb_build_object('sequence', 10000 + more))).*"
                        + " FROM segment s, generate_series(1, 1200) more WHERE s.camera = 'long-held-1' AND s.sequence = 1");
        delete(now);
        assertTrue(Files.exists(folder.resolve("video").resolve(held.path())));
        assertFalse(Files.exists(folder.resolve("video").resolve(free.path())));
        FilmedCell.asOwner(folder, "DELETE FROM segment WHERE camera = 'long-held-1' AND sequence > 10000");
    }

    @Test
    void whatIsHeldBetweenTwoDeletionsIsMissedWhenSomebodyTakesIt() throws Exception {
        CameraId camera = filmed.camera("between-1");
        Instant start = Instant.now().minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MICROS);
        Segment first = filmed.sealed(camera, start);
        Segment held = filmed.sealed(camera, start.plusSeconds(60));
        Segment last = filmed.sealed(camera, start.plusSeconds(120));
        Instant now = Instant.now();
        filmed.nameInLedger(camera);
        var _ = hold(camera, held);
        delete(now);
        Path video = folder.resolve("video");
        assertFalse(Files.exists(video.resolve(first.path())) || Files.exists(video.resolve(last.path())));
        assertEquals(List.of(), footageMissed(camera));
        Files.delete(video.resolve(held.path()));
        assertEquals(1, footageMissed(camera).size());
    }

    @Test
    void whatIsHeldJustBeforeItsDeletionStaysAndIsMissedWhenSomebodyTakesIt() throws Exception {
        CameraId camera = filmed.camera("just-1");
        Instant start = Instant.now().minus(Duration.ofDays(8)).truncatedTo(ChronoUnit.MICROS);
        Segment held = filmed.sealed(camera, start);
        Instant now = Instant.now();
        filmed.nameInLedger(camera);
        List<Retention.Deletion> decided = decided(now);
        var _ = hold(camera, held);
        archive.deleting().carryOut(decided, now);
        Path file = folder.resolve("video").resolve(held.path());
        assertTrue(Files.exists(file));
        assertEquals(List.of(), footageMissed(camera));
        Files.delete(file);
        assertEquals(1, footageMissed(camera).size());
    }

    @Test
    void aDeletionThatWasCutOffGoesOnAlthoughSomebodyHoldsItsTimeNow() throws Exception {
        CameraId camera = filmed.camera("cut-off-1");
        Instant start = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MICROS);
        Segment first = filmed.sealed(camera, start);
        Segment second = filmed.sealed(camera, start.plusSeconds(60));
        filmed.nameInLedger(camera);
        Path stuck = folder.resolve("video").resolve(second.path());
        Path aside = Files.move(stuck, folder.resolve("aside.mp4"));
        Path inTheWay = Files.createDirectories(stuck.resolve("in-the-way"));
        assertThrows(UncheckedIOException.class, () -> delete(Instant.now()));
        assertFalse(Files.exists(folder.resolve("video").resolve(first.path())));
        Files.delete(inTheWay);
        Files.delete(stuck);
        Files.move(aside, stuck);
        var _ = hold(camera, first);
        var _ = hold(camera, second);
        assertEquals(List.of(), footageMissed(camera), "it goes, as the ledger says");
        assertEquals(List.of(), archive.segments().in(camera, start, Instant.now(), 10), "and nobody is shown it");
        archive.deleting().unlinkExpiring();
        assertFalse(Files.exists(stuck));
        assertEquals(List.of(), archive.segments().in(camera, start, Instant.now(), 10));
        assertEquals(List.of(), footageMissed(camera));
    }

    @Test
    void aFileThatCannotBeDeletedKeepsNoOtherFromGoingAndNothingHeldFromStaying() throws Exception {
        CameraId camera = filmed.camera("stuck-1");
        Instant start = Instant.now().minus(Duration.ofDays(11)).truncatedTo(ChronoUnit.MICROS);
        Segment stuck = filmed.sealed(camera, start);
        filmed.nameInLedger(camera);
        Path file = folder.resolve("video").resolve(stuck.path());
        Path aside = Files.move(file, folder.resolve("stuck.mp4"));
        Path inTheWay = Files.createDirectories(file.resolve("in-the-way"));
        assertThrows(UncheckedIOException.class, () -> delete(Instant.now()));
        Segment free = filmed.sealed(camera, start.plusSeconds(60));
        Segment held = filmed.sealed(camera, start.plusSeconds(120));
        filmed.nameInLedger(camera);
        Instant now = Instant.now();
        List<Retention.Deletion> decided = decided(now);
        var _ = hold(camera, held);
        assertThrows(UncheckedIOException.class, () -> archive.deleting().carryOut(decided, now));
        assertFalse(there(free), "it goes in the same turn");
        assertEquals(
                List.of(held.sequence()),
                archive.segments().in(camera, start, now, 10).stream()
                        .map(Segment::sequence)
                        .toList(),
                "what was held meanwhile is shown again");
        Files.delete(inTheWay);
        Files.delete(file);
        Files.move(aside, file);
        archive.deleting().unlinkExpiring();
        assertFalse(there(stuck));
        assertEquals(List.of(), footageMissed(camera));
    }

    @Test
    void whatWasDeletedAlthoughItWasHeldIsNamedAlsoWhenTheHoldStandsAgain() throws Exception {
        CameraId camera = filmed.camera("cheated-1");
        Instant start = Instant.now().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.MICROS);
        Segment held = filmed.sealed(camera, start);
        filmed.nameInLedger(camera);
        Hold.HoldId hold = hold(camera, held);
        String moved =
                "UPDATE footage_hold SET from_at = from_at %s interval '1 day', to_at = to_at %s interval '1 day'"
                        + " WHERE id = '" + hold + "'";
        FilmedCell.asOwner(folder, moved.formatted("-", "-"));
        delete(Instant.now());
        assertFalse(Files.exists(folder.resolve("video").resolve(held.path())));
        FilmedCell.asOwner(folder, moved.formatted("+", "+"));
        assertEquals(1, footageMissed(camera).size());
    }

    @Test
    void whatWasKeptOnceAndDeletedWhenItsHoldWasReleasedIsNoDifference() throws Exception {
        CameraId camera = filmed.camera("later-1");
        Instant start = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MICROS);
        Segment held = filmed.sealed(camera, start);
        Instant now = Instant.now();
        filmed.nameInLedger(camera);
        List<Retention.Deletion> decided = decided(now);
        Hold.HoldId hold = hold(camera, held);
        archive.deleting().carryOut(decided, now);
        assertTrue(there(held));
        archive.holds().release(hold, ONE, "минуло", now);
        archive.holds().release(hold, TWO, "згода", now);
        delete(now);
        assertFalse(there(held));
        assertEquals(List.of(), footageMissed(camera));
    }

    /** Least a day, most two: what was recorded an hour ago stays, whatever year its clock said. */
    @Test
    void whatAClockThatWasBehindMadeLookOldStaysUntilItIsOld() throws Exception {
        CameraId camera = filmed.camera("behind-1");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Duration year = Duration.ofDays(365);
        Segment before = filmed.sealed(camera, now.minusSeconds(7_200));
        filmed.footage().behind(year);
        Segment behind = filmed.sealed(camera, now.minusSeconds(3_600).minus(year));
        filmed.footage().behind(Duration.ZERO);
        Segment after = filmed.sealed(camera, now.minusSeconds(1_800));
        filmed.nameInLedger(camera);
        delete(now);
        assertTrue(there(before) && there(behind) && there(after));
        delete(now.plus(Duration.ofHours(22)).plusSeconds(600));
        assertTrue(there(behind), "what is before it is old by now, it is not");
        delete(now.plus(Duration.ofDays(2)));
        assertFalse(there(before) || there(behind) || there(after));
    }

    @Test
    void whatANewCameraRecordedWhileTheClockWasBehindStaysUntilItIsOld() throws Exception {
        CameraId camera = filmed.camera("behind-2");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Duration year = Duration.ofDays(365);
        filmed.footage().behind(year);
        Segment behind = filmed.sealed(camera, now.minusSeconds(3_600).minus(year));
        filmed.footage().behind(Duration.ZERO);
        Segment after = filmed.sealed(camera, now.minusSeconds(1_800));
        filmed.nameInLedger(camera);
        delete(now);
        assertTrue(there(behind) && there(after), "nothing was recorded before it, but the machine's uptime tells");
        delete(now.plus(Duration.ofDays(2)));
        assertFalse(there(behind) || there(after));
    }

    @Test
    void whatWasDeletedAlthoughItOnlyLookedOldIsNamed() throws Exception {
        CameraId camera = filmed.camera("behind-3");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Segment before = filmed.sealed(camera, now.minusSeconds(7_200));
        Segment behind = filmed.sealed(camera, now.minusSeconds(3_600).minus(Duration.ofDays(365)));
        filmed.nameInLedger(camera);
        var term = new Retention.Term(Duration.ofDays(1), Duration.ofDays(2));
        var old = new Retention.Footage(
                camera, behind.sequence(), behind.start(), behind.end(), behind.bytes(), term, false, false);
        archive.deleting().carryOut(List.of(new Retention.Deletion(old, Retention.Why.PAST_MAXIMUM)), now);
        assertTrue(there(before) && !there(behind));
        assertEquals(
                List.of("FOOTAGE_DIFFERS footage of camera behind-3 segment " + behind.sequence()),
                footageMissed(camera));
    }

    @Test
    void whatAClockThatIsPutRightMadeLookAheadIsNamedAtOnceAndNoDifference() throws Exception {
        CameraId camera = filmed.camera("ahead-1");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Segment ahead = filmed.sealed(camera, now.minusSeconds(600).plus(Duration.ofDays(100)));
        var _ = filmed.sealed(camera, now.minusSeconds(300));
        filmed.nameInLedger(camera);
        assertEquals(List.of(), footageMissed(camera));
        Files.delete(folder.resolve("video").resolve(ahead.path()));
        assertEquals(1, footageMissed(camera).size(), "an entry names it");
    }

    private boolean there(Segment segment) {
        return Files.exists(folder.resolve("video").resolve(segment.path()));
    }

    private Hold.HoldId hold(CameraId camera, Segment segment) {
        var wanted = new Holds.Wanted(
                HOME,
                Set.of(camera),
                segment.start(),
                segment.end(),
                Hold.Ground.NPM_REQUEST,
                "візит",
                Optional.empty());
        var id = new Hold.HoldId(UUID.randomUUID());
        archive.holds().place(id, wanted, ONE, Instant.now());
        return id;
    }

    private List<String> footageMissed(CameraId camera) throws InterruptedException {
        assertTrue(filmed.store().awaitSealed(5_000));
        return FolderCheck.of(
                        folder,
                        new StoreSettings.Server.Embedded(),
                        new Passphrase.BesideKeystore(),
                        new FootagePlan(filmed.volumes(), Optional.empty(), true))
                .discoveries()
                .stream()
                .filter(found -> !found.what().equals(Discovery.Kind.FOOTAGE_LATE.name()))
                .filter(found -> found.where().contains(camera.value()))
                .map(found -> found.what() + " " + found.where())
                .toList();
    }

    private void delete(Instant now) {
        var roomy = new Retention.Disk(Long.MAX_VALUE / 8, 1);
        archive.deleting()
                .carryOut(
                        Retention.decide(archive.deleting().oldest(now), roomy, now)
                                .deletions(),
                        now);
    }

    /** What retention alone would delete by then, on a disk that is nowhere near full. */
    private List<Retention.Deletion> decided(Instant now) {
        var roomy = new Retention.Disk(Long.MAX_VALUE / 8, 1);
        return Retention.decide(archive.deleting().oldest(now), roomy, now).deletions();
    }
}
