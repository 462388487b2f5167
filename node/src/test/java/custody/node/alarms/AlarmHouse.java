package custody.node.alarms;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import custody.record.desk.Outcome;
import custody.record.desk.RaisedAlert;
import custody.record.desk.Reading;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.SystemFact;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A store on a real database with one facility, its law, and a clock of the test's choice. */
final class AlarmHouse implements AutoCloseable {
    static final FacilityCode HOME = new FacilityCode("UA26-0007");
    static final Badge OFFICER = new Badge("1000001");
    static final String SURNAME = "Ніколинепочутий";

    private final InstantSource clock;
    private final Store store;
    private final Lawbook law;

    private AlarmHouse(InstantSource clock, Store store, Lawbook law) {
        this.clock = clock;
        this.store = store;
        this.law = law;
    }

    static AlarmHouse open(InstantSource clock) {
        return open(clock, LawInForce.HOME_PACK);
    }

    /** The same where another of the built-in packs judges. */
    static AlarmHouse open(InstantSource clock, String pack) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "alarms");
            Store store = Store.open(
                    StoreSettings.of(PreparedCluster.into(folder.resolve("data").toAbsolutePath()), HOME, clock));
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
            return new AlarmHouse(clock, store, LawInForce.of(LawInForce.builtIn(), pack, store));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    Store store() {
        return store;
    }

    Lawbook law() {
        return law;
    }

    /** Books somebody who was apprehended that long ago. */
    RecordId book(Duration ago, Basis basis) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(ago);
        PersonDetails person = PersonDetails.named(SURNAME, "Іван", "UA");
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                person, "вул. Вигадана, 1", List.of(OFFICER), basis, null, null, null, null);
        Outcome outcome =
                store.records().open(HOME, new Booking(apprehended, at, null, List.of()), new Writer(OFFICER, null));
        return assertInstanceOf(Outcome.Stored.class, outcome).record().id();
    }

    /** Writes something that happens now. */
    void add(RecordId record, Fact fact) {
        add(record, fact, clock.instant());
    }

    /** Writes now something that happened then. */
    void add(RecordId record, Fact fact, Instant then) {
        Occurrence at = new Occurrence(then.truncatedTo(ChronoUnit.MILLIS), null, Occurrence.Source.LIVE);
        assertInstanceOf(
                Outcome.Stored.class,
                store.records().addBySystem(record, Draft.of(fact, at), new Writer(OFFICER, null)));
    }

    CustodyRecord read(RecordId record) {
        return store.own().of(record).orElseThrow();
    }

    /** The breaches of one rule on a record. */
    List<Event> breaches(RecordId record, String rule) {
        return read(record).events().stream()
                .filter(event -> event.fact() instanceof SystemFact.ClockBreached fact
                        && fact.rule().equals(rule))
                .toList();
    }

    /** The alert of a rule's breach, as the alerts page would show it. */
    RaisedAlert alert(RecordId record, String rule) {
        Event breach = breaches(record, rule).getFirst();
        return store.raisedAlerts()
                .find(breach.id(), HOME, new Reading(OFFICER, "", Reading.Purpose.CARE, "alerts"))
                .orElseThrow();
    }

    List<RaisedAlert> open() {
        return store.raisedAlerts().open(HOME, new Reading(OFFICER, "", Reading.Purpose.CARE, "alerts"));
    }

    /** Waits in real time until something holds; whether it does. */
    static boolean comes(BooleanSupplier wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        store.close();
    }
}
