package custody.store.check;

import custody.store.archive.Deleting;
import custody.store.archive.Volumes;
import custody.store.check.HoldEntries.Standing;
import custody.store.check.HoldEntries.What;
import custody.video.camera.CameraId;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Holds the rows of holds against the ledger, and what retention deleted against both: a hold that is gone, that nobody released or
 * that holds less than it should would let footage be deleted, and a deletion that came too early or while a hold stood is one.
 */
final class HoldCheck {
    private static final String ROWS = "SELECT id::text, holds, facility, from_at, to_at, cameras FROM footage_hold";
    private static final String GONE = """
            SELECT s.sequence, s.start_at, s.end_at, c.facility, s.volume, s.path,
                coalesce(t.old, 'infinity') < s.end_at OR y.sequence IS NOT NULL AND\s""" + Deleting.YOUNGER.formatted("t.old") + """
            FROM segment s JOIN camera c ON c.id = s.camera
            CROSS JOIN (SELECT t.at, t.at - t.days * interval '24 hours' AS old
                FROM (SELECT ?::timestamptz AS at, ?::bigint AS days) t) t
            LEFT JOIN LATERAL ("""
            + Deleting.YOUNG.formatted("s.camera", "t.old", "t.at") + """
                ) y ON true
            WHERE s.camera = ? AND s.sequence BETWEEN ? AND ? ORDER BY s.sequence""";

    private final Snapshot snapshot;
    private final Map<String, Standing> holds;
    private final Volumes volumes;
    private final Fault fault;
    private final Set<String> neverPlaced = new HashSet<>();

    /** What is told of a difference. */
    interface Fault {
        void found(String where, String expected, String actual);
    }

    /**
     * A run of segments that retention deleted, in the leaf counted so.
     *
     * @param kept those of which it was taken back later, since they were held in between
     */
    record Gone(String camera, long first, long last, Instant at, OptionalLong leastDays, long leaf, Set<Long> kept) {
        boolean names(String of, long sequence) {
            return camera.equals(of) && first <= sequence && sequence <= last;
        }
    }

    private record Row(boolean holds, String facility, Instant from, Instant to, Set<CameraId> cameras) {}

    HoldCheck(Snapshot snapshot, Map<String, Standing> holds, Volumes volumes, Fault fault) {
        this.snapshot = snapshot;
        this.holds = holds;
        this.volumes = volumes;
        this.fault = fault;
    }

    void rows() throws SQLException {
        Map<String, Row> stored = new HashMap<>();
        snapshot.each(
                ROWS,
                select -> {},
                row -> stored.put(
                        row.getString(1),
                        new Row(
                                row.getBoolean(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant(),
                                row.getTimestamp(5).toInstant(),
                                cameras(row.getArray(6)))));
        holds.forEach((id, standing) -> {
            Row row = stored.remove(id);
            if (row == null) {
                if (standing.needed()) {
                    fault.found("hold " + id, "a row", "none");
                } else {
                    neverPlaced.add(id);
                }
                return;
            }
            if (row.holds() != standing.holds()) {
                fault.found(
                        "hold " + id, standing.holds() ? "one that holds" : "one that was released", "the opposite");
            }
            boolean same = standing.what()
                    .map(what -> what.same(row.facility(), row.from(), row.to(), row.cameras()))
                    .orElse(true);
            if (!same) {
                fault.found("hold " + id, "the cameras and the time of its entry", "others");
            }
        });
        stored.keySet().forEach(id -> fault.found("hold " + id, "no row: no entry placed it", "a row"));
    }

    private static Set<CameraId> cameras(Array array) throws SQLException {
        Set<CameraId> cameras = new TreeSet<>();
        for (String camera : (String[]) array.getArray()) {
            cameras.add(new CameraId(camera));
        }
        return cameras;
    }

    /**
     * After {@link #rows}: what an earlier version never held kept nothing, so that its deletion was right. {@code still} says whether a segment is gone in the end: one that was held in between was kept, and another entry says so, or will as
     * soon as the node goes on; until then its file is there.
     */
    void gone(List<Gone> all, BiPredicate<String, Long> still) throws SQLException {
        for (Gone run : all) {
            List<Standing> stood = holds.entrySet().stream()
                    .filter(one -> !neverPlaced.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(one -> one.stood(run.leaf()))
                    .toList();
            List<String> wrong = new ArrayList<>();
            snapshot.each(
                    GONE,
                    select -> {
                        select.setObject(1, run.at().atOffset(ZoneOffset.UTC));
                        select.setObject(
                                2, run.leastDays().isPresent() ? run.leastDays().getAsLong() : null, Types.BIGINT);
                        select.setString(3, run.camera());
                        select.setLong(4, run.first());
                        select.setLong(5, run.last());
                    },
                    row -> {
                        long sequence = row.getLong(1);
                        Instant from = row.getTimestamp(2).toInstant();
                        Instant to = row.getTimestamp(3).toInstant();
                        String facility = row.getString(4);
                        boolean young = row.getBoolean(7);
                        boolean held = stood.stream()
                                .flatMap(one -> one.what().stream())
                                .anyMatch(what -> covers(what, facility, run.camera(), from, to));
                        boolean there = Files.exists(volumes.file(row.getInt(5), row.getString(6)));
                        boolean deleted = still.test(run.camera(), sequence)
                                && !run.kept().contains(sequence);
                        if (deleted && !there && (young || held)) {
                            wrong.add(CameraCheck.name(run.camera(), sequence) + (held ? " held" : " young"));
                        }
                    });
            for (String one : wrong) {
                boolean held = one.endsWith(" held");
                fault.found(
                        one.substring(0, one.lastIndexOf(' ')),
                        held ? "a segment that a hold kept" : "a segment that was kept for its least time",
                        "one that was deleted");
            }
        }
    }

    private static boolean covers(What what, String facility, String camera, Instant from, Instant to) {
        return what.facility().map(facility::equals).orElse(true)
                && what.from().isBefore(to)
                && what.to().isAfter(from)
                // An entry from before it named its cameras is taken for none of them unless it holds all.
                && what.cameras()
                        .map(cameras -> cameras.isEmpty() || cameras.contains(new CameraId(camera)))
                        .orElse(what.count() == 0);
    }
}
