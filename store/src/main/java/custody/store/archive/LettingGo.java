package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.records.Beside;
import custody.video.archive.FootageCopy;
import custody.video.archive.Hold;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lets uploaded films and files of exports go when their term is over and nothing holds them, in the order of {@link Deleting}: the ledger
 * and the row first; then, under the lock that holds take too, once more the holds; then, without the lock, the file. Whatever is
 * interrupted is finished by the next turn.
 */
public final class LettingGo {
    /** Whether the row {@code c} has lost its file, or is about to. */
    static final String GONE = "EXISTS (SELECT 1 FROM footage_copy_gone g WHERE g.id = c.id AND g.state <> 'kept')";

    private static final String TERM = """
            INSERT INTO retention_class (name, least_days, most_days) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET least_days = excluded.least_days, most_days = excluded.most_days""";
    private static final String MARK = """
            INSERT INTO footage_copy_gone (id, state, at) VALUES (?, 'expiring', ?)
            ON CONFLICT (id) DO UPDATE SET state = 'expiring', at = excluded.at WHERE footage_copy_gone.state = 'kept'""";
    private static final String STATE = "UPDATE footage_copy_gone SET state = ?, at = ? WHERE id = ? AND state = ?";
    private static final String EXPIRING = "expiring";

    /** Nothing brings it back from here: its file may be away already. */
    private static final String LEAVING = "leaving";

    private static final String HOLDING = HoldRows.COLUMNS + " holds AND facility = ?";

    private final Queries queries;
    private final Noting noting;
    private final HoldRows holds;
    private final List<Kind> kinds;

    /**
     * A kind of files.
     *
     * @param word as its entries name it
     * @param term its retention class
     * @param table of its rows
     * @param made which of them have a file at all
     * @param find what is known of one
     * @param file where its file is
     */
    private record Kind(
            String word,
            String term,
            String table,
            String made,
            Function<UUID, Optional<FootageCopy>> find,
            Function<UUID, Path> file) {
        String due() {
            return """
                    SELECT c.id FROM %s c JOIN retention_class r ON r.name = ?
                        LEFT JOIN footage_copy_gone g ON g.id = c.id
                    WHERE c.at <= ?::timestamptz - r.most_days * interval '24 hours'
                        AND (g.id IS NULL OR g.state = 'kept') AND %s ORDER BY c.at, c.id""".formatted(table, made);
        }

        String going() {
            return "SELECT g.id FROM footage_copy_gone g JOIN " + table
                    + " c ON c.id = g.id WHERE g.state = ? ORDER BY g.id";
        }
    }

    private record Going(Kind kind, FootageCopy copy) {}

    LettingGo(
            Queries queries, Noting noting, HoldRows holds, PostgresUploads uploads, ExportRows exports, Path archive) {
        this.queries = queries;
        this.noting = noting;
        this.holds = holds;
        this.kinds = List.of(
                new Kind("film", "films", "footage_upload", "true", uploads::copy, uploads::place),
                new Kind(
                        "export",
                        "exports",
                        "footage_export",
                        "c.state = 'READY'",
                        exports::copy,
                        id -> archive.resolve("exports").resolve(id + ".zip")));
    }

    /** How many days after its upload a film goes, and a file of an export after it was asked for. */
    public void terms(int filmDays, int exportDays) {
        queries.change(TERM, "films", filmDays, filmDays);
        queries.change(TERM, "exports", exportDays, exportDays);
    }

    /** Does what is due; answers how many files went. */
    public int turn(Instant now) {
        mark(now);
        return finish(now);
    }

    /** Tells the ledger what goes. */
    void mark(Instant now) {
        for (Kind kind : kinds) {
            for (FootageCopy copy : due(kind, now)) {
                ClearFacts facts = facts(kind, copy, "gone");
                noting.note(EntryClass.VIDEO, facts, List.of(Beside.of(MARK, copy.id(), now)));
            }
        }
    }

    private static ClearFacts facts(Kind kind, FootageCopy copy, String what) {
        return ClearFacts.none()
                .with("format", "video-" + kind.word() + "-" + what + "-1")
                .with(kind.word(), copy.id().toString());
    }

    private List<FootageCopy> due(Kind kind, Instant now) {
        List<UUID> ids = queries.list(kind.due(), row -> row.id(1), kind.term(), now);
        Map<String, List<Hold>> holding = new HashMap<>();
        return ids.stream()
                .flatMap(id -> kind.find().apply(id).stream())
                .filter(copy ->
                        holding
                                .computeIfAbsent(
                                        copy.facility(), facility -> queries.list(HOLDING, this::hold, facility))
                                .stream()
                                .noneMatch(copy::heldBy))
                .toList();
    }

    private Hold hold(Queries.Row row) throws SQLException {
        return holds.read(row).hold();
    }

    /**
     * Deletes what the ledger was told of, unless somebody held it meanwhile; answers how many files went. A file that stays stops nothing,
     * and is told of at the end.
     */
    int finish(Instant now) {
        var files = new Unlinking();
        int gone = unlinkLeaving(files, now);
        List<Going> held = leave(going(EXPIRING), now);
        gone += unlinkLeaving(files, now);
        for (Going one : held) {
            ClearFacts facts = facts(one.kind(), one.copy(), "kept");
            noting.note(
                    EntryClass.VIDEO,
                    facts,
                    List.of(Beside.of(STATE, "kept", now, one.copy().id(), EXPIRING)));
        }
        files.requireAllAway();
        return gone;
    }

    private List<Going> going(String state) {
        return kinds.stream()
                .flatMap(kind -> queries.list(kind.going(), row -> row.id(1), state).stream()
                        .flatMap(id -> kind.find().apply(id).stream())
                        .map(copy -> new Going(kind, copy)))
                .toList();
    }

    /** Answers what somebody held meanwhile. */
    private List<Going> leave(List<Going> expiring, Instant now) {
        if (expiring.isEmpty()) {
            return List.of();
        }
        return queries.transaction(connection -> {
            Deleting.lock(connection);
            var held = new ArrayList<Going>();
            Map<String, List<Hold>> holding = new HashMap<>();
            for (Going one : expiring) {
                String facility = one.copy().facility();
                if (!holding.containsKey(facility)) {
                    holding.put(facility, Queries.list(connection, HOLDING, this::hold, facility));
                }
                if (holding.getOrDefault(facility, List.of()).stream().anyMatch(one.copy()::heldBy)) {
                    held.add(one);
                } else {
                    Queries.change(connection, STATE, LEAVING, now, one.copy().id(), EXPIRING);
                }
            }
            return held;
        });
    }

    /** Answers how many files went. */
    private int unlinkLeaving(Unlinking files, Instant now) {
        int gone = 0;
        for (Going one : going(LEAVING)) {
            UUID id = one.copy().id();
            if (files.away(List.of(one.kind().file().apply(id)))) {
                queries.change(STATE, "gone", now, id, LEAVING);
                gone++;
            }
        }
        return gone;
    }
}
