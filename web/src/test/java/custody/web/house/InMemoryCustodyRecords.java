package custody.web.house;

import custody.record.desk.After;
import custody.record.desk.Changes;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Glance;
import custody.record.desk.InCustody;
import custody.record.desk.Looks;
import custody.record.desk.Outcome;
import custody.record.desk.Page;
import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import custody.record.desk.Receipt;
import custody.record.desk.RequestKey;
import custody.record.desk.Search;
import custody.record.desk.StorageUnavailable;
import custody.record.desk.Summary;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Draft;
import custody.record.detention.Housing;
import custody.record.detention.Keeping;
import custody.record.detention.Moment;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.events.RoomCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Custody records in memory, decided by {@link Keeping}. One lock guards all. */
public final class InMemoryCustodyRecords implements CustodyRecords, Changes {
    private final Map<RecordId, CustodyRecord> records = new LinkedHashMap<>();
    private final Map<RecordId, List<Receipt>> receipts = new LinkedHashMap<>();
    private final Map<String, Known> answers = new LinkedHashMap<>();
    private final List<PastReading> readings = new ArrayList<>();
    private final Map<PastReading, RecordId> readOf = new LinkedHashMap<>();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final Random random = new Random(7);
    private final List<RecordNumber> unreadable = new ArrayList<>();
    private long index;
    private boolean gone;
    private volatile boolean unnoted;
    private volatile Consumer<Reading> looked = _ -> {};

    private record Known(String digest, Outcome.Stored answer) {}

    /** Empty, at the time of {@code clock}. */
    public InMemoryCustodyRecords(InstantSource clock) {
        this.clock = clock;
    }

    /** Does something whenever all who are here have been read, before whoever reads goes on. */
    public void whenLooked(Consumer<Reading> doing) {
        looked = doing;
    }

    /** Whether the database is gone, for tests of what the desk says then. */
    public synchronized void gone(boolean now) {
        gone = now;
    }

    /** Whether looks are lost on their way to disk. */
    public void unnoted(boolean now) {
        unnoted = now;
    }

    /** What does not open besides what is here, for tests of what the desk says then. */
    public synchronized void unreadable(List<RecordNumber> numbers) {
        unreadable.clear();
        unreadable.addAll(numbers);
    }

    /** How many events are kept in all records. */
    public synchronized int events() {
        return records.values().stream().mapToInt(CustodyRecord::version).sum();
    }

    /** Looks taken so far. */
    public synchronized List<PastReading> looks() {
        return List.copyOf(readings);
    }

    @Override
    public synchronized Outcome open(FacilityCode facility, Booking booking, Writer writer) {
        answerable();
        Optional<Outcome> known = answered(writer);
        if (known.isPresent()) {
            return known.get();
        }
        RecordId id = new RecordId(uuid());
        Instant now = clock.instant();
        return switch (Keeping.open(id, booking, moment(writer, now))) {
            case Decision.Refused(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Invalid(var errors) -> new Outcome.Invalid(errors);
            case Decision.Accepted(var events) -> {
                int year = now.atZone(ZoneOffset.UTC).getYear();
                RecordNumber number = new RecordNumber(facility, year, records.size() + 1);
                yield keep(new CustodyRecord(id, number, events), events, writer);
            }
        };
    }

    @Override
    public synchronized Outcome add(RecordId record, Draft draft, @Nullable Integer expected, Writer writer) {
        answerable();
        Optional<Outcome> known = answered(writer);
        CustodyRecord found = records.get(record);
        if (known.isPresent() || found == null) {
            return known.orElseGet(Outcome.NotFound::new);
        }
        if (expected != null && expected < found.version()) {
            return new Outcome.Conflict(found.version(), found.events().subList(expected, found.version()));
        }
        return decided(found, Keeping.add(found, draft, moment(writer, clock.instant())), writer);
    }

    @Override
    public synchronized Outcome addBySystem(RecordId record, Draft draft, Writer writer) {
        CustodyRecord found = records.get(record);
        return answered(writer)
                .orElseGet(() -> found == null
                        ? new Outcome.NotFound()
                        : decided(found, Keeping.addBySystem(found, draft, moment(writer, clock.instant())), writer));
    }

    private Outcome decided(CustodyRecord record, Decision decision, Writer writer) {
        return switch (decision) {
            case Decision.Refused(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Invalid(var errors) -> new Outcome.Invalid(errors);
            case Decision.Accepted(var events) -> keep(record.with(events), events, writer);
        };
    }

    private Outcome keep(CustodyRecord record, List<Event> added, Writer writer) {
        records.put(record.id(), record);
        List<Receipt> all = receipts.computeIfAbsent(record.id(), _ -> new ArrayList<>());
        List<Receipt> fresh = new ArrayList<>();
        for (Event event : added) {
            fresh.add(new Receipt("custody/UA26-0007/1", index++, leafHash(event), Receipt.State.SEALED));
        }
        all.addAll(fresh);
        Outcome.Stored stored = new Outcome.Stored(record, added, fresh, false);
        RequestKey key = writer.request();
        if (key != null) {
            answers.put(
                    writer.badge() + key.key(),
                    new Known(key.bodyDigest(), new Outcome.Stored(record, added, fresh, true)));
        }
        Change change = new Change(record.number().facility(), record.id(), record.version(), index);
        watchers.forEach(watcher -> watcher.accept(change));
        return stored;
    }

    @Override
    public synchronized Optional<Outcome> answered(Writer writer) {
        RequestKey key = writer.request();
        Known answer = key == null ? null : answers.get(writer.badge() + key.key());
        if (key == null || answer == null) {
            return Optional.empty();
        }
        return Optional.of(answer.digest().equals(key.bodyDigest()) ? answer.answer() : new Outcome.KeyReused());
    }

    @Override
    public Glance glance(RecordId record, Reading reading) {
        return new Glance(read(record, reading), () -> {
            if (unnoted) {
                throw new StorageUnavailable("for a test", new IllegalStateException("look"));
            }
        });
    }

    @Override
    public synchronized Optional<CustodyRecord> read(RecordId record, Reading reading) {
        answerable();
        note(reading, record);
        return Optional.ofNullable(records.get(record));
    }

    @Override
    public synchronized Optional<FacilityCode> facilityOf(RecordId record) {
        return Optional.ofNullable(records.get(record))
                .map(found -> found.number().facility());
    }

    @Override
    public synchronized List<Summary> whiteboard(FacilityCode facility, Reading reading) {
        answerable();
        note(reading, null);
        List<Summary> all = new ArrayList<>(records.values().stream()
                .filter(record -> record.number().facility().equals(facility))
                .map(Summary::of)
                .filter(summary -> !summary.situation().status().ended())
                .toList());
        Collections.reverse(all);
        return all;
    }

    @Override
    public InCustody inCustody(FacilityCode facility, Reading reading) {
        InCustody here = here(facility, reading);
        looked.accept(reading);
        return here;
    }

    private synchronized InCustody here(FacilityCode facility, Reading reading) {
        answerable();
        note(reading, null);
        List<CustodyRecord> all = new ArrayList<>(records.values().stream()
                .filter(record -> record.number().facility().equals(facility))
                .filter(record -> !record.situation().status().ended())
                .toList());
        Collections.reverse(all);
        return new InCustody(all, unreadable);
    }

    @Override
    public synchronized Map<RoomCode, Integer> occupancy(FacilityCode facility) {
        return Housing.occupancy(records.values().stream()
                .filter(record -> record.number().facility().equals(facility))
                .toList());
    }

    @Override
    public synchronized List<CustodyRecord> owing(FacilityCode facility, Instant now, Reading reading) {
        answerable();
        note(reading, null);
        return records.values().stream()
                .filter(record -> record.number().facility().equals(facility))
                .filter(record -> record.situation().status().ended())
                .toList();
    }

    @Override
    public synchronized Page<Summary> search(Search search, Reading reading) {
        note(reading, null);
        String text = search.text() == null ? "" : search.text().toLowerCase(Locale.ROOT);
        List<Summary> found = records.values().stream()
                .map(Summary::of)
                .filter(summary -> search.states().isEmpty()
                        || search.states().contains(summary.situation().status()))
                .filter(summary ->
                        search.facilities().isEmpty() || search.facilities().contains(summary.facility()))
                .filter(summary -> text.isEmpty() || matches(summary, text))
                .filter(summary -> search.from() == null
                        || !summary.situation().apprehendedAt().isBefore(search.from()))
                .filter(summary -> search.to() == null
                        || summary.situation().apprehendedAt().isBefore(search.to()))
                .sorted(Comparator.comparingInt(
                                (Summary summary) -> summary.number().running())
                        .reversed())
                .toList();
        After after = search.after();
        List<Summary> rest = found.stream()
                .dropWhile(summary -> after != null && !After.of(summary).equals(after))
                .skip(after == null ? 0 : 1)
                .toList();
        if (rest.size() <= search.limit()) {
            return new Page<>(rest, null);
        }
        List<Summary> page = rest.subList(0, search.limit());
        return new Page<>(page, After.of(page.getLast()).toString());
    }

    private static boolean matches(Summary summary, String text) {
        String surname = summary.situation().person().surname();
        return summary.number().toString().toLowerCase(Locale.ROOT).contains(text)
                || (surname != null && surname.toLowerCase(Locale.ROOT).startsWith(text));
    }

    @Override
    public synchronized List<Receipt> receipts(RecordId record) {
        return List.copyOf(receipts.getOrDefault(record, List.of()));
    }

    @Override
    public synchronized Optional<String> receiptText(RecordId record, int version) {
        List<Receipt> all = receipts(record);
        return version < 1 || version > all.size()
                ? Optional.empty()
                : Optional.of(
                        "custody receipt v1\norigin " + all.get(version - 1).origin() + "\nindex "
                                + all.get(version - 1).index() + "\nleaf "
                                + all.get(version - 1).leafHash() + "\n");
    }

    @Override
    public synchronized Looks readings(RecordId record, long upTo, int most) {
        List<PastReading> of = new ArrayList<>(readings.stream()
                .filter(look -> record.equals(readOf.get(look)))
                .toList());
        int newest = Math.clamp(upTo, Math.min(1, of.size()), of.size());
        List<PastReading> wanted = new ArrayList<>(of.subList(Math.max(newest - most, 0), newest));
        Collections.reverse(wanted);
        return new Looks(wanted, newest, of.size());
    }

    @Override
    public AutoCloseable watch(Consumer<Change> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public AutoCloseable watch(Consumer<Change> watcher, Runnable doubt) {
        return watch(watcher);
    }

    private void note(Reading reading, @Nullable RecordId record) {
        PastReading look = new PastReading(reading, clock.instant(), index++);
        readings.add(look);
        if (record != null) {
            readOf.put(look, record);
        }
    }

    private void answerable() {
        if (gone) {
            throw new StorageUnavailable("the database is gone", new IllegalStateException("test"));
        }
    }

    private Moment moment(Writer writer, Instant now) {
        return new Moment(now, writer.badge(), () -> new EventId(uuid()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String leafHash(Event event) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(event.id().toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
