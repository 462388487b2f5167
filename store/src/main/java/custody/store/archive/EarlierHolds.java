package custody.store.archive;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.events.Event;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageHeld;
import custody.store.database.Queries;
import custody.video.archive.Hold.Ground;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Holds.Wanted;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of earlier versions that say footage is held, and hold none: their time ends before it begins, or they name what is no
 * camera of the facility. Once, before anything is deleted, the node places the holds that they were meant to be: the time
 * between both, all cameras, by an entry of its own.
 */
public final class EarlierHolds {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierHolds.class);
    private static final String DONE = "SELECT 1 FROM looked_over WHERE what = 'holds'";
    private static final String DO =
            "INSERT INTO looked_over (what, done_at) VALUES ('holds', ?) ON CONFLICT DO NOTHING";

    /** What is said to have happened at one moment is held for an hour on both sides of it. */
    private static final Duration AROUND = Duration.ofHours(1);

    private final Queries queries;
    private final PostgresCameras cameras;
    private final PostgresHolds holds;
    private boolean done;

    EarlierHolds(Queries queries, PostgresCameras cameras, PostgresHolds holds) {
        this.queries = queries;
        this.cameras = cameras;
        this.holds = holds;
    }

    /** Looks all records over, unless that was done; each placed hold stays where the rest is broken off. */
    public synchronized void turn(Function<RecordId, Optional<CustodyRecord>> own, Instant now) {
        if (done || queries.first(DONE, row -> true).isPresent()) {
            done = true;
            return;
        }
        List<RecordId> all =
                queries.list("SELECT record_id FROM custody_record ORDER BY record_id", row -> new RecordId(row.id(1)));
        for (RecordId id : all) {
            read(own, id).ifPresent(record -> place(record, now));
        }
        queries.change(DO, now);
        done = true;
    }

    /** One that does not open keeps back no other; the check tells of it. */
    private static Optional<CustodyRecord> read(Function<RecordId, Optional<CustodyRecord>> own, RecordId id) {
        try {
            return own.apply(id);
        } catch (RuntimeException unreadable) {
            LOG.atError()
                    .addKeyValue("record", id)
                    .log("a record does not open: whether it holds footage is not known");
            return Optional.empty();
        }
    }

    private void place(CustodyRecord record, Instant now) {
        for (Entry entry : record.entries()) {
            if (!entry.withdrawn() && !released(entry.original())) {
                wanted(entry, record)
                        .forEach(wanted -> holds.place(id(entry.original(), wanted), wanted, Person.NODE, now));
            }
        }
    }

    /** What was put right counts as it stands; where that holds nothing by itself, so does what was said before. */
    private Stream<Wanted> wanted(Entry entry, CustodyRecord record) {
        if (holds(entry.standing(), record)) {
            boolean held = holds(entry.original(), record)
                    || entry.corrections().stream().anyMatch(this::placed);
            return held ? Stream.empty() : meant(entry.standing(), record).stream();
        }
        return Stream.of(entry.original(), entry.standing())
                .distinct()
                .filter(event -> !holds(event, record))
                .flatMap(event -> meant(event, record).stream());
    }

    /** Corrections of earlier versions held nothing. */
    private boolean placed(Event correction) {
        return holds.find(new HoldId(correction.id().value())).isPresent();
    }

    private boolean holds(Event event, CustodyRecord record) {
        return event.fact() instanceof FootageHeld held
                && held.from().isBefore(held.to())
                && known(held, record.number().facility().code());
    }

    /** Of an event and a time always the same: begun anew, it is placed once. */
    private static HoldId id(Event event, Wanted wanted) {
        String name = "hold of " + event.id() + " " + wanted.from() + " " + wanted.to();
        return new HoldId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Wanted> meant(Event event, CustodyRecord record) {
        if (!(event.fact() instanceof FootageHeld held)) {
            return Optional.empty();
        }
        boolean forward = held.from().isBefore(held.to());
        Instant first = forward ? held.from() : held.to();
        Instant last = forward ? held.to() : held.from();
        boolean moment = first.equals(last);
        return Optional.of(new Wanted(
                record.number().facility().code(),
                holds(event, record) ? AutomaticHolds.cameras(held) : Set.of(),
                moment ? first.minus(AROUND) : first,
                moment ? last.plus(AROUND) : last,
                Ground.HELD_BY_EVENT,
                held.reason(),
                Optional.of(record.id().value())));
    }

    private boolean released(Event event) {
        return holds.find(new HoldId(event.id().value()))
                .filter(hold -> !hold.holds())
                .isPresent();
    }

    /** Whether it holds what it names: what cannot be a camera's id holds all cameras as it is. */
    private boolean known(FootageHeld held, String facility) {
        Set<String> ever = cameras.since(facility, Instant.EPOCH).stream()
                .map(Camera::id)
                .map(CameraId::value)
                .collect(Collectors.toSet());
        return ever.containsAll(held.cameras()) || AutomaticHolds.cameras(held).isEmpty();
    }
}
