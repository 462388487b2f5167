package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.video.archive.FootageGaps;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.Retention;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Footage of which some lies on the second volume, with an index that was lost and files that are not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoVolumesTest {
    private FilmedArchive filmed;
    private Path folder;
    private Path first;
    private Path second;
    private VideoArchive archive;

    @BeforeAll
    void open() throws IOException {
        filmed = FilmedArchive.open("volumes", Room.Privacy.NORMAL);
        folder = filmed.folder();
        first = filmed.first();
        second = filmed.second();
        archive = filmed.archive();
    }

    @AfterAll
    void close() {
        filmed.close();
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
        CameraId camera = filmed.camera("lost-1");
        Instant start = Instant.now().minus(Duration.ofHours(40)).truncatedTo(ChronoUnit.MICROS);
        Segment oldest = filmed.sealed(camera, start);
        Segment next = filmed.sealed(camera, oldest.end());
        Segment last = filmed.sealed(camera, next.end().plusSeconds(60));
        filmed.nameInLedger(camera);
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
        filmed.nameInLedger(camera);
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
        CameraId camera = filmed.camera("taken-1");
        Instant start = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MICROS);
        Segment stays = filmed.sealed(camera, start);
        Segment taken = filmed.sealed(camera, stays.end());
        filmed.nameInLedger(camera);
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
        CameraId camera = filmed.camera("back-1");
        Segment segment = filmed.sealed(
                camera, Instant.now().minus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.MICROS));
        filmed.nameInLedger(camera);
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
        CameraId camera = filmed.camera("away-1");
        Segment one = filmed.sealed(
                camera, Instant.now().minus(Duration.ofMinutes(50)).truncatedTo(ChronoUnit.MICROS));
        Segment two = filmed.sealed(camera, one.end().plusSeconds(60));
        var known = new Gap(camera, one.end().plusMillis(40), two.start(), GapCause.POLICY, "recorder-stopped");
        archive.index().gap(0, known);
        filmed.nameInLedger(camera);
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
        CameraId camera = filmed.camera("row-1");
        Segment one = filmed.sealed(
                camera, Instant.now().minus(Duration.ofMinutes(70)).truncatedTo(ChronoUnit.MICROS));
        Segment two = filmed.sealed(camera, one.end());
        Segment three = filmed.sealed(camera, two.end());
        filmed.nameInLedger(camera);
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
        CameraId broken = filmed.camera("broken-1");
        CameraId whole = filmed.camera("whole-1");
        Instant start = Instant.now().minus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.MICROS);
        var _ = filmed.footage().next(whole, start);
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
