package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.records.Beside;
import custody.video.archive.Fragment;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.VideoMinute;
import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ledger's entry of each facility-minute. Every finished segment is named by exactly one entry as sealed: the first that is
 * written after it is in the index, also where it ends in the future by a clock that was put back or is not believed. Segments that are open are named with what they hold so far, minute by minute.
 */
public final class VideoMinutes {
    /** How the entry names its form. */
    public static final String FORMAT = "video-minute-1";

    private static final int MOST_LINES = 20_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration BETWEEN_SEGMENTS = Duration.ofSeconds(2);
    private static final String UNSAID = """
            SELECT s.camera, s.sequence, s.root, s.fragments FROM segment s JOIN camera c ON c.id = s.camera
            WHERE s.minute IS NULL AND c.facility = ? AND (s.end_at < ? OR s.end_at > ?) ORDER BY s.camera, s.sequence LIMIT ?""";
    private static final String GAPS = """
            SELECT g.camera, g.from_at, coalesce(g.to_at, ?), g.cause, g.detail
            FROM footage_gap g JOIN camera c ON c.id = g.camera
            WHERE c.facility = ? AND g.from_at < ? AND (g.to_at IS NULL OR g.to_at > ?)""";
    /**
     * A segment that begins a moment after the minute follows one that ended a moment before, and a gap begins where footage ended. No
     * segment is longer than an hour.
     */
    private static final String REACHING = """
            SELECT c.id FROM camera c WHERE c.facility = ? AND (
                EXISTS (SELECT 1 FROM segment s
                    WHERE s.camera = c.id AND s.end_at >= ? AND s.end_at < ? AND s.start_at < ?)
                OR EXISTS (SELECT 1 FROM footage_gap g
                    WHERE g.camera = c.id AND g.from_at >= ? AND g.from_at < ?))""";

    private static final String INSERT = """
            INSERT INTO video_minute (facility, minute, epoch, index, root, expected, present, causes, lines, written_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String WRITTEN_LAST =
            "SELECT minute FROM video_minute WHERE facility = ? ORDER BY epoch DESC, index DESC LIMIT 1";
    private static final String NEWEST =
            "SELECT minute FROM video_minute WHERE facility = ? AND minute < ? ORDER BY minute DESC LIMIT 1";

    /** A clock that is corrected by less than this writes no minute twice. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    /** What is finished and ends further ahead than this was recorded by another clock: its time is not waited for. */
    private static final Duration BY_ANOTHER_CLOCK = Duration.ofHours(1);

    /** A clock that was put back for longer than this and is right again writes nothing twice of what it goes over. */
    private static final Duration GONE_OVER = Duration.ofHours(1);

    private static final String SAID =
            "UPDATE segment SET minute = ? WHERE camera = ? AND sequence = ANY (?::bigint[]) AND minute IS NULL";

    private final Queries queries;
    private final Noting noting;

    /** Whether a minute was given up of which nobody knows that it does not stand. */
    private volatile boolean doubtful;

    VideoMinutes(Queries queries, Noting noting) {
        this.queries = queries;
        this.noting = noting;
    }

    /** The minute of a facility that was written last; empty when there is none yet. */
    public Optional<Instant> writtenLast(String facility) {
        return queries.first(WRITTEN_LAST, row -> row.time(1), facility);
    }

    /**
     * The minute of a facility behind which it goes on; empty when there is none yet. That is the one that was written last. Where the
     * clock was put back since, it goes on with the minute just over, also where a clock that ran ahead has written that one; and where
     * it is right again, behind what was written before it was put back.
     *
     * <p>A minute that was given up may be committed later. Once another entry stands it is there or never will be, so the first look
     * after it writes one.
     */
    public Optional<Instant> last(String facility, Instant now) {
        if (doubtful) {
            noting.note(EntryClass.HEARTBEAT, ClearFacts.none(), List.of());
            doubtful = false;
        }
        return writtenLast(facility).map(last -> {
            if (last.isAfter(now.plus(SET_BACK))) {
                return now.truncatedTo(ChronoUnit.MINUTES).minus(2, ChronoUnit.MINUTES);
            }
            return last.isBefore(now.minus(GONE_OVER))
                    ? queries.first(NEWEST, row -> row.time(1), facility, now).orElse(last)
                    : last;
        });
    }

    /** The first moment of which a facility has footage that no entry names; empty when there is none. */
    public Optional<Instant> unsaid(String facility) {
        return queries.first(
                        "SELECT min(s.start_at) FROM segment s JOIN camera c ON c.id = s.camera"
                                + " WHERE s.minute IS NULL AND c.facility = ?",
                        row -> row.timeIfAny(1),
                        facility)
                .flatMap(found -> found);
    }

    /**
     * Writes the entry of one minute.
     *
     * @param expected cameras that ought to have recorded then
     * @param open what is known to be durable of segments that are open
     * @param synced cameras that were heard to record behind the minute's end; finished segments say it by themselves
     * @param now when it is written
     */
    public VideoMinute write(
            String facility,
            Instant minute,
            Set<CameraId> expected,
            List<CameraAt> open,
            Set<CameraId> synced,
            Instant now) {
        Instant end = minute.plus(1, ChronoUnit.MINUTES);
        List<CameraAt> sealed =
                queries.list(UNSAID, VideoMinutes::sealed, facility, end, now.plus(BY_ANOTHER_CLOCK), MOST_LINES);
        List<Gap> gaps = queries.list(GAPS, VideoMinutes::gap, end, facility, end, minute);
        var states = new ArrayList<>(sealed);
        for (CameraAt one : open) {
            boolean finished =
                    sealed.stream().anyMatch(s -> s.camera().equals(one.camera()) && s.sequence() == one.sequence());
            if (!finished) {
                states.add(one);
            }
        }
        var reaching = new HashSet<>(synced);
        reaching.addAll(queries.list(
                REACHING,
                row -> new CameraId(row.text(1)),
                facility,
                end,
                end.plus(LONGEST),
                end.plus(BETWEEN_SEGMENTS),
                end,
                end.plus(BETWEEN_SEGMENTS)));
        VideoMinute content = VideoMinute.of(minute, states, expected, reaching, gaps);
        doubtful = true;
        noting.note(EntryClass.VIDEO, facts(facility, content), rows(facility, content, sealed, now));
        doubtful = false;
        return content;
    }

    private static ClearFacts facts(String facility, VideoMinute minute) {
        return ClearFacts.none()
                .with("format", FORMAT)
                .with("facility", facility)
                .with("minute", minute.minute().toString())
                .with("root", minute.root().hex())
                .with("expected", minute.expected())
                .with("present", minute.present())
                .with("causes", causes(minute));
    }

    private static String causes(VideoMinute minute) {
        return minute.causes().stream().sorted().map(GapCause::word).collect(Collectors.joining(","));
    }

    private static List<Beside> rows(String facility, VideoMinute minute, List<CameraAt> sealed, Instant now) {
        var rows = new ArrayList<Beside>();
        rows.add(Beside.of(
                INSERT,
                facility,
                minute.minute(),
                Beside.Place.EPOCH,
                Beside.Place.INDEX,
                minute.root().toArray(),
                minute.expected(),
                minute.present(),
                causes(minute),
                String.join("\n", minute.lines()),
                now));
        sealed.stream().collect(Collectors.groupingBy(CameraAt::camera)).forEach((camera, all) -> {
            Long[] sequences = all.stream().map(CameraAt::sequence).toArray(Long[]::new);
            rows.add(Beside.of(SAID, minute.minute(), camera.value(), sequences));
        });
        return rows;
    }

    private static CameraAt sealed(Queries.Row row) throws SQLException {
        int fragments = Fragment.unpack(Octets.of(row.columns().getBytes(4))).size();
        return new CameraAt(
                new CameraId(row.text(1)),
                row.columns().getLong(2),
                fragments,
                Octets.of(row.columns().getBytes(3)),
                true);
    }

    private static Gap gap(Queries.Row row) throws SQLException {
        Instant from = row.time(2);
        Instant to = row.time(3);
        return new Gap(
                new CameraId(row.text(1)),
                from,
                to.isBefore(from) ? from : to,
                GapCause.ofWord(row.text(4)),
                row.text(5));
    }
}
