package custody.store.rulepacks;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.catalogue.Wire;
import custody.record.desk.Outcome;
import custody.record.desk.Reading;
import custody.record.desk.Search;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.law.rules.Escalation.Rung;
import custody.store.CommittedEntries;
import custody.store.Samples;
import custody.store.Store;
import custody.store.TestStores;
import custody.store.archive.Volumes;
import custody.store.payloads.ReadingFields;
import custody.store.rulepacks.LookCases.About;
import custody.store.rulepacks.LookCases.Way;
import custody.video.archive.Viewings;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Runs cases of looks on a store of its own and then reads, from what was sealed, which entry each of them wrote. */
final class LookDriver {
    private final CaseTally tally;
    private final Map<String, Set<Way>> ways = new TreeMap<>();

    LookDriver(CaseTally tally) {
        this.tally = tally;
    }

    /** A look that was taken: its case, and the entries of the ledger between which it lies. */
    private record Taken(LookCases.Looked looked, long after, long before) {}

    void run(LookCases file) {
        Path folder = TestStores.folder("looks");
        List<Taken> taken = new ArrayList<>();
        RecordId record;
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            Outcome opened =
                    store.records().open(Samples.HOME, Samples.booking("Вигаданий", Instant.now()), Samples.WRITER);
            record = ((Outcome.Stored) opened).record().id();
            EventId alert = breach(store, record);
            for (LookCases.Looked looked : file.cases()) {
                tally.judged(file.provision(), file.rule());
                ways.computeIfAbsent(file.rule(), _ -> EnumSet.noneOf(Way.class))
                        .add(looked.way());
                long after = store.note(EntryClass.CONFIG, ClearFacts.none().with("what", "before a look"));
                look(store, looked, record, alert);
                long before = store.note(EntryClass.CONFIG, ClearFacts.none().with("what", "after a look"));
                taken.add(new Taken(looked, after, before));
            }
        }
        Map<Long, List<Field>> entries = CommittedEntries.of(folder);
        taken.forEach(each -> check(file, each, entries, record));
    }

    private static EventId breach(Store store, RecordId record) {
        ClockBreached fact = new ClockBreached("relatives", "КПК 213(1)", Instant.now(), null, "ua 1");
        Draft draft = Draft.of(fact, new Occurrence(Instant.now(), null, Occurrence.Source.LIVE));
        CustodyRecord after = ((Outcome.Stored) store.records().addBySystem(record, draft, Samples.WRITER)).record();
        return after.events().getLast().id();
    }

    private static void look(Store store, LookCases.Looked looked, RecordId record, EventId alert) {
        Reading reading = looked.reading();
        switch (looked.way()) {
            case RECORD -> {
                var _ = store.records().read(record, reading).orElseThrow();
            }
            case RECORD_THAT_IS_NOT_THERE -> {
                var _ = store.records().read(new RecordId(new UUID(1, 1)), reading);
            }
            case WHITEBOARD -> {
                var _ = store.records().whiteboard(Samples.HOME, reading);
            }
            case IN_CUSTODY -> {
                var _ = store.records().inCustody(Samples.HOME, reading);
            }
            case ROOM_COUNTS -> {
                var _ = store.records().occupancy(Samples.HOME);
            }
            case OWING -> {
                var _ = store.records().owing(Samples.HOME, Instant.now(), reading);
            }
            case SEARCH_HERE -> {
                var _ = store.records().search(search(Set.of(Samples.HOME)), reading);
            }
            case SEARCH_EVERYWHERE -> {
                var _ = store.records().search(search(Set.of()), reading);
            }
            case ALERTS -> {
                var _ = store.raisedAlerts().open(Samples.HOME, reading);
            }
            case ALERT -> {
                var _ = store.raisedAlerts().find(alert, Samples.HOME, reading).orElseThrow();
            }
            case CAMERA_LIVE -> camera(store, reading, Viewings.Kind.LIVE);
            case CAMERA_WATCHED -> camera(store, reading, Viewings.Kind.WATCHED);
            case CAMERA_EXPORT_ASKED -> camera(store, reading, Viewings.Kind.EXPORT_ASKED);
            case CAMERA_PLAYBACK -> camera(store, reading, Viewings.Kind.PLAYBACK);
            case CAMERA_SNAPSHOT -> camera(store, reading, Viewings.Kind.SNAPSHOT);
            case CAMERA_EXPORT -> camera(store, reading, Viewings.Kind.EXPORT);
            case CAMERA_REFUSED -> camera(store, reading, Viewings.Kind.REFUSED);
            case RECEIPTS -> {
                var _ = store.records().receipts(record);
            }
            case UNHEEDED_ALERTS -> {
                var _ = store.raisedAlerts().unheeded(Samples.HOME, Rung.CUSTODY_OFFICER);
            }
            case WAITING_MESSAGES -> {
                var _ = store.raisedAlerts().waiting(Samples.HOME);
            }
            case WHO_LOOKED -> {
                var _ = store.records().readings(record, Long.MAX_VALUE, 50);
            }
            case NODE -> {
                var _ = store.own().of(record).orElseThrow();
            }
        }
    }

    private static Search search(Set<FacilityCode> facilities) {
        return new Search("виг", Set.of(), facilities, null, null, null, 50);
    }

    private static void camera(Store store, Reading reading, Viewings.Kind kind) {
        Instant now = Instant.now();
        store.video(new Volumes(TestStores.folder("looked-at"), Optional.empty()), InstantSource.system())
                .viewings()
                .viewed(new Viewings.Viewing(
                        new Person(reading.badge().number()),
                        reading.post(),
                        reading.purpose().name(),
                        kind,
                        Samples.HOME.code(),
                        List.of(new CameraId("cell-1")),
                        now.minusSeconds(60),
                        now));
    }

    private void check(LookCases file, Taken taken, Map<Long, List<Field>> entries, RecordId record) {
        LookCases.Looked looked = taken.looked();
        String where = CaseTally.where(file, looked.line(), looked.name());
        long written = taken.before() - taken.after() - 1;
        tally.expect(where + " entries", looked.entry().isPresent() ? 1L : 0L, written);
        Optional<List<Field>> entry = Optional.ofNullable(entries.get(taken.after() + 1));
        if (looked.entry().isEmpty() || written != 1 || entry.isEmpty()) {
            return;
        }
        LookCases.Entered entered = looked.entry().get();
        List<Field> fields = entry.get();
        Reading reading = ReadingFields.reading(fields, 0).reading();
        tally.expect(where + " badge", looked.reading().badge(), reading.badge());
        tally.expect(where + " post", looked.reading().post(), reading.post());
        tally.expect(where + " purpose", looked.reading().purpose(), reading.purpose());
        tally.expect(where + " what", true, reading.what().startsWith(entered.what()));
        tally.expect(where + " about", Wire.name(entered.about()), Wire.name(about(fields, record)));
    }

    private static About about(List<Field> fields, RecordId record) {
        if (ReadingFields.record(fields).equals(Optional.of(record.value()))) {
            return About.RECORD;
        }
        return fields.contains(new Field("facility", new FieldValue.Text(Samples.HOME.code())))
                ? About.FACILITY
                : About.EVERYWHERE;
    }

    /** Ways to look that a rule about looks has no case for. */
    List<String> holes() {
        return ways.entrySet().stream()
                .flatMap(entry -> EnumSet.complementOf(EnumSet.copyOf(entry.getValue())).stream()
                        .map(way -> entry.getKey() + ": no case looks at " + Wire.name(way)))
                .toList();
    }
}
