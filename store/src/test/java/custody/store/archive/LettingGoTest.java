package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.TestStores;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.archive.Uploads;
import custody.video.archive.Uploads.Outcome;
import custody.video.archive.Uploads.Upload;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras.Put;
import custody.video.camera.Person;
import custody.video.export.Exports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Terms of uploaded films and of files of exports: what is held stays, and what is gone is missed by no check. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettingGoTest {
    private static final String HOME = Samples.HOME.code();
    private static final Person ONE = new Person("1000001");
    private static final Person TWO = new Person("1000005");
    private static final CameraId CAMERA = new CameraId("cell-1");

    private final Path folder = TestStores.prepared("letting-go");
    private final Path video = folder.resolve("video");
    private Store store;
    private VideoArchive archive;
    private Footage footage;
    private Instant start = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);

    @BeforeAll
    void open() throws IOException {
        store = Store.open(TestStores.settings(folder));
        store.facilities().put(FilmedCell.facility(Room.Privacy.NORMAL));
        archive = store.video(new Volumes(video, Optional.empty()), InstantSource.system());
        archive.cameras().baseRetention(1, 2);
        archive.lettingGo().terms(10, 5);
        assertEquals(Put.ADDED, archive.cameras().put(FilmedCell.camera(CAMERA), ONE));
        footage = new Footage(folder.resolve("elsewhere"));
    }

    @AfterAll
    void close() {
        store.close();
    }

    /** Each of another hour, so that no hold on one of them holds another. */
    private Upload film(Optional<UUID> record) throws IOException {
        return assertInstanceOf(Outcome.Stored.class, sent(made(), record)).upload();
    }

    private Path made() throws IOException {
        start = start.plus(Duration.ofHours(1));
        return folder.resolve("elsewhere").resolve(footage.next(CAMERA, start).path());
    }

    private Outcome sent(Path made, Optional<UUID> record) throws IOException {
        var wanted = new Uploads.Wanted(HOME, Uploads.Source.BODY_CAMERA, "BC-1", start, Duration.ZERO, record, "");
        try (InputStream content = Files.newInputStream(made)) {
            return archive.uploads().store(wanted, content, ONE, Instant.now());
        }
    }

    private Upload taken(Path made) throws IOException {
        return assertInstanceOf(Outcome.Stored.class, sent(made, Optional.empty()))
                .upload();
    }

    private Upload known(Upload film) {
        return archive.uploads().find(film.id()).orElseThrow();
    }

    @Test
    void whatAKilledNodeLeftOfFilmsIsClearedUpAtTheStartAndAFilmWithoutARowIsSetAside() throws Exception {
        Upload film = film(Optional.empty());
        Path films = video.resolve("uploads");
        String lost = UUID.randomUUID() + ".mp4";
        Path coming = Files.write(films.resolve(UUID.randomUUID() + ".part"), new byte[9]);
        Files.write(films.resolve(lost), new byte[9]);
        archive.uploads().sweep();
        assertTrue(Files.exists(films.resolve(film.id() + ".mp4")));
        assertTrue(Files.notExists(coming) && Files.notExists(films.resolve(lost)));
        assertTrue(Files.exists(films.resolve(lost + ".no-row")), "it may be a film of after the backup");
    }

    @Test
    void aFilmThatWentIsTakenAgainAsAnotherAndOneThatIsThereIsKeptOnce() throws Exception {
        Path made = made();
        Upload first = taken(made);
        assertEquals(
                first,
                assertInstanceOf(Outcome.AlreadyHere.class, sent(made, Optional.empty()))
                        .upload());
        archive.lettingGo().turn(in(11));
        assertTrue(gone(first));
        Upload second = taken(made);
        assertEquals(Optional.of(first.id()), second.replaces());
        assertEquals(Optional.of(second.id()), known(first).replacedBy());
        assertEquals(first.sha256(), second.sha256());
        assertTrue(there(second) && !gone(second));
        assertInstanceOf(Outcome.AlreadyHere.class, sent(made, Optional.empty()));
        assertEquals(List.of(), missed());
        archive.lettingGo().turn(in(22));
        assertEquals(Optional.of(second.id()), taken(made).replaces(), "the newest of them");
        assertEquals(List.of(), missed());
    }

    @Test
    void aFilmThatIsLostIsMissedUntilItIsTakenAgain() throws Exception {
        Path made = made();
        Upload first = taken(made);
        Files.delete(archive.uploads().file(first.id()).orElseThrow());
        assertEquals(List.of("FOOTAGE_DIFFERS uploaded film " + first.id()), missed());
        Upload second = taken(made);
        assertEquals(Optional.of(first.id()), second.replaces());
        assertFalse(gone(first), "nobody let it go");
        assertEquals(List.of(), missed(), "its bytes are there");
        Path file = archive.uploads().file(second.id()).orElseThrow();
        Path elsewhere = Files.move(file, folder.resolve("elsewhere.mp4"));
        assertEquals(List.of("FOOTAGE_DIFFERS uploaded film " + second.id()), missed());
        Files.move(elsewhere, file);
    }

    private Path export(Instant from) throws IOException {
        UUID id = UUID.randomUUID();
        var wanted = new Exports.Wanted(HOME, CAMERA, from, from.plusSeconds(60), "суд", "ухвала");
        assertTrue(archive.exports().add(id, wanted, ONE, Instant.now()));
        archive.exports().ready(id, CAMERA, "00".repeat(32), List.of());
        return Files.writeString(
                Files.createDirectories(video.resolve("exports")).resolve(id + ".zip"), "zip");
    }

    private static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private Hold.HoldId hold(Set<CameraId> cameras, Instant from, Instant to, Optional<UUID> record) {
        var id = new Hold.HoldId(UUID.randomUUID());
        var wanted = new Holds.Wanted(HOME, cameras, from, to, Hold.Ground.NPM_REQUEST, "візит", record);
        archive.holds().place(id, wanted, ONE, Instant.now());
        return id;
    }

    private void release(Hold.HoldId id) {
        archive.holds().release(id, ONE, "минуло", Instant.now());
        archive.holds().release(id, TWO, "згода", Instant.now());
    }

    private boolean there(Upload film) {
        return archive.uploads().file(film.id()).isPresent();
    }

    private boolean gone(Upload film) {
        return archive.uploads().find(film.id()).orElseThrow().gone();
    }

    private List<String> missed() throws InterruptedException {
        assertTrue(store.awaitSealed(5_000));
        return FolderCheck.of(
                        folder,
                        new StoreSettings.Server.Embedded(),
                        new Passphrase.BesideKeystore(),
                        new FootagePlan(new Volumes(video, Optional.empty()), Optional.empty(), true))
                .discoveries()
                .stream()
                .map(found -> found.what() + " " + found.where())
                .toList();
    }

    @Test
    void aFilmGoesWhenItsTermIsOverAndWhatIsKnownOfItStays() throws Exception {
        Upload film = film(Optional.empty());
        archive.lettingGo().turn(in(9));
        assertTrue(there(film));
        archive.lettingGo().turn(in(11));
        assertFalse(there(film));
        assertTrue(gone(film));
        assertEquals(
                film.sha256(), archive.uploads().find(film.id()).orElseThrow().sha256());
        assertEquals(List.of(), missed(), "the ledger says that it went");
    }

    @Test
    void aFilmIsHeldOverItsTimeOrForItsRecordUntilTwoReleaseIt() throws Exception {
        UUID record = UUID.randomUUID();
        Upload inTime = film(Optional.empty());
        Upload ofRecord = film(Optional.of(record));
        Upload beside = film(Optional.empty());
        Instant from = inTime.wanted().trueBeginning();
        Hold.HoldId time = hold(Set.of(), from, from.plusSeconds(60), Optional.empty());
        Instant later = in(1).truncatedTo(ChronoUnit.MICROS);
        Hold.HoldId stay = hold(Set.of(), later, later.plusSeconds(60), Optional.of(record));
        Hold.HoldId camera = hold(Set.of(CAMERA), beside.wanted().trueBeginning(), later, Optional.empty());
        archive.lettingGo().turn(in(11));
        assertEquals(List.of(true, true, false), List.of(there(inTime), there(ofRecord), there(beside)));
        release(time);
        release(stay);
        release(camera);
        archive.lettingGo().turn(in(11));
        assertEquals(List.of(false, false), List.of(there(inTime), there(ofRecord)));
    }

    @Test
    void aFilmThatIsLinkedLaterIsHeldForItsRecordAndIsLinkedOnce() throws Exception {
        UUID record = UUID.randomUUID();
        Upload film = film(Optional.empty());
        assertTrue(archive.uploads().link(film.id(), record));
        assertFalse(archive.uploads().link(film.id(), UUID.randomUUID()), "it is of a record already");
        assertFalse(archive.uploads().link(UUID.randomUUID(), record), "there is no such film");
        assertEquals(Optional.of(record), known(film).wanted().record());
        assertEquals(
                List.of(film.id()),
                archive.uploads().ofRecord(record).stream().map(Upload::id).toList());
        Instant later = in(1).truncatedTo(ChronoUnit.MICROS);
        Hold.HoldId stay = hold(Set.of(), later, later.plusSeconds(60), Optional.of(record));
        archive.lettingGo().turn(in(11));
        assertTrue(there(film));
        release(stay);
        archive.lettingGo().turn(in(11));
        assertFalse(there(film));
        assertFalse(archive.uploads().link(film.id(), record), "it is gone");
        assertEquals(List.of(), missed());
    }

    @Test
    void aFilmOfAWrongRecordIsLinkedAnewAndTheCheckKnowsTheEntry() throws Exception {
        UUID wrong = UUID.randomUUID();
        UUID right = UUID.randomUUID();
        Upload film = film(Optional.of(wrong));
        assertFalse(archive.uploads().relink(film.id(), right, wrong), "it is not of that record");
        assertFalse(archive.uploads().relink(film.id(), wrong, wrong), "it is of that record already");
        assertTrue(archive.uploads().relink(film.id(), wrong, right));
        assertEquals(Optional.of(right), known(film).wanted().record());
        assertEquals(List.of(), archive.uploads().ofRecord(wrong));
        assertEquals(List.of(), missed());
    }

    @Test
    void whatIsHeldJustBeforeItGoesStaysAndIsMissedWhenSomebodyTakesIt() throws Exception {
        Upload film = film(Optional.empty());
        Instant from = film.wanted().trueBeginning();
        archive.lettingGo().mark(in(11));
        Hold.HoldId hold = hold(Set.of(), from, from.plusSeconds(60), Optional.empty());
        assertEquals(0, archive.lettingGo().finish(in(11)));
        assertTrue(there(film));
        assertFalse(gone(film));
        Path file = archive.uploads().file(film.id()).orElseThrow();
        Path elsewhere = folder.resolve("taken.mp4");
        Files.move(file, elsewhere);
        assertEquals(List.of("FOOTAGE_DIFFERS uploaded film " + film.id()), missed());
        Files.move(elsewhere, file);
        release(hold);
        assertEquals(1, archive.lettingGo().turn(in(11)), "it goes when nothing holds it any more");
        assertEquals(List.of(), missed());
    }

    @Test
    void whatWasCutOffBehindAFilmThatWasDeletedDoesNotSayThatAHoldKeptIt() throws Exception {
        Upload film = film(Optional.empty());
        Path export = export(Instant.now().minus(Duration.ofDays(50)).truncatedTo(ChronoUnit.MICROS));
        Files.delete(export);
        Path inTheWay = Files.createDirectories(export.resolve("in-the-way"));
        assertThrows(UncheckedIOException.class, () -> archive.lettingGo().turn(in(11)));
        assertFalse(there(film));
        Instant from = film.wanted().trueBeginning();
        Hold.HoldId hold = hold(Set.of(), from, from.plusSeconds(60), Optional.empty());
        Files.delete(inTheWay);
        archive.lettingGo().turn(in(11));
        assertTrue(gone(film));
        assertFalse(Files.exists(export));
        assertEquals(List.of(), missed());
        release(hold);
    }

    @Test
    void aFileThatCannotBeDeletedKeepsNoOtherFromGoing() throws Exception {
        Instant from = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.MICROS);
        List<Path> exports = List.of(export(from), export(from.plusSeconds(7_200)), export(from.plusSeconds(14_400)));
        for (Path stuck : exports) {
            Files.delete(stuck);
            Files.createDirectories(stuck.resolve("in-the-way"));
        }
        assertThrows(UncheckedIOException.class, () -> archive.lettingGo().turn(in(6)));
        Path free = export(from.plusSeconds(21_600));
        Path held = export(from.plusSeconds(28_800));
        archive.lettingGo().mark(in(6));
        Hold.HoldId hold = hold(Set.of(CAMERA), from.plusSeconds(28_800), from.plusSeconds(28_810), Optional.empty());
        assertThrows(UncheckedIOException.class, () -> archive.lettingGo().finish(in(6)));
        assertEquals(List.of(false, true), List.of(Files.exists(free), Files.exists(held)));
        assertEquals(
                Exports.State.READY,
                archive.exports()
                        .find(UUID.fromString(held.getFileName().toString().replace(".zip", "")))
                        .orElseThrow()
                        .state(),
                "what was held meanwhile is offered again");
        for (Path stuck : exports) {
            Files.delete(stuck.resolve("in-the-way"));
        }
        archive.lettingGo().turn(in(6));
        assertTrue(exports.stream().noneMatch(Files::exists));
        release(hold);
        archive.lettingGo().turn(in(6));
        assertEquals(List.of(), missed());
    }

    @Test
    void aFilmWhoseNameAPowerCutUndidIsFoundAtTheNextStart() throws Exception {
        Upload film = film(Optional.empty());
        Path file = archive.uploads().file(film.id()).orElseThrow();
        Files.move(file, video.resolve("uploads").resolve(film.id() + ".part"));
        archive.uploads().sweep();
        assertTrue(there(film));
        assertEquals(List.of(), missed());
    }

    @Test
    void aFileOfAnExportGoesSoonerAndIsHeldAsTheFootageIs() throws Exception {
        Instant from = Instant.now().minus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MICROS);
        Path held = export(from);
        Path free = export(from.plus(Duration.ofHours(2)));
        Hold.HoldId hold = hold(Set.of(CAMERA), from, from.plusSeconds(10), Optional.empty());
        archive.lettingGo().turn(in(6));
        assertEquals(List.of(true, false), List.of(Files.exists(held), Files.exists(free)));
        assertEquals(
                Set.of(Exports.State.READY, Exports.State.GONE),
                Set.copyOf(archive.exports().of(HOME).stream()
                        .map(Exports.Export::state)
                        .toList()));
        release(hold);
        archive.lettingGo().turn(in(6));
        assertFalse(Files.exists(held));
    }
}
