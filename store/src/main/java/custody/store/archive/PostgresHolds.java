package custody.store.archive;

import custody.ledger.log.ClearFact;
import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.records.Beside;
import custody.video.archive.Hold;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Hold.Signature;
import custody.video.archive.Holds;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds in rows, each beside its entry of class hold. */
public final class PostgresHolds implements Holds {
    private static final String FIRST = "UPDATE footage_hold SET first = ? WHERE id = ? AND holds AND first IS NULL";
    private static final String RELEASE =
            "UPDATE footage_hold SET release = ?, holds = false WHERE id = ? AND holds AND first IS NOT NULL";

    private static final String LASTING =
            "SELECT record_id FROM custody_record WHERE record_id = ANY (?) AND (NOT ended OR last_event_at > ?)";

    /** Longer than anybody who left is still counted as being there. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final Queries queries;
    private final HoldRows rows;
    private final Noting noting;

    /** Ground and record of a hold never change, and are sealed: whoever is asked about for every byte is opened once. */
    private final Map<UUID, Optional<UUID>> complaints = new ConcurrentHashMap<>();

    PostgresHolds(Queries queries, HoldRows rows, Noting noting) {
        this.queries = queries;
        this.rows = rows;
        this.noting = noting;
    }

    @Override
    public synchronized void place(HoldId id, Wanted wanted, Person by, Instant now) {
        if (row(id).isPresent()) {
            return;
        }
        var hold = new Hold(
                id,
                wanted.facility(),
                wanted.cameras(),
                wanted.from(),
                wanted.to(),
                wanted.ground(),
                wanted.reason(),
                wanted.record(),
                Optional.empty(),
                new Signature(by, now, wanted.reason()),
                Optional.empty(),
                Optional.empty());
        String which = which(wanted.cameras());
        ClearFacts facts = facts(id, "placed")
                .with("facility", wanted.facility())
                .with("from", wanted.from().toString())
                .with("to", wanted.to().toString())
                .with("cameras", wanted.cameras().size());
        // More than fit into a word are bound by their number only.
        facts = which.length() > ClearFact.Word.LONGEST ? facts : facts.with("which", which);
        noting.note(EntryClass.HOLD, facts, List.of(rows.insert(hold)));
    }

    /** The cameras as the entry names them. */
    private static String which(Set<CameraId> cameras) {
        return cameras.stream().map(CameraId::value).sorted().collect(Collectors.joining(" "));
    }

    private static ClearFacts facts(HoldId id, String what) {
        return ClearFacts.none().with("hold", id.toString()).with("what", what);
    }

    @Override
    public synchronized Released release(HoldId id, Person by, String reason, Instant now) {
        Optional<HoldRows.Found> found = row(id);
        if (found.isEmpty() || !found.get().hold().holds()) {
            return Released.NOT_HELD;
        }
        Optional<Signature> first = found.get().hold().first();
        if (first.isPresent() && first.get().by().equals(by)) {
            return Released.SAME_PERSON;
        }
        String part = first.isEmpty() ? "first" : "release";
        byte[] sealed = rows.sealed(id, found.get().key(), part, new Signature(by, now, reason));
        Beside row = Beside.of(first.isEmpty() ? FIRST : RELEASE, sealed, id.value());
        noting.note(EntryClass.HOLD, facts(id, first.isEmpty() ? "release-asked" : "released"), List.of(row));
        return first.isEmpty() ? Released.WAITING_FOR_SECOND : Released.RELEASED;
    }

    private Optional<HoldRows.Found> row(HoldId id) {
        return queries.first(HoldRows.COLUMNS + " id = ?", rows::read, id.value());
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return row(id).map(HoldRows.Found::hold);
    }

    @Override
    public List<Hold> of(String facility, boolean onlyHolding) {
        String which = " facility = ? AND (holds OR NOT ?) ORDER BY from_at DESC, id LIMIT 1000";
        return queries.list(HoldRows.COLUMNS + which, row -> rows.read(row).hold(), facility, onlyHolding);
    }

    @Override
    public Set<UUID> records(String facility, Set<CameraId> cameras, Instant from, Instant to) {
        String which = """
                 facility = ? AND from_at < ? AND to_at > ?
                AND (cameras = '{}' OR ?::text[] = '{}' OR cameras && ?::text[])""";
        String[] ids = cameras.stream().map(CameraId::value).toArray(String[]::new);
        return queries
                .list(HoldRows.COLUMNS + which, row -> rows.read(row).hold().record(), facility, to, from, ids, ids)
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> complained(String facility, Instant from, Instant to) {
        List<UUID> all = queries.list(
                "SELECT id FROM footage_hold WHERE facility = ? AND from_at < ?", row -> row.id(1), facility, to);
        open(all.stream().filter(id -> !complaints.containsKey(id)).toArray(UUID[]::new));
        UUID[] records = all.stream()
                .flatMap(id -> complaints.getOrDefault(id, Optional.empty()).stream())
                .distinct()
                .toArray(UUID[]::new);
        return records.length == 0
                ? Set.of()
                : Set.copyOf(queries.list(LASTING, row -> row.id(1), records, from.minus(LEFT)));
    }

    private void open(UUID[] unknown) {
        if (unknown.length > 0) {
            queries.list(
                            HoldRows.COLUMNS + " id = ANY (?)",
                            row -> rows.read(row).hold(),
                            (Object) unknown)
                    .forEach(hold -> complaints.put(
                            hold.id().value(),
                            hold.record().filter(_ -> hold.ground().complains())));
        }
    }

    @Override
    public List<Hold> touching(CameraId camera, Instant from, Instant to) {
        String which = """
                 holds AND facility = (SELECT facility FROM camera WHERE id = ?) AND from_at < ? AND to_at > ?
                AND (cameras = '{}' OR ? = ANY (cameras)) ORDER BY from_at, id""";
        return queries.list(
                HoldRows.COLUMNS + which, row -> rows.read(row).hold(), camera.value(), to, from, camera.value());
    }
}
