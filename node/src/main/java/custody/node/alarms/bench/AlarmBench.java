package custody.node.alarms.bench;

import custody.node.alarms.Alarms;
import custody.node.alarms.LawInForce;
import custody.node.alarms.channels.ChannelSettings;
import custody.record.desk.Outcome;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.bench.OpenClocks;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code ./custody bench alarms}. The index is filled with synthetic rows; the records that ring are real ones, booked,
 * read, judged and written like any other. Lateness is from the instant of the deadline to the event's recorded-at, and
 * to the moment the screens are told.
 */
public final class AlarmBench {
    private static final FacilityCode HOME = new FacilityCode("UA99-0001");
    private static final Badge OFFICER = new Badge("9000001");
    private static final Set<String> THREADS = Set.of("alarm-clock", "escalating");

    /** The targets of our own that are half an hour after the apprehension. */
    private static final Duration TARGET = Duration.ofMinutes(30);

    private final Path folder;
    private final PrintStream out;

    /** Works in a folder of its own. */
    public AlarmBench(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Measures once and prints one line for idling and one for ringing. */
    public void run(int clocks, int records, int seconds) throws InterruptedException {
        try (Store store = Store.open(StoreSettings.of(folder, HOME, InstantSource.system()))) {
            store.facilities().put(facility());
            new OpenClocks(folder).fill(clocks);
            Lawbook law = LawInForce.of(folder, store);
            Map<EventId, Instant> told = new ConcurrentHashMap<>();
            try (Alarms _ = Alarms.start(store, law, ChannelSettings.NONE, InstantSource.system())) {
                var _ = store.raisedAlerts().watch(each -> noted(each, told));
                Thread.sleep(3_000);
                idle(clocks, seconds);
                ring(store, records, seconds, told);
            }
        }
    }

    private static void noted(Told each, Map<EventId, Instant> told) {
        told.putIfAbsent(each.event(), Instant.now());
    }

    private void idle(int clocks, int seconds) throws InterruptedException {
        Duration threads = threads();
        Duration database = OpenClocks.processorTime();
        Thread.sleep(Duration.ofSeconds(seconds));
        double perMinute = 60.0 / seconds;
        out.printf(
                Locale.ROOT,
                "%,9d open clocks   idle, processor ms a minute: alarm threads %.1f, database %.0f%n",
                clocks,
                threads().minus(threads).toNanos() / 1e6 * perMinute,
                OpenClocks.processorTime().minus(database).toMillis() * perMinute);
    }

    private static Duration threads() {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : beans.getAllThreadIds()) {
            var info = beans.getThreadInfo(id);
            if (info != null && THREADS.contains(info.getThreadName())) {
                nanos += Math.max(0, beans.getThreadCpuTime(id));
            }
        }
        return Duration.ofNanos(nanos);
    }

    private void ring(Store store, int records, int seconds, Map<EventId, Instant> told) throws InterruptedException {
        // Booking late brings alarms of its own; they are over before the measured ones are due.
        Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(10 + records / 20);
        List<RecordId> booked = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            booked.add(
                    book(store, first.plusMillis(1_000L * seconds * i / records).minus(TARGET), i));
        }
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), first).toMillis()) + seconds * 1_000L + 3_000);
        List<Long> written = new ArrayList<>();
        List<Long> heard = new ArrayList<>();
        for (RecordId record : booked) {
            for (Event event : store.own().of(record).orElseThrow().events()) {
                if (event.fact() instanceof ClockBreached breach
                        && !breach.due().isBefore(first)) {
                    written.add(
                            Duration.between(breach.due(), event.recordedAt()).toMillis());
                    Instant at = told.get(event.id());
                    heard.add(
                            at == null
                                    ? Long.MAX_VALUE
                                    : Duration.between(breach.due(), at).toMillis());
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "          %d alarms of %d records in %d s: recorded after ms p50 %d p99 %d worst %d; screens told p50 %d p99 %d%n",
                written.size(),
                records,
                seconds,
                percentile(written, 50),
                percentile(written, 99),
                percentile(written, 100),
                percentile(heard, 50),
                percentile(heard, 99));
    }

    private static long percentile(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? -1 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static RecordId book(Store store, Instant at, int number) {
        PersonDetails person = PersonDetails.named("Вигаданко" + number, "Тарас", "UA");
        CustodyFact.Apprehended apprehended = new CustodyFact.Apprehended(
                person, "вул. Зразкова, 1", List.of(OFFICER), Basis.CPC_208, null, null, null, null);
        Outcome outcome =
                store.records().open(HOME, new Booking(apprehended, at, null, List.of()), new Writer(OFFICER, null));
        if (outcome instanceof Outcome.Stored stored) {
            return stored.record().id();
        }
        throw new IllegalStateException("not booked: " + outcome);
    }

    private static Facility facility() {
        return new Facility(
                HOME,
                "Вигаданий ІТТ",
                "Invented facility",
                "UA-99",
                Facility.Kind.TEMPORARY_DETENTION_FACILITY,
                Facility.State.ACTIVE,
                ZoneId.of("Europe/Kyiv"),
                400,
                new Facility.Serving(null, null, null, null),
                List.of());
    }
}
