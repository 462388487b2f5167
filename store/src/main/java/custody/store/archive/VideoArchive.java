package custody.store.archive;

import custody.record.desk.Reading;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.store.database.Queries;
import custody.store.records.Consequences;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** All of video that the database keeps, over one store. */
public final class VideoArchive {
    private final PostgresCameras cameras;
    private final FootageIndex index;
    private final PostgresSegments segments;
    private final PostgresGaps gaps;
    private final PostgresHolds holds;
    private final EarlierHolds earlierHolds;
    private final PostgresMasks masks;
    private final LedgerViewings viewings;
    private final VideoMinutes minutes;
    private final Deleting deleting;
    private final Spilling spilling;
    private final CameraTroubles troubles;
    private final ExportRows exports;
    private final PostgresUploads uploads;
    private final Auditing auditing;
    private final LettingGo lettingGo;
    private final Reconciling reconciling;
    private final Queries queries;

    /**
     * What it works with.
     *
     * @param pool connections of the application role
     * @param keys of video
     * @param noting writes entries
     * @param looked writes looks down
     * @param random for nonces
     */
    public record Parts(
            DataSource pool,
            VideoKeys keys,
            Noting noting,
            BiConsumer<Reading, FacilityCode> looked,
            SecureRandom random) {}

    /** Over these parts; {@code time} says when cameras were set up. */
    public VideoArchive(Parts parts, Volumes volumes, InstantSource time) {
        this.queries = new Queries(parts.pool());
        Doings doings = new Doings(parts.looked());
        this.cameras = new PostgresCameras(queries, parts.keys(), parts.noting(), doings, time, parts.random());
        this.index = new FootageIndex(queries);
        this.reconciling = new Reconciling(volumes, index);
        this.segments = new PostgresSegments(queries, volumes);
        this.gaps = new PostgresGaps(queries);
        this.holds = new PostgresHolds(queries, new HoldRows(parts.keys(), parts.random()), parts.noting());
        this.earlierHolds = new EarlierHolds(queries, cameras, holds);
        this.masks = new PostgresMasks(queries, cameras, parts.keys(), parts.noting(), doings, parts.random());
        this.viewings = new LedgerViewings(parts.looked());
        this.minutes = new VideoMinutes(queries, parts.noting());
        this.deleting = new Deleting(queries, parts.noting(), volumes);
        this.spilling = new Spilling(queries, volumes);
        this.troubles = new CameraTroubles(queries);
        this.auditing = new Auditing(queries, volumes);
        this.uploads = new PostgresUploads(
                queries,
                parts.keys(),
                parts.noting(),
                parts.random(),
                volumes.archive().resolve("uploads"));
        this.exports = new ExportRows(queries, parts.keys(), parts.noting(), parts.random());
        this.lettingGo = new LettingGo(
                queries,
                parts.noting(),
                new HoldRows(parts.keys(), parts.random()),
                uploads,
                exports,
                volumes.archive());
    }

    /** What follows from events for footage. */
    public static Consequences consequences(VideoKeys keys, SecureRandom random) {
        return new AutomaticHolds(new HoldRows(keys, random));
    }

    /** Records of people who are in custody at a facility now: whom cameras ought to see. */
    public List<RecordId> present(String facility) {
        return queries.list(
                "SELECT record_id FROM custody_record WHERE facility = ? AND NOT ended",
                row -> new RecordId(row.id(1)),
                facility);
    }

    /** Cameras, and their accounts for the recorder. */
    public PostgresCameras cameras() {
        return cameras;
    }

    /** The writing side of the index. */
    public FootageIndex index() {
        return index;
    }

    /** Bringing the index and the files together. */
    public Reconciling reconciling() {
        return reconciling;
    }

    /** Segments as pages read them. */
    public PostgresSegments segments() {
        return segments;
    }

    /** Gaps as pages read them. */
    public PostgresGaps gaps() {
        return gaps;
    }

    /** Holds. */
    public PostgresHolds holds() {
        return holds;
    }

    /** Holds that entries of earlier versions were meant to be. */
    public EarlierHolds earlierHolds() {
        return earlierHolds;
    }

    /** Masks and lifts. */
    public PostgresMasks masks() {
        return masks;
    }

    /** Looks at footage. */
    public LedgerViewings viewings() {
        return viewings;
    }

    /** The ledger's entries of each minute. */
    public VideoMinutes minutes() {
        return minutes;
    }

    /** Deletion. */
    public Deleting deleting() {
        return deleting;
    }

    /** The second volume. */
    public Spilling spilling() {
        return spilling;
    }

    /** Reading some of it again. */
    public Auditing auditing() {
        return auditing;
    }

    /** Films of body and vehicle cameras. */
    public PostgresUploads uploads() {
        return uploads;
    }

    /** What is known of exports. */
    public ExportRows exports() {
        return exports;
    }

    /** The terms of uploaded films and of files of exports. */
    public LettingGo lettingGo() {
        return lettingGo;
    }

    /** Stretches without motion. */
    public StillStretches stillness() {
        return new StillStretches(queries);
    }

    /** What finished segments say of the cameras' streams. */
    public RecentStreams streams() {
        return new RecentStreams(queries);
    }

    /** History of troubles. */
    public CameraTroubles troubles() {
        return troubles;
    }
}
