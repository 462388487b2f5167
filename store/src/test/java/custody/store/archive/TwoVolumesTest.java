package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.store.Samples;
import custody.store.Store;
import custody.store.TestStores;
import custody.video.archive.FootageGaps;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.Retention;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.Put;
import custody.video.camera.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Footage of which some lies on the second volume, with an index that was lost and files that are not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoVolumesTest {
    private static final Person ONE = new Person("1000001");

    private final Path folder = TestStores.folder("volumes");
    private final Path first = folder.resolve("video");
    private final Path second = folder.resolve("second");
    private Store store;
    private VideoArchive archive;
    private Footage footage;
    private Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @BeforeAll
    void open() throws IOException {
        store = Store.open(TestStores.settings(folder));
        store.facilities().put(FilmedCell.facility(Room.Privacy.NORMAL));
        archive = store.video(new Volumes(first, Optional.of(second)), InstantSource.system());
        archive.cameras().baseRetention(1, 2);
        footage = new Footage(first);
    }

    @AfterAll
    void close() {
        store.close();
    }

    private CameraId camera(String id) {
        var camera = new CameraId(id);
        assertEquals(Put.ADDED, archive.cameras().put(FilmedCell.camera(camera), ONE));
        return camera;
    }

    private void nameInLedger(CameraId camera) {
        minute = minute.plus(1, ChronoUnit.MINUTES);
        archive.minutes().write(Samples.HOME.code(), minute, Set.of(camera), List.of(), Set.of());
    }

    private Segment sealed(CameraId camera, Instant start) throws IOException {
        Segment segment = footage.next(camera, start);
        archive.index().sealed(0, segment);
        return segment;
    }

    private List<Long> shown(CameraId camera) {
        return archive.segments().in(camera, Instant.EPOCH, Instant.now(), 100).stream()
                .map(Segment::sequence)
                .toList();
    }

    private List<Long> spilled(CameraId camera) {
        return archive.deleting().oldestSpilled(Instant.now()).stream()
                .filter(old -> old.camera().equals(camera))
                .map(Retention.Footage::sequence)
                .toList();
    }

    @Test
    void anIndexThatIsLostIsRebuiltFromBothVolumesWithTheHolesBetweenThem() throws Exception {
        CameraId camera = camera("lost-1");
        Instant start = Instant.now().minus(Duration.ofHours(40)).truncatedTo(ChronoUnit.MICROS);
        Segment oldest = sealed(camera, start);
        Segment next = sealed(camera, oldest.end());
        Segment last = sealed(camera, next.end().plusSeconds(60));
        nameInLedger(camera);
        assertEquals(1, archive.spilling().move(1));
        assertFalse(Files.exists(first.resolve(oldest.path())));
        // A copy that was cut off before the row was changed: both are whole, and the first counts.
        Files.copy(first.resolve(next.path()), second.resolve(next.path()));
        FilmedCell.asOwner(folder, "DELETE FROM segment WHERE camera = 'lost-1'");
        assertEquals(3, archive.reconciling().run());
        assertEquals(List.of(1L, 2L, 3L), shown(camera));
        assertEquals(
                List.of(next.end() + " " + last.start()),
                archive.gaps().in(camera, Instant.EPOCH, Instant.now()).stream()
                        .map(gap -> gap.from() + " "
                                + gap.to().map(Instant::toString).orElse("open"))
                        .toList());
        nameInLedger(camera);
        assertEquals(List.of(1L), spilled(camera));
        assertEquals(0, archive.reconciling().run(), "what is known is left alone");
        retain();
        Instant later = Instant.now().plus(Duration.ofDays(1));
        archive.deleting()
                .carryOut(
                        Retention.decide(
                                        archive.deleting().oldest(later),
                                        new Retention.Disk(Long.MAX_VALUE / 8, 1),
                                        later)
                                .deletions(),
                        later);
        assertFalse(Files.exists(second.resolve(next.path())), "the other copy of what is deleted goes too");
    }

    private void retain() {
        // Nothing is past its maximum yet.
        Instant now = Instant.now();
        var roomy = new Retention.Disk(Long.MAX_VALUE / 8, 1);
        assertEquals(
                List.of(),
                Retention.decide(archive.deleting().oldest(now), roomy, now).deletions());
    }

    @Test
    void aFileThatIsNotThereIsMissingUntilItIsFoundAgain() throws Exception {
        CameraId camera = camera("taken-1");
        Instant start = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MICROS);
        Segment stays = sealed(camera, start);
        Segment taken = sealed(camera, stays.end());
        nameInLedger(camera);
        assertEquals(List.of(), archive.auditing().run("word").differ());
        Path elsewhere = folder.resolve("taken.mp4");
        Files.move(first.resolve(taken.path()), elsewhere);
        assertEquals(List.of("taken-1/2"), archive.auditing().run("word").differ());
        assertEquals(List.of(1L), shown(camera));
        FootageGaps.Known hole = holes(camera).getFirst();
        assertEquals(
                taken.start() + " " + taken.end(), hole.from() + " " + hole.to().orElseThrow());
        assertEquals(GapCause.DISK, hole.cause());
        assertEquals(List.of(), archive.auditing().run("word").differ(), "it is known by now");
        Files.move(elsewhere, first.resolve(taken.path()));
        assertEquals(List.of(), archive.auditing().run("word").differ());
        assertEquals(List.of(1L, 2L), shown(camera));
        assertEquals(List.of(), holes(camera));
        assertTrue(Files.exists(first.resolve(stays.path())));
    }

    @Test
    void aVolumeThatComesBackIsFoundByTheNextReconciling() throws Exception {
        CameraId camera = camera("back-1");
        Segment segment =
                sealed(camera, Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MICROS));
        nameInLedger(camera);
        Files.createDirectories(second.resolve(segment.path()).resolveSibling(""));
        Path elsewhere = folder.resolve("back.mp4");
        Files.move(first.resolve(segment.path()), elsewhere);
        assertEquals(List.of("back-1/1"), archive.auditing().run("word").differ());
        Files.move(elsewhere, second.resolve(segment.path()));
        assertEquals(1, archive.reconciling().run());
        assertEquals(List.of(1L), shown(camera));
        assertEquals(second, archive.segments().folder(segment));
        assertEquals(List.of(), holes(camera));
    }

    @Test
    void holesAreNotGuessedForACameraAllOfWhoseFilesWereMissing() throws Exception {
        CameraId camera = camera("away-1");
        Segment one = sealed(camera, Instant.now().minus(Duration.ofMinutes(50)).truncatedTo(ChronoUnit.MICROS));
        Segment two = sealed(camera, one.end().plusSeconds(60));
        var known = new Gap(camera, one.end().plusMillis(40), two.start(), GapCause.POLICY, "recorder-stopped");
        archive.index().gap(0, known);
        nameInLedger(camera);
        Path folderOfCamera = first.resolve(camera.value());
        Path elsewhere = folder.resolve("away");
        Files.move(folderOfCamera, elsewhere);
        assertEquals(2, archive.auditing().run("word").differ().size());
        assertEquals(3, holes(camera).size());
        Files.move(elsewhere, folderOfCamera);
        assertEquals(2, archive.reconciling().run());
        assertEquals(
                List.of(known.from()),
                holes(camera).stream().map(FootageGaps.Known::from).toList());
    }

    @Test
    void filesThatAreMissingOneBehindTheOtherAreOneHole() throws Exception {
        CameraId camera = camera("row-1");
        Segment one = sealed(camera, Instant.now().minus(Duration.ofMinutes(70)).truncatedTo(ChronoUnit.MICROS));
        Segment two = sealed(camera, one.end());
        Segment three = sealed(camera, two.end());
        nameInLedger(camera);
        Files.delete(first.resolve(one.path()));
        Files.delete(first.resolve(two.path()));
        assertEquals(2, archive.auditing().run("word").differ().size());
        assertEquals(
                List.of(one.start() + " " + three.start()),
                holes(camera).stream()
                        .map(hole -> hole.from() + " " + hole.to().orElseThrow())
                        .toList());
    }

    @Test
    void aCameraWhoseFilesCannotBeListedCostsNoOtherItsFootage() throws Exception {
        CameraId broken = camera("broken-1");
        CameraId whole = camera("whole-1");
        Instant start = Instant.now().minus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.MICROS);
        var _ = footage.next(whole, start);
        Path noFolder = Files.createDirectories(first.resolve(broken.value())).resolve("2026-01-01");
        Files.writeString(noFolder, "");
        IOException failed =
                assertThrows(IOException.class, () -> archive.reconciling().run());
        assertTrue(String.valueOf(failed.getMessage()).contains(broken.value()));
        assertEquals(List.of(1L), shown(whole));
        Files.delete(noFolder);
        assertEquals(0, archive.reconciling().run());
    }

    private List<FootageGaps.Known> holes(CameraId camera) {
        return archive.gaps().in(camera, Instant.EPOCH, Instant.now());
    }
}
