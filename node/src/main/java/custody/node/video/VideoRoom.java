package custody.node.video;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.node.configuration.Settings;
import custody.store.Store;
import custody.store.archive.VideoArchive;
import custody.store.archive.Volumes;
import custody.store.ledger.EntryProofs;
import custody.store.records.OwnReading;
import custody.video.archive.Retention;
import custody.video.camera.Camera;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.StreamKind;
import custody.video.export.Exports;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.live.FilmPainter;
import custody.video.live.LiveHub;
import custody.video.live.PaintedFilm;
import custody.video.live.SmallerStreams;
import custody.video.recorder.CameraTrials;
import custody.video.recorder.Recorder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about video in a node: its ports for the pages, and the work behind them. Made before the pages, started after they
 * are open, so that it costs the start nothing; closed before the store.
 */
public final class VideoRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoRoom.class);
    private static final long HEALTH_SECONDS = 4;

    /** Judging pictures takes seconds; alarms, minutes and the recorder must not wait for it. */
    private static final int WORKERS = 3;

    /** What reads, copies and deletes many files has threads of its own: a volume that hangs keeps those and nothing else. */
    private static final int FILE_WORKERS = 3;

    private static final long CLOSING_SECONDS = 5;

    private final Settings settings;
    private final Store store;
    private final VideoArchive archive;
    private final InstantSource time;
    private final BelievedTime believed;
    private final Conditions conditions;
    private final OpenStates open = new OpenStates();
    private final ArchiveTroubles troubles = new ArchiveTroubles();
    private final JournalTaking journal;
    private final WantedCameras wanted;
    private final RecorderLink link;
    private final UntoldFootage untold;
    private final MinuteClerk minutes;
    private final LiveHub live;
    private final Housekeeping housekeeping;
    private final ExportDesk exports;
    private final Coverage coverage;
    private final AlarmingCameras alarming;
    private final Judging judging;
    private final CameraAddresses allowed;
    private final UnpackedPrograms programs;
    private final DailyAudit audit;
    private final ScheduledExecutorService work = workers(WORKERS, "video-");
    private final ScheduledExecutorService files = workers(FILE_WORKERS, "video-files-");
    private @Nullable DemoCameras demo;
    private @Nullable HealthWatch health;

    /** Over an open store; {@code alarmed} is told that an alarm about a camera was raised, and must not block. */
    public VideoRoom(Settings settings, Store store, InstantSource time, Runnable alarmed) {
        this.settings = settings;
        this.store = store;
        this.time = time;
        Settings.Video video = settings.video();
        this.archive = store.video(new Volumes(video.folder(), video.second()), time);
        this.conditions = new Conditions(archive.cameras(), archive.gaps(), time);
        this.journal = new JournalTaking(video.folder(), archive.index(), open, conditions, time);
        this.wanted = new WantedCameras(archive.cameras()::all, archive.cameras()::account, archive.index()::last);
        this.link = new RecorderLink(video, settings.demo(), wanted, archive.gaps(), journal, conditions);
        this.untold = new UntoldFootage(
                () -> link.told() == RecorderLink.Told.MORE,
                journal::mustReconcile,
                journal::mustReconcileAgain,
                archive.reconciling()::run,
                time);
        this.believed = new BelievedTime(
                time,
                System::nanoTime,
                // The demonstration begins anew whenever it is started. Elsewhere minutes are written by this time
                // only: that of the last is what was believed last, whatever the recorder's files and other entries
                // say.
                () -> settings.demo()
                        ? Optional.empty()
                        : archive.minutes().writtenLast(settings.facility().code()));
        this.minutes = new MinuteClerk(
                settings.facility().code(),
                archive.minutes(),
                wanted::all,
                archive.cameras()::added,
                archive.gaps(),
                open,
                believed);
        this.programs = new UnpackedPrograms(video.folder().resolve("programs"));
        this.audit = new DailyAudit(store, archive.auditing(), troubles, time);
        this.allowed = new CameraAddresses(video.networks(), video.ports());
        this.live = new LiveHub(Recorder.liveSocket(link.socket()), this::smaller, allowed);
        this.housekeeping = new Housekeeping(
                video.folder(), archive.deleting(), archive.spilling(), believed, this::disk, this::pressed, troubles);
        this.exports = new ExportDesk(
                video.folder().resolve("exports"),
                archive.exports(),
                archive.segments(),
                archive.gaps(),
                new EntryProofs(store.ledger()),
                archive.masks(),
                () -> new FilmPainter(ffmpeg())::paint,
                housekeeping::exportsStopped,
                link::cut,
                new ToldRecords(store.records(), store.own()::of, time));
        this.coverage = new Coverage(
                new RoomsToFilm(settings.facility(), settings.demo(), store.facilities(), archive.cameras()),
                wanted::all,
                conditions,
                archive.gaps(),
                () -> archive.present(settings.facility().code()),
                store.own()::of,
                store.records(),
                time);
        this.alarming = new AlarmingCameras(
                settings.facility(), wanted::all, conditions, troubles, store.cameraAlarms(), time, alarmed);
        this.judging = new Judging(this::judge, troubles, time);
        archive.cameras().baseRetention(video.leastDays(), video.mostDays());
        archive.uploads().stopped(housekeeping::uploadsStopped);
        archive.lettingGo().terms(video.filmDays(), video.exportDays());
        guarded("left-over films", archive.uploads()::sweep);
    }

    private static ScheduledExecutorService workers(int many, String name) {
        return Executors.newScheduledThreadPool(
                many, Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    /** What the database keeps of video. */
    public VideoArchive archive() {
        return archive;
    }

    /** How the cameras are. */
    public CameraConditions conditions() {
        return conditions;
    }

    /** Pictures of now. */
    public LiveHub live() {
        return live;
    }

    /** Records as the node itself reads them, for what they say of who is named. */
    public OwnReading own() {
        return store.own();
    }

    /** How long footage is kept at least. */
    public int leastDays() {
        return settings.video().leastDays();
    }

    /** Exports. */
    public Exports exports() {
        return exports;
    }

    private Optional<SmallerStreams.Source> smaller(CameraId id) {
        return archive.cameras()
                .find(id)
                .filter(camera -> camera.mode() == Camera.Mode.RECORDED)
                .map(camera -> camera.streams().get(StreamKind.SUB))
                .map(address ->
                        new SmallerStreams.Source(address, archive.cameras().account(id)));
    }

    /** Where cameras may be. */
    public CameraAddresses allowed() {
        return allowed;
    }

    /** Tries cameras. */
    public CameraTrials trials() {
        return new TrialDesk(allowed, archive.cameras());
    }

    /** The programs that decode and encode, unpacked when they are first needed; throws where there are none for this machine. */
    public BundledFfmpeg ffmpeg() {
        return programs.ffmpeg();
    }

    /** Paints over parts of recorded pictures. */
    public PaintedFilm painted() {
        return programs.painted();
    }

    /** Begins to work, in the background. */
    public void start() {
        // The handle is let go: the watcher lives as long as the room.
        var _ = archive.cameras().watch(link::camerasChanged);
        if (settings.demo()) {
            work.execute(() -> guarded("demo cameras", this::startDemo));
        }
        every(work, 1, 1, "recorder", link::turn);
        every(work, 3, 2, "minutes", () -> minutes.turn(link.told() == RecorderLink.Told.ALL));
        every(work, 4, 2, "silence", () -> conditions.unheard(wanted.all()));
        every(work, 10, HEALTH_SECONDS, "health", judging::turn);
        every(work, 20, 5, "live", live::dropUnwatched);
        every(work, 15, 10, "coverage", () -> coverage.turn());
        every(work, 5, 2, "camera alarms", alarming::turn);
        every(files, 2, 5, "journal", untold::turn);
        every(files, 600, 86_400, "audit", audit::turn);
        every(
                files,
                900,
                86_400,
                "stillness",
                () -> archive.stillness()
                        .forget(believed.instant()
                                .minus(Duration.ofDays(settings.video().mostDays()))));
        every(files, 40, 60, "retention", this::retain);
        every(files, 60, 3_600, "films and exports", this::letGo);
    }

    private static void every(ScheduledExecutorService by, long first, long seconds, String what, Work work) {
        var _ = by.scheduleWithFixedDelay(() -> guarded(what, work), first, seconds, TimeUnit.SECONDS);
    }

    /** Something done again and again. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Whatever happens costs this turn only: an executor never runs again what has thrown. */
    private static void guarded(String what, Work work) {
        try {
            work.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failed) {
            LOG.atWarn()
                    .addKeyValue("what", what)
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .addKeyValue("detail", failed.getMessage())
                    .log("video stumbled");
        }
    }

    private void startDemo() throws IOException {
        DemoCameras starting = new DemoCameras(settings, archive.cameras(), archive.masks(), time, ffmpeg());
        starting.start();
        demo = starting;
        link.camerasChanged();
    }

    private void retain() throws IOException {
        holdEarlier();
        housekeeping.turn(link.written());
    }

    /** Nothing is deleted before what earlier entries were meant to hold is held. */
    private void holdEarlier() {
        archive.earlierHolds().turn(store.own()::of, time.instant());
    }

    private void letGo() {
        holdEarlier();
        int gone = archive.lettingGo().turn(believed.instant());
        if (gone > 0) {
            LOG.atInfo().addKeyValue("files", gone).log("films and exports went by retention");
        }
    }

    /** The disk fills: degraded recording is coming, and the ledger says since when it was known. */
    private void disk(Retention.Measure measure) {
        var _ = store.note(
                EntryClass.GAP, ClearFacts.none().with("what", "disk").with("measure", measure.name()));
    }

    /** Whether the recorder writes less than the cameras send. */
    private boolean pressed() {
        return journal.keyFramesOnly()
                || wanted.all().stream()
                        .anyMatch(camera -> conditions.of(camera.id()).state() == Condition.State.NOT_WRITTEN);
    }

    private boolean judge() throws IOException, InterruptedException {
        if (wanted.all().isEmpty()) {
            // Nothing is owed, so nothing is left undone.
            return true;
        }
        HealthWatch watch = health;
        if (watch == null) {
            watch = new HealthWatch(
                    settings.video().folder(),
                    archive.segments(),
                    wanted::all,
                    conditions,
                    archive.troubles(),
                    new StreamTroubles(archive.streams()::newest, archive.streams()::largest, time),
                    new StillWatch(archive.stillness()::lasts),
                    // The demonstration's clips are loops.
                    settings.demo() ? Optional.empty() : Optional.of(new RepeatWatch()),
                    time,
                    ffmpeg());
            health = watch;
        }
        return watch.turn();
    }

    /** The recorder's process, for tests that kill it. */
    Optional<ProcessHandle> recorder() {
        return link.recorder();
    }

    @Override
    public void close() {
        work.shutdownNow();
        files.shutdownNow();
        live.close();
        exports.close();
        link.close(settings.video().goesOn());
        DemoCameras started = demo;
        if (started != null) {
            started.close();
        }
        awaitWork();
    }

    /** What is under way ends before its database goes; what hangs is left. */
    private void awaitWork() {
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
            var _ = work.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            var _ = files.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
