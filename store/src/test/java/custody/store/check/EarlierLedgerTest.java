package custody.store.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import custody.ledger.log.ClearFacts;
import custody.record.desk.Outcome;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.ComplaintFact;
import custody.record.events.CustodyFact;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.IncidentFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.places.Room;
import custody.store.Samples;
import custody.store.archive.AutomaticHolds;
import custody.store.archive.FilmedArchive;
import custody.store.archive.FilmedCell;
import custody.store.database.Database;
import custody.store.embedded.EmbeddedPostgres;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a ledger that was begun before corrections held footage")
class EarlierLedgerTest {
    private static final ClearFacts EARLIER = ClearFacts.none().with("reason", "first start");
    private static final ClearFacts NOW = EARLIER.with(AutomaticHolds.CORRECTIONS, AutomaticHolds.HOLD);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private FilmedArchive filmed;
    private RecordId record;

    @BeforeEach
    void open() throws Exception {
        filmed = FilmedArchive.open("earlier-ledger", Room.Privacy.NORMAL);
        record = stored(filmed.store()
                        .records()
                        .open(Samples.HOME, Samples.booking("Раніший", now.minus(Duration.ofDays(6))), Samples.WRITER))
                .record()
                .id();
    }

    @AfterEach
    void close() {
        filmed.close();
    }

    private static Outcome.Stored stored(Outcome outcome) {
        return assertInstanceOf(Outcome.Stored.class, outcome);
    }

    private EventId added(Fact fact) {
        Draft draft = Draft.of(fact, new Occurrence(now.minus(Duration.ofHours(1)), null, Occurrence.Source.LIVE));
        return stored(filmed.store().records().add(record, draft, null, Samples.WRITER))
                .added()
                .getFirst()
                .id();
    }

    /** What the check reads of that record in a ledger that begins so. */
    private Map<String, HoldEntries.Standing> read(ClearFacts first) {
        var entries = new HoldEntries();
        entries.epoch(first, 1);
        CustodyRecord whole = filmed.store().own().of(record).orElseThrow();
        for (Event event : whole.events()) {
            entries.event(event, event.version() + 1);
        }
        entries.record(whole);
        return entries.all();
    }

    /** What the check finds when retention then deleted these segments. */
    private List<String> found(ClearFacts first, Segment... deleted) throws Exception {
        List<String> found = new ArrayList<>();
        try (Database database = EmbeddedPostgres.running(filmed.folder(), new SecureRandom())
                        .orElseThrow();
                Snapshot snapshot = Snapshot.open(database, damage -> found.add(damage.where()))) {
            var check = new HoldCheck(
                    snapshot, read(first), filmed.volumes(), (where, _, actual) -> found.add(where + ": " + actual));
            check.rows();
            List<HoldCheck.Gone> gone = new ArrayList<>();
            for (Segment one : deleted) {
                String camera = one.camera().value();
                gone.add(new HoldCheck.Gone(
                        camera, one.sequence(), one.sequence(), now, OptionalLong.of(1), 1_000, Set.of()));
            }
            check.gone(gone, (_, _) -> true);
        }
        return found;
    }

    private void withoutRow(EventId hold) throws Exception {
        FilmedCell.asOwner(filmed.folder(), "DELETE FROM footage_hold WHERE id = '" + hold.value() + "'");
    }

    @Test
    @DisplayName("a complaint’s hold whose row was taken away is missed as in every other")
    void missesTheHoldOfAComplaint() throws Exception {
        EventId hold = added(
                new ComplaintFact.Complaint("били", ComplaintFact.Complaint.Subject.ILL_TREATMENT, List.of(), null));
        assertEquals(List.of(), found(EARLIER));
        withoutRow(hold);
        assertEquals(List.of("hold " + hold.value() + ": none"), found(EARLIER));
    }

    @Test
    @DisplayName("what only a correction would hold now was rightly deleted where nothing held it")
    void allowsWhatNothingHeld() throws Exception {
        CameraId camera = filmed.camera("earlier-1");
        Instant right = now.minus(Duration.ofDays(5));
        Segment segment = filmed.sealed(camera, right);
        EventId incident = added(new IncidentFact.Incident(IncidentFact.Incident.Kind.FIRE, "горів матрац", null));
        EventId correction = added(new CustodyFact.Correction(
                incident, "не той день", null, right, null, List.of(), List.of(), null, new LinkedHashMap<>()));
        Path file = filmed.folder().resolve("video").resolve(segment.path());
        Files.delete(file);
        String deleted = "footage of camera earlier-1 segment " + segment.sequence() + ": one that was deleted";
        assertEquals(List.of(deleted), found(EARLIER, segment), "this version held it");
        withoutRow(correction);
        assertEquals(List.of(), found(EARLIER, segment));
        assertEquals(List.of("hold " + correction.value() + ": none", deleted), found(NOW, segment));
    }
}
