package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.CameraAlarm;
import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.detention.CustodyRecord;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.PostgresCameraAlarms;
import custody.store.archive.Volumes;
import custody.store.backup.Restore;
import custody.store.database.Database;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.keys.Keystore;
import custody.store.keys.Passphrase;
import custody.store.ledger.Epochs;
import custody.video.archive.Hold;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackupTest {
    private static final StoreSettings.Server EMBEDDED = new StoreSettings.Server.Embedded();

    private static void restore(Path file, Path into) {
        Restore.into(file, into, new Passphrase.BesideKeystore(), new SecureRandom(), Instant.now());
    }

    private static Outcome.Stored stored(Outcome outcome) {
        return assertInstanceOf(Outcome.Stored.class, outcome);
    }

    @Test
    void aRestoredCopyPassesTheCheckAndOpensANewEpoch() throws InterruptedException, IOException {
        Path folder = TestStores.prepared("backed-up");
        Path file = TestStores.folder("backup");
        Path copy = TestStores.folder("restored");
        CustodyRecord before;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            before = stored(store.records().open(Samples.HOME, Samples.booking("Копія", Instant.now()), Samples.WRITER))
                    .record();
            assertTrue(store.awaitSealed(5000));
            store.backup(file);
            stored(store.records().add(before.id(), Samples.meal(Instant.now()), null, Samples.WRITER));
        }
        Files.writeString(file.resolve("files/stranger.yaml"), "put beside the backup afterwards");
        restore(file, copy);
        assertFalse(Files.exists(copy.resolve("stranger.yaml")), "only what the manifest names is restored");
        assertEquals(
                List.of(),
                FolderCheck.of(copy, EMBEDDED, new Passphrase.BesideKeystore()).discoveries());
        try (Store store = Store.open(TestStores.settings(copy))) {
            assertEquals("custody/" + Samples.HOME + "/2", store.ledger().origin());
            assertEquals(
                    before, store.records().read(before.id(), Samples.READING).orElseThrow());
            assertEquals(List.of(Samples.officer()), store.officers().all());
            List<Receipt> receipts = stored(
                            store.records().add(before.id(), Samples.meal(Instant.now()), 3, Samples.WRITER))
                    .receipts();
            assertEquals("custody/" + Samples.HOME + "/2", receipts.getFirst().origin());
            assertTrue(store.awaitSealed(5000));
        }
        assertEquals(
                List.of(),
                FolderCheck.of(copy, EMBEDDED, new Passphrase.BesideKeystore()).discoveries());
        try (Store store = Store.open(TestStores.settings(copy))) {
            assertEquals("custody/" + Samples.HOME + "/2", store.ledger().origin(), "no third epoch");
        }
        changed(file);
    }

    @Test
    void whatWasToldOfACameraComesBackWithTheRest() throws Exception {
        Path folder = TestStores.prepared("rang");
        Path file = TestStores.folder("rang-backup");
        Path copy = TestStores.folder("rang-restored");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<CameraAlarm> before;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            var alarms = store.cameraAlarms();
            alarms.raise(Samples.HOME, "cam-1", "frozen", now.minusSeconds(60), now);
            var step = alarms.due(now, 1).getFirst();
            UUID id = step.alarm().id();
            alarms.climb(
                    List.of(new PostgresCameraAlarms.Move(step, Rung.CUSTODY_OFFICER, null)),
                    _ -> List.of(
                            new PostgresCameraAlarms.Outgoing(UUID.randomUUID(), "email", Rung.CUSTODY_OFFICER, id, 1)),
                    now);
            before = alarms.open(Samples.HOME, now);
            assertEquals(1, store.outbox().due("email", now, 10).size());
            assertTrue(store.awaitSealed(5000));
            store.backup(file);
        }
        restore(file, copy);
        try (Store store = Store.open(TestStores.settings(copy))) {
            assertEquals(before, store.cameraAlarms().open(Samples.HOME, now));
            assertEquals(1, store.outbox().due("email", now, 10).size());
        }
    }

    @Test
    void aBackupFromBeforeCamerasRangIsRestored() throws Exception {
        Path folder = TestStores.prepared("earlier");
        Path file = TestStores.folder("earlier-backup");
        Path copy = TestStores.folder("earlier-restored");
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            assertTrue(store.awaitSealed(5000));
            store.backup(file);
        }
        Path manifest = file.resolve("MANIFEST");
        List<String> lines = Files.readAllLines(manifest);
        Files.write(manifest, without(lines, "camera_alarm", "camera_still"));
        restore(file, copy);
        try (Store store = Store.open(TestStores.settings(copy))) {
            assertEquals(
                    Samples.facility(), store.facilities().find(Samples.HOME).orElseThrow());
        }
        Files.write(manifest, without(lines, "alarm_message"));
        StoreFault fault = assertThrows(StoreFault.class, () -> restore(file, TestStores.folder("cut")));
        assertEquals(Code.BACKUP_UNREADABLE, fault.code(), "no other table may be left out");
    }

    /** As version 6.2 wrote them: before a column of each was added, and a hold that one person had released by an event. */
    @Test
    void aBackupOfAnEarlierVersionIsRestoredAndItsRowsAreMended() throws Exception {
        Path folder = TestStores.prepared("earlier-rows");
        Path file = TestStores.folder("earlier-rows-backup");
        Path copy = TestStores.folder("earlier-rows-restored");
        HoldId hold = new HoldId(UUID.randomUUID());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            var video = store.video(new Volumes(folder.resolve("video"), Optional.empty()), InstantSource.system());
            video.minutes().write(Samples.HOME.code(), now, Set.of(), List.of(), Set.of(), now);
            var wanted = new Holds.Wanted(
                    Samples.HOME.code(),
                    Set.of(),
                    now.minusSeconds(60),
                    now,
                    Hold.Ground.COMPLAINT,
                    "скарга",
                    Optional.empty());
            video.holds().place(hold, wanted, new Person("1000001"), now);
            assertTrue(store.awaitSealed(5000));
            try (Database database =
                            EmbeddedPostgres.running(folder, new SecureRandom()).orElseThrow();
                    Connection owner = database.connect(Login.OWNER);
                    Statement statement = owner.createStatement()) {
                statement.execute("SET search_path = custody");
                statement.execute("ALTER TABLE video_minute DROP COLUMN written_at");
                statement.execute("ALTER TABLE footage_export DROP COLUMN painted");
                statement.execute("UPDATE footage_hold SET holds = false, release = '', first = ''");
                statement.execute("INSERT INTO alert (record_id, version, event_id, facility, kind, rule, percent,"
                        + " came_true_at, raised_at) VALUES (gen_random_uuid(), 1, gen_random_uuid(), '" + Samples.HOME
                        + "', 'BREACH', 'ua.court.hearing', 100, now(), now())");
            }
            store.backup(file);
        }
        restore(file, copy);
        try (Store store = Store.open(TestStores.settings(copy))) {
            var video = store.video(new Volumes(copy.resolve("video"), Optional.empty()), InstantSource.system());
            assertEquals(Optional.of(now), video.minutes().writtenLast(Samples.HOME.code()));
            Hold restored = video.holds().find(hold).orElseThrow();
            assertTrue(restored.holds() && restored.first().isEmpty(), "one person alone releases nothing");
            assertTrue(store.alerts().soonest().isPresent(), "an alert that waited for no rung is looked at");
        }
    }

    @Test
    void aBackupOfALaterVersionIsRefused() throws Exception {
        Path folder = TestStores.prepared("later-rows");
        Path file = TestStores.folder("later-rows-backup");
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            assertTrue(store.awaitSealed(5000));
            try (Database database =
                            EmbeddedPostgres.running(folder, new SecureRandom()).orElseThrow();
                    Connection owner = database.connect(Login.OWNER);
                    Statement statement = owner.createStatement()) {
                statement.execute("ALTER TABLE custody.facility ADD COLUMN of_a_later_version text");
            }
            store.backup(file);
        }
        Path nowhere = TestStores.folder("later-rows-restored");
        StoreFault fault = assertThrows(StoreFault.class, () -> restore(file, nowhere));
        assertEquals(Code.BACKUP_UNREADABLE, fault.code());
        assertTrue(String.valueOf(fault.getMessage()).contains("rows of facility"), fault.getMessage());
    }

    /** A recorder at work beside the backup, and a folder that is put in the place of another again and again. */
    private static void busy(Path folder, AtomicBoolean ends) {
        try {
            Path day = Files.createDirectories(folder.resolve("video/cam-1/2026-01-01"));
            for (int number = 1; !ends.get(); number++) {
                Path open = Files.writeString(day.resolve("000000-" + number + ".open.mp4"), "pictures");
                Path sealed = Files.move(open, day.resolve("000000-" + number + ".mp4"));
                Path fresh = Files.createDirectories(folder.resolve("own/fresh-" + number));
                Files.writeString(fresh.resolve("one"), "of a folder that goes");
                Files.delete(fresh.resolve("one"));
                Files.delete(fresh);
                Files.delete(sealed);
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void aBackupBesideARecorderHoldsNoFootageAndNoFileThatGoesMakesItFail() throws Exception {
        Path folder = TestStores.prepared("recording");
        Path inside = folder.resolve("backups");
        Path elsewhere = folder.resolve("films-of-this-house");
        AtomicBoolean ends = new AtomicBoolean();
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            assertTrue(store.awaitSealed(5000));
            Files.createDirectories(elsewhere.resolve("cam-1/2026-01-01"));
            Files.writeString(elsewhere.resolve("recorder.lock"), "");
            Files.writeString(elsewhere.resolve("cam-1/2026-01-01/000000-1.mp4"), "pictures");
            Path volume = Files.createDirectories(folder.resolve("second-volume/cam-1/2026-01-01"));
            Files.writeString(volume.resolve("000000-1.mp4"), "pictures");
            Files.writeString(volume.resolve("000100-2.mp4.part"), "on their way");
            Files.createDirectories(folder.resolve("rulepacks/own"));
            Files.writeString(folder.resolve("rulepacks/own/pack.yaml"), "kept");
            var failed = new AtomicReference<Throwable>();
            Thread busy = Thread.ofPlatform()
                    .uncaughtExceptionHandler((_, why) -> failed.set(why))
                    .start(() -> busy(folder, ends));
            try {
                for (int times = 1; times <= 5; times++) {
                    store.backup(inside.resolve("backup-" + times));
                }
            } finally {
                ends.set(true);
                busy.join();
            }
            assertNull(failed.get());
        }
        Path last = inside.resolve("backup-5");
        List<String> files = Files.readAllLines(last.resolve("MANIFEST")).stream()
                .skip(1)
                .map(line -> line.split(" ", 3)[2])
                .filter(name -> name.startsWith("files/") && !name.startsWith("files/own/"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "files/keystore.p12",
                        "files/keystore.passphrase",
                        "files/last-signed",
                        "files/rulepacks/own/pack.yaml"),
                files);
        Path copy = TestStores.folder("recording-restored");
        restore(last, copy);
        assertEquals("kept", Files.readString(copy.resolve("rulepacks/own/pack.yaml")));
    }

    @Test
    void aBackupWithoutTheKeystoreIsNone() throws Exception {
        Path folder = TestStores.prepared("keyless");
        Path file = TestStores.folder("keyless-backup");
        try (Store store = Store.open(TestStores.settings(folder))) {
            Files.delete(folder.resolve("keystore.p12"));
            StoreFault fault = assertThrows(StoreFault.class, () -> store.backup(file));
            assertEquals(Code.KEYSTORE_MISSING, fault.code());
            assertTrue(Files.notExists(file));
        }
    }

    private static List<String> without(List<String> lines, String... tables) {
        return lines.stream()
                .filter(line -> Stream.of(tables).noneMatch(table -> line.endsWith("tables/" + table + ".copy")))
                .toList();
    }

    private static void changed(Path backup) {
        Path leaves = backup.resolve("tables/leaf.copy");
        try (RandomAccessFile bytes = new RandomAccessFile(leaves.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int one = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(one ^ 1);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        Path nowhere = TestStores.folder("nowhere");
        StoreFault fault = assertThrows(StoreFault.class, () -> restore(backup, nowhere));
        assertEquals(Code.BACKUP_UNREADABLE, fault.code());
        assertTrue(Files.notExists(nowhere), "nothing is restored from a changed backup");
    }

    @Test
    void aDatabaseThatWasTurnedBackIsNeitherSignedNorWritten() throws Exception {
        Path folder = TestStores.prepared("turned-back");
        Path file = TestStores.folder("old-backup");
        Outcome.Stored first;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            first = stored(store.records().open(Samples.HOME, Samples.booking("Назад", Instant.now()), Samples.WRITER));
            assertTrue(store.awaitSealed(5000));
            store.backup(file);
            stored(store.records().add(first.record().id(), Samples.meal(Instant.now()), null, Samples.WRITER));
            assertTrue(store.awaitSealed(5000));
        }
        byte[] memory = Files.readAllBytes(folder.resolve("last-signed"));
        Path copy = TestStores.folder("older");
        restore(file, copy);
        // Whoever hides the restore takes the new epoch away; the signer still remembers.
        Files.write(copy.resolve("last-signed"), memory);
        try (EmbeddedPostgres database = EmbeddedPostgres.start(copy, new SecureRandom());
                Connection owner = database.connect(Login.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("DELETE FROM ledger_epoch WHERE epoch = 2; DELETE FROM tree_head WHERE epoch = 2");
        }
        try (Store store = Store.open(TestStores.settings(copy))) {
            assertTrue(
                    store.trouble().orElseThrow().contains("turned back"),
                    store.trouble().toString());
            assertThrows(
                    custody.record.desk.LedgerStopped.class,
                    () -> store.records().add(first.record().id(), Samples.meal(Instant.now()), null, Samples.WRITER));
            assertEquals(
                    first.record(),
                    store.records().read(first.record().id(), Samples.READING).orElseThrow());
        }
    }

    @Test
    void cannotRestoreOverWhatIsThere() throws IOException {
        Path folder = Files.createDirectories(TestStores.folder("taken"));
        Files.writeString(folder.resolve("something"), "of somebody");
        Path none = TestStores.folder("not-a-backup");
        assertEquals(
                Code.BACKUP_UNREADABLE,
                assertThrows(StoreFault.class, () -> restore(none, folder)).code());
        assertEquals(List.of("something"), List.of(folder.toFile().list()));
    }

    /** Ends the program just where the signer's seed of a new epoch is made. */
    private static final class CutOff extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            boolean seed = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(Keystore.class.getName())
                                    && frame.getMethodName().equals("signerSeed")));
            if (seed) {
                throw new IllegalStateException("cut off");
            }
            super.nextBytes(bytes);
        }
    }

    @Test
    void noNodeGoesOnInTheOldTreeAfterARestoreThatWasCutOff() throws Exception {
        Path folder = TestStores.prepared("cut-off");
        Path file = TestStores.folder("cut-off-backup");
        Path copy = TestStores.folder("cut-off-restored");
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            assertTrue(store.awaitSealed(5000));
            store.backup(file);
        }
        assertThrows(
                IllegalStateException.class,
                () -> Restore.into(file, copy, new Passphrase.BesideKeystore(), new CutOff(), Instant.now()));
        StoreFault refused = assertThrows(
                StoreFault.class, () -> Store.open(TestStores.settings(copy)).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("was cut off"), refused.toString());
        StoreFault again = assertThrows(StoreFault.class, () -> restore(file, copy));
        assertTrue(String.valueOf(again.getMessage()).contains("delete this folder"), again.toString());
        try (Database database = EmbeddedPostgres.start(copy, new SecureRandom());
                Connection connection = database.connect(Login.APPLICATION)) {
            assertEquals(List.of(), Epochs.all(connection), "no tables without the new epoch");
        }
        Path anew = TestStores.folder("cut-off-anew");
        restore(file, anew);
        try (Store store = Store.open(TestStores.settings(anew))) {
            assertEquals("custody/" + Samples.HOME + "/2", store.ledger().origin());
        }
    }
}
