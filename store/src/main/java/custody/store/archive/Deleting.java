package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.records.Beside;
import custody.video.archive.Retention;
import custody.video.archive.Retention.Footage;
import custody.video.archive.Retention.Term;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries out what {@link Retention} decides, in the only safe order: the ledger is told and the rows are marked in one
 * transaction; then, under the lock that holds take too, each row is looked at once more, the file is unlinked and the row says
 * <em>gone</em>. Whatever is interrupted is taken up by the next run; what was held meanwhile stays.
 */
public final class Deleting {
    private static final String HELD = """
            EXISTS (SELECT 1 FROM footage_hold h JOIN camera c ON c.id = s.camera
                WHERE h.holds AND h.facility = c.facility AND h.from_at < s.end_at AND h.to_at > s.start_at
                    AND (h.cameras = '{}' OR s.camera = ANY (h.cameras)))""";
    private static final String OLDEST =
            "SELECT s.camera, s.sequence, s.start_at, s.end_at, s.bytes," + " r.least_days, r.most_days, " + HELD + """
             FROM segment s JOIN camera k ON k.id = s.camera JOIN retention_class r ON r.name = k.retention
            WHERE s.state = 'sealed' AND s.volume = ? AND s.minute IS NOT NULL ORDER BY s.end_at LIMIT ?""";
    private static final String MARK = "UPDATE segment s SET state = 'expiring'"
            + " WHERE camera = ? AND sequence = ANY (?::bigint[]) AND state = 'sealed' AND NOT " + HELD;
    private static final String EXPIRING = "SELECT s.camera, s.sequence, s.path, s.volume, " + HELD
            + " FROM segment s WHERE s.state = 'expiring' LIMIT ?";
    private static final String STATE = "UPDATE segment SET state = ? WHERE camera = ? AND sequence = ?";
    private static final int AT_A_TIME = 200;

    /** Rows looked at in one run; the oldest decide. */
    private static final int LOOKED_AT = 20_000;

    private final Query query;
    private final Noting noting;
    private final Volumes volumes;

    Deleting(Query query, Noting noting, Volumes volumes) {
        this.query = query;
        this.noting = noting;
        this.volumes = volumes;
    }

    /** The oldest footage in the archive that the ledger already names, with what retention must know of it. */
    public List<Footage> oldest() {
        return query.list(OLDEST, Deleting::footage, Volumes.ARCHIVE, LOOKED_AT);
    }

    /** The same of the second volume. */
    public List<Footage> oldestSpilled() {
        return query.list(OLDEST, Deleting::footage, Volumes.SECOND, LOOKED_AT);
    }

    private static Footage footage(Query.Row row) throws SQLException {
        var columns = row.columns();
        return new Footage(
                new CameraId(row.text(1)),
                columns.getLong(2),
                row.time(3),
                row.time(4),
                columns.getLong(5),
                new Term(Duration.ofDays(columns.getInt(6)), Duration.ofDays(columns.getInt(7))),
                columns.getBoolean(8),
                false);
    }

    /** Deletes what was decided; answers how many files went. */
    public int carryOut(List<Retention.Deletion> deletions, Instant now) {
        Map<CameraId, List<Retention.Deletion>> byCamera = new TreeMap<>();
        deletions.forEach(one -> byCamera.computeIfAbsent(one.footage().camera(), _ -> new ArrayList<>())
                .add(one));
        byCamera.forEach((camera, all) -> {
            all.sort(java.util.Comparator.comparingLong(d -> d.footage().sequence()));
            for (int from = 0; from < all.size(); from += AT_A_TIME) {
                mark(camera, all.subList(from, Math.min(from + AT_A_TIME, all.size())));
            }
        });
        return unlinkExpiring();
    }

    private void mark(CameraId camera, List<Retention.Deletion> some) {
        Long[] sequences = some.stream().map(d -> d.footage().sequence()).toArray(Long[]::new);
        ClearFacts facts = ClearFacts.none()
                .with("format", "video-gone-1")
                .with("camera", camera.value())
                .with("first", sequences[0])
                .with("last", sequences[sequences.length - 1])
                .with("count", sequences.length)
                .with("why", some.getFirst().why().name());
        noting.note(EntryClass.VIDEO, facts, List.of(Beside.of(MARK, camera.value(), sequences)));
    }

    /** One file whose row says that it is about to go. */
    private record Expiring(String camera, long sequence, String path, int volume, boolean held) {}

    /** Finishes deletions that were begun; also what an earlier run left. */
    public int unlinkExpiring() {
        int gone = 0;
        for (int some = unlinkSome(); some > 0; some = unlinkSome()) {
            gone += some;
        }
        return gone;
    }

    private int unlinkSome() {
        return query.transaction(connection -> {
            lock(connection);
            List<Expiring> all = Query.list(
                    connection,
                    EXPIRING,
                    row -> new Expiring(
                            row.text(1),
                            row.columns().getLong(2),
                            row.text(3),
                            row.columns().getInt(4),
                            row.columns().getBoolean(5)),
                    AT_A_TIME);
            for (Expiring one : all) {
                if (!one.held()) {
                    unlink(volumes.folder(one.volume()).resolve(one.path()));
                }
                Query.change(connection, STATE, one.held() ? "sealed" : "gone", one.camera(), one.sequence());
            }
            return all.size();
        });
    }

    private static void lock(Connection connection) throws SQLException {
        var _ = Query.list(connection, "SELECT pg_advisory_xact_lock(" + HoldRows.LOCK + ")", row -> 1);
    }

    private static void unlink(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("footage could not be deleted", failed);
        }
    }
}
