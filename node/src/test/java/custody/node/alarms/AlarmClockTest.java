package custody.node.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.desk.StorageUnavailable;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.SystemFact;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The alarm clock on a real store: nothing lost, nothing doubled, in time. */
final class AlarmClockTest {
    private static final FacilityCode HOME = new FacilityCode("UA26-0007");
    private static final Badge OFFICER = new Badge("1000001");
    private static Path folder;
    private static Store store;
    private static Lawbook law;

    @BeforeAll
    static void open() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "alarms");
        folder = home.resolve("data").toAbsolutePath();
        store = Store.open(StoreSettings.of(PreparedCluster.into(folder), HOME, InstantSource.system()));
        store.facilities()
                .put(new Facility(
                        HOME,
                        "Вигаданий відділ",
                        "Invented unit",
                        "Київ",
                        Facility.Kind.POLICE_UNIT,
                        Facility.State.ACTIVE,
                        ZoneId.of("Europe/Kyiv"),
                        400,
                        new Facility.Serving(null, null, null, null),
                        List.of()));
        law = LawInForce.of(home, store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    @DisplayName("a breach is written once, however often the clock is stopped and started")
    void onceAcrossRestarts() {
        RecordId record = book(Duration.ofHours(4), Basis.ADMINISTRATIVE);
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            assertTrue(waitFor(() -> breaches(record, "admin") == 1), "the three hours were over");
        }
        int version = read(record).version();
        for (int i = 0; i < 3; i++) {
            try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
                assertTrue(waitFor(() -> store.dueRecords().behind(1).isEmpty()));
            }
        }
        assertEquals(version, read(record).version(), "a restart wrote something again");
    }

    @Test
    @DisplayName("what happened while the clock was down is caught up at start")
    void caughtUp() {
        RecordId record = book(Duration.ofMinutes(10), Basis.ADMINISTRATIVE);
        assertEquals(0, breaches(record, "admin"));
        Instant earlier = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(5));
        store.records()
                .addBySystem(
                        record,
                        Draft.of(
                                CustodyFact.Correction.moving(
                                        read(record).events().getFirst().id(), "помилка", earlier),
                                new Occurrence(Instant.now(), null, Occurrence.Source.LIVE)),
                        new Writer(OFFICER, null));
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            assertTrue(waitFor(() -> breaches(record, "admin") == 1));
        }
    }

    @Test
    @DisplayName("a record that cannot be opened keeps no other from being rung for")
    void unreadable() throws SQLException {
        RecordId broken = book(Duration.ofMinutes(10), Basis.ADMINISTRATIVE);
        RecordId sound = book(Duration.ofHours(4), Basis.ADMINISTRATIVE);
        RecordId later = book(Duration.ofHours(3).minusSeconds(8), Basis.ADMINISTRATIVE);
        spoil(broken, true);
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            assertTrue(waitFor(() -> breaches(sound, "admin") == 1), "behind like the broken one");
            assertTrue(waitFor(() -> breaches(later, "admin") == 1), "due while the broken one still is");
        } finally {
            spoil(broken, false);
        }
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            assertTrue(waitFor(() -> store.dueRecords().behind(1).isEmpty()), "mended, it is rung for");
        }
    }

    @Test
    @DisplayName(
            "what was committed and not told of, since the database went away meanwhile, is rung for when it is back")
    void doubted() throws Exception {
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            RecordId known = book(Duration.ofMinutes(10), Basis.ADMINISTRATIVE);
            assertTrue(waitFor(() -> store.dueRecords().behind(1).isEmpty()));
            owner("UPDATE alarm_due SET version = 0, next_due = NULL WHERE record_id = '" + known + "'");
            owner("ALTER TABLE leaf ADD CONSTRAINT nothing_goes_in CHECK (index < 0) NOT VALID");
            assertThrows(StorageUnavailable.class, () -> book(Duration.ofMinutes(10), Basis.ADMINISTRATIVE));
            owner("ALTER TABLE leaf DROP CONSTRAINT nothing_goes_in");
            assertTrue(waitFor(() -> store.dueRecords().behind(1).isEmpty()), "an entry in doubt has it look at all");
        }
    }

    private static void spoil(RecordId record, boolean spoilt) throws SQLException {
        // The first byte of what is encrypted, turned round and back.
        owner("UPDATE leaf SET ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 255) WHERE record_id = '"
                + record + "' AND version = 1");
        assertEquals(spoilt, throwsWhenRead(record));
    }

    private static boolean throwsWhenRead(RecordId record) {
        try {
            return read(record).version() < 0;
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    private static void owner(String sql) throws SQLException {
        Access owner = EmbeddedPostgres.running(folder, new SecureRandom())
                .orElseThrow()
                .access(Login.OWNER);
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }

    @Test
    @DisplayName("an alarm is raised within a second of its instant")
    void inTime() {
        RecordId record = book(Duration.ofMinutes(30).minusSeconds(6), Basis.CPC_208);
        try (AlarmClock _ = AlarmClock.start(store, law, InstantSource.system(), () -> {})) {
            assertTrue(waitFor(() -> breaches(record, "relatives") == 1));
        }
        Event breach = read(record).events().stream()
                .filter(event -> event.fact() instanceof SystemFact.ClockBreached fact
                        && fact.rule().equals("relatives"))
                .findFirst()
                .orElseThrow();
        Duration late = Duration.between(breach.occurredAt(), breach.recordedAt());
        System.out.println("raised " + late.toMillis() + " ms after its instant");
        assertTrue(late.compareTo(Duration.ofSeconds(3)) < 0, () -> "raised " + late + " late");
    }

    private static RecordId book(Duration ago, Basis basis) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(ago);
        PersonDetails person = PersonDetails.named("Вигаданий", "Іван", "UA");
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                person, "вул. Вигадана, 1", List.of(OFFICER), basis, null, null, null, null);
        Outcome outcome =
                store.records().open(HOME, new Booking(apprehended, at, null, List.of()), new Writer(OFFICER, null));
        return assertInstanceOf(Outcome.Stored.class, outcome).record().id();
    }

    private static CustodyRecord read(RecordId record) {
        return store.own().of(record).orElseThrow();
    }

    private static long breaches(RecordId record, String rule) {
        return read(record).events().stream()
                .filter(event -> event.fact() instanceof SystemFact.ClockBreached fact
                        && fact.rule().equals(rule))
                .count();
    }

    private static boolean waitFor(BooleanSupplier wanted) {
        Instant end = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(end)) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
