package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.records.Beside;
import custody.video.archive.Retention;
import custody.video.archive.Retention.Footage;
import custody.video.archive.Retention.Term;
import custody.video.camera.CameraId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries out what {@link Retention} decides, in the only safe order: the ledger is told and the rows say <em>expiring</em>, in one
 * transaction; under the lock that holds take too each row is looked at once more and says <em>leaving</em>, unless it was held
 * meanwhile, which then stays; without the lock, for a disk may be slow, the file is unlinked and the row says <em>gone</em>. From
 * <em>leaving</em> on nothing brings it back, for its file may be away already. Whatever is interrupted is taken up by the next run.
 */
public final class Deleting {
    private static final String HELD = """
            EXISTS (SELECT 1 FROM footage_hold h JOIN camera c ON c.id = s.camera
                WHERE h.holds AND h.facility = c.facility AND h.from_at < s.end_at AND h.to_at > s.start_at
                    AND (h.cameras = '{}' OR s.camera = ANY (h.cameras)))""";
    /**
     * Of a camera the oldest that is too young to go, by its own time. A clock that was behind, by a year perhaps, wrote times of
     * long ago into footage of today; but numbers go on, and so does the machine's uptime. So what was recorded after a segment that
     * is too young is too young as well, and what was recorded before it, in the same run of the machine, is as much older as that has
     * run in between.
     */
    public static final String YOUNG = """
            SELECT p.sequence, p.start_at, p.monotonic, p.boot FROM segment p
            WHERE p.camera = %s AND p.end_at > %s AND p.end_at <= %s ORDER BY p.end_at LIMIT 1""";

    /** Whether a segment {@code s} is younger than it says, beside that one as {@code y}. */
    public static final String YOUNGER = """
            (s.sequence > y.sequence OR s.boot = y.boot
                AND y.start_at - (y.monotonic - s.monotonic) / 1000 * interval '1 microsecond' > %s)""";

    /**
     * Of every camera its own oldest, without what is held or too young: a hold of weeks, or a class that is kept for longer,
     * would otherwise fill the limit for ever and keep all other footage from being looked at. Nor what {@link #YOUNG} shows to be
     * younger than it says.
     */
    private static final String OLDEST = """
            SELECT s.camera, s.sequence, s.start_at, s.end_at, s.bytes, r.least_days, r.most_days
            FROM camera k JOIN retention_class r ON r.name = k.retention
            CROSS JOIN LATERAL (
                SELECT t.now, t.now - r.least_days * interval '24 hours' AS old FROM (SELECT ?::timestamptz AS now) t) t
            LEFT JOIN LATERAL (""" + YOUNG.formatted("k.id", "t.old", "t.now") + """
                ) y ON true
            CROSS JOIN LATERAL (
                SELECT s.camera, s.sequence, s.start_at, s.end_at, s.bytes FROM segment s
                WHERE s.camera = k.id AND s.state = 'sealed' AND s.volume = ? AND s.minute IS NOT NULL
                    AND s.end_at <= t.old AND (y.sequence IS NULL OR NOT\s"""
            + YOUNGER.formatted("t.old") + ") AND NOT " + HELD + " ORDER BY s.end_at LIMIT ?) s";

    private static final String MARK = "UPDATE segment SET state = 'expiring'"
            + " WHERE camera = ? AND sequence = ANY (?::bigint[]) AND state = 'sealed'";
    private static final String HELD_AFTER_ALL =
            "SELECT s.camera, s.sequence FROM segment s WHERE s.state = 'expiring' AND " + HELD;
    private static final String LEAVE = """
            UPDATE segment g SET state = 'leaving' FROM (
                SELECT s.camera, s.sequence FROM segment s WHERE s.state = 'expiring' AND NOT\s""" + HELD + """
                 LIMIT ?) s WHERE g.camera = s.camera AND g.sequence = s.sequence""";
    private static final String LEAVING = "SELECT camera, sequence, path, volume FROM segment WHERE state = 'leaving'";
    private static final String GONE =
            "UPDATE segment SET state = 'gone' WHERE camera = ? AND sequence = ? AND state = 'leaving'";
    private static final String KEPT =
            "UPDATE segment SET state = 'sealed' WHERE camera = ? AND sequence = ? AND state = 'expiring'";
    private static final int AT_A_TIME = 200;

    /** Segments of each camera that are looked at in one run, a minute later the next: about sixteen hours. */
    private static final int LOOKED_AT = 1_000;

    private final Queries queries;
    private final Noting noting;
    private final Volumes volumes;

    Deleting(Queries queries, Noting noting, Volumes volumes) {
        this.queries = queries;
        this.noting = noting;
        this.volumes = volumes;
    }

    /** The oldest footage in the archive that may go and that the ledger already names, with what retention must know of it. */
    public List<Footage> oldest(Instant now) {
        return oldest(Volumes.ARCHIVE, now);
    }

    /** The same of the second volume. */
    public List<Footage> oldestSpilled(Instant now) {
        return oldest(Volumes.SECOND, now);
    }

    private List<Footage> oldest(int volume, Instant now) {
        return queries.list(OLDEST, Deleting::footage, now, volume, LOOKED_AT);
    }

    private static Footage footage(Queries.Row row) throws SQLException {
        var columns = row.columns();
        return new Footage(
                new CameraId(row.text(1)),
                columns.getLong(2),
                row.time(3),
                row.time(4),
                columns.getLong(5),
                new Term(Duration.ofDays(columns.getInt(6)), Duration.ofDays(columns.getInt(7))),
                false,
                false);
    }

    /** Deletes what was decided; answers how many files went. */
    public int carryOut(List<Retention.Deletion> deletions, Instant now) {
        Map<CameraId, List<Retention.Deletion>> byCamera = new TreeMap<>();
        deletions.forEach(one -> byCamera.computeIfAbsent(one.footage().camera(), _ -> new ArrayList<>())
                .add(one));
        byCamera.forEach((camera, all) -> {
            all.sort(Comparator.comparingLong(d -> d.footage().sequence()));
            runs(all).forEach(run -> mark(camera, run));
        });
        return unlinkExpiring();
    }

    /**
     * Numbers without a hole between them, since the entry names the first and the last: what stands between two deletions and stays,
     * held perhaps, must not be called gone, or nobody would miss it.
     */
    private static List<List<Retention.Deletion>> runs(List<Retention.Deletion> sorted) {
        List<List<Retention.Deletion>> runs = new ArrayList<>();
        for (Retention.Deletion one : sorted) {
            long before = one.footage().sequence() - 1;
            boolean goesOn = !runs.isEmpty()
                    && runs.getLast().size() < AT_A_TIME
                    && runs.getLast().getLast().footage().sequence() == before;
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(one);
        }
        return runs;
    }

    private void mark(CameraId camera, List<Retention.Deletion> some) {
        Long[] sequences = some.stream().map(d -> d.footage().sequence()).toArray(Long[]::new);
        ClearFacts facts = ClearFacts.none()
                .with("format", "video-gone-1")
                .with("camera", camera.value())
                .with("first", sequences[0])
                .with("last", sequences[sequences.length - 1])
                .with("count", sequences.length)
                .with("why", some.getFirst().why().name())
                .with("least-days", some.getFirst().footage().term().least().toDays());
        noting.note(EntryClass.VIDEO, facts, List.of(Beside.of(MARK, camera.value(), sequences)));
    }

    /** One file whose row says that it goes. */
    private record Leaving(String camera, long sequence, String path, int volume) {
        static Leaving of(Queries.Row row) throws SQLException {
            return new Leaving(
                    row.text(1),
                    row.columns().getLong(2),
                    row.text(3),
                    row.columns().getInt(4));
        }
    }

    /** Finishes deletions that were begun; also what an earlier run left. A file that stays stops nothing, and is told of at the end. */
    public int unlinkExpiring() {
        var files = new Unlinking();
        int gone = unlinkLeaving(files);
        while (leave() > 0) {
            gone += unlinkLeaving(files);
        }
        queries.list(HELD_AFTER_ALL, row -> new Kept(row.text(1), row.columns().getLong(2)))
                .forEach(this::keep);
        files.requireAllAway();
        return gone;
    }

    /** Rows alone are changed under the lock: whoever writes an event that holds footage waits for it. */
    private int leave() {
        return queries.transaction(connection -> {
            lock(connection);
            return Queries.change(connection, LEAVE, AT_A_TIME);
        });
    }

    /** Answers how many files went. */
    private int unlinkLeaving(Unlinking files) {
        // A copy that was cut off by a power cut may lie in the other place too.
        return gone(queries.list(LEAVING, Leaving::of).stream()
                .filter(one -> files.away(volumes.places(one.volume(), one.path())))
                .toList());
    }

    private int gone(List<Leaving> unlinked) {
        return queries.transaction(connection -> {
            for (Leaving one : unlinked) {
                Queries.change(connection, GONE, one.camera(), one.sequence());
            }
            return unlinked.size();
        });
    }

    private record Kept(String camera, long sequence) {}

    /** Somebody held it after the ledger was told that it goes: the ledger is told that it stays, so that it is missed again. */
    private void keep(Kept held) {
        ClearFacts facts = ClearFacts.none()
                .with("format", "video-kept-1")
                .with("camera", held.camera())
                .with("sequence", held.sequence());
        noting.note(EntryClass.VIDEO, facts, List.of(Beside.of(KEPT, held.camera(), held.sequence())));
    }

    static void lock(Connection connection) throws SQLException {
        var _ = Queries.list(connection, "SELECT pg_advisory_xact_lock(" + HoldRows.LOCK + ")", row -> 1);
    }
}
