package custody.node.video;

import custody.node.configuration.Settings;
import custody.store.archive.FootageIndex;
import custody.store.archive.PostgresCameras;
import custody.store.faults.StoreFault;
import custody.store.files.Folders;
import custody.video.archive.FootageGaps;
import custody.video.archive.LastRecorded;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.Network;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.health.Condition;
import custody.video.recorder.Briefing;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import custody.video.recorder.RecorderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorder as a child and as a partner: starts it once there are cameras, joins one that an earlier node left, tells it which
 * cameras to record, and takes its journal over. {@link #turn} is called every second by one thread, which owns all that is here
 * and not final.
 */
final class RecorderLink {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderLink.class);
    private static final int ALONE_SECONDS = 90;
    private static final Duration LAST_SEGMENTS = Duration.ofSeconds(15);

    /** A camera that the recorder refused, as one whose folder it could not read, is told again after this time. */
    private static final Duration REFUSED_AGAIN = Duration.ofSeconds(15);

    private final Settings.Video settings;
    private final boolean demo;
    private final PostgresCameras cameras;
    private final FootageGaps gaps;
    private final FootageIndex index;
    private final JournalTaking journal;
    private final Conditions conditions;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private @Nullable RecorderProcess process;
    private @Nullable RecorderClient client;
    private boolean wasConnected;
    private @Nullable Map<CameraId, String> written;
    private @Nullable Map<CameraId, String> told;
    private boolean refused;
    private long toldAt;
    private int ended;
    private int failedStarts;
    private long acknowledged;

    RecorderLink(
            Settings.Video settings,
            boolean demo,
            PostgresCameras cameras,
            FootageGaps gaps,
            FootageIndex index,
            JournalTaking journal,
            Conditions conditions) {
        this.gaps = gaps;
        this.index = index;
        this.settings = settings;
        this.demo = demo;
        this.cameras = cameras;
        this.journal = journal;
        this.conditions = conditions;
    }

    /** The cameras were set up otherwise: the recorder is told at the next turn. */
    void camerasChanged() {
        changed.set(true);
    }

    Path socket() {
        return settings.folder().resolve("recorder.sock");
    }

    /** Cameras that ought to be recorded now. */
    List<Camera> wanted() {
        return cameras.all().stream()
                .filter(camera -> camera.mode() == Camera.Mode.RECORDED)
                .toList();
    }

    /** Does what is due; a fault costs this turn only. */
    synchronized void turn() {
        try {
            if (process == null) {
                if (!wanted().isEmpty() || Files.exists(socket())) {
                    begin();
                }
                return;
            }
            notice(process);
            List<Camera> wanted = wanted();
            try {
                talk(wanted);
            } finally {
                keep(wanted);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.atWarn().addKeyValue("why", failed.getClass().getSimpleName()).log("the recorder could not be reached");
        }
    }

    private void notice(RecorderProcess supervised) {
        if (supervised.ended() > ended) {
            ended = supervised.ended();
            LOG.atError().addKeyValue("times", ended).log("the recorder did not answer and was ended");
        }
        if (supervised.failedStarts() > failedStarts) {
            failedStarts = supervised.failedStarts();
            LOG.atError().addKeyValue("times", failedStarts).log("something hindered the recorder's start");
        }
    }

    private void begin() throws IOException {
        Files.createDirectories(settings.folder());
        List<Camera> wanted = wanted();
        // One that cannot be written now hinders the start only where there is none of an earlier time.
        keep(wanted);
        RecorderProcess starting = new RecorderProcess(
                command(wanted.size()),
                configuration(),
                socket(),
                settings.folder().resolve("recorder.log"),
                this::briefing);
        process = starting;
        starting.start();
        connect(journal.taken());
    }

    /** The demonstration's cameras are in the node itself: without it there is nothing to record. */
    private List<String> command(int size) {
        var command = new ArrayList<>(RecorderProcess.commandOfThisJvm(size));
        if (demo) {
            command.add(1, "-Dcustody.recorder.alone-seconds=" + ALONE_SECONDS);
        }
        return command;
    }

    private void connect(long seen) {
        RecorderClient connecting = new RecorderClient(socket(), seen, journal);
        client = connecting;
        connecting.start();
    }

    private void talk(List<Camera> wanted) throws IOException {
        RecorderClient to = client;
        boolean connected = to != null && to.connected();
        if (to == null || !connected) {
            if (wasConnected) {
                conditions.recorderAway();
            }
            wasConnected = false;
            return;
        }
        if (!wasConnected) {
            if (journalWasLost(to)) {
                return;
            }
            changed.set(true);
            wasConnected = true;
            gaps.open().forEach(gap -> conditions.shown(gap.camera(), Condition.State.OFFLINE, gap.detail()));
        }
        boolean again = refused && System.nanoTime() - toldAt > REFUSED_AGAIN.toNanos();
        if (changed.getAndSet(false) || !streams(wanted).equals(told) || again) {
            // What fails on the way is told again at the next turn, what was refused a while later.
            told = null;
            refused = !tellCameras(to, wanted);
            toldAt = System.nanoTime();
            told = streams(wanted);
        }
        if (journal.taken() > acknowledged + 100) {
            acknowledged = journal.taken();
            to.ask(Line.of("ack").with("number", acknowledged));
        }
    }

    /** The next number of a journal that was lost is smaller than what we have seen: everything begins again. */
    private boolean journalWasLost(RecorderClient to) throws IOException {
        long next = status(to).getLast().number("next");
        if (next > journal.taken()) {
            return false;
        }
        LOG.atWarn().addKeyValue("next", next).log("the recorder's journal was lost; the archive is read instead");
        to.close();
        journal.begin(0);
        connect(0);
        return true;
    }

    /** Ends the segment that a camera is writing, at its next key frame; a recorder that is away has none. */
    synchronized void cut(CameraId camera) {
        RecorderClient to = client;
        if (to == null || !to.connected()) {
            return;
        }
        try {
            to.ask(Line.of("cut").with("camera", camera));
        } catch (IOException away) {
            LOG.atDebug().addKeyValue("camera", camera).log("the recorder was gone");
        }
    }

    /** Bytes that the recorder has written since its start; 0 when there is none to ask. */
    synchronized long written() {
        RecorderClient to = client;
        if (to == null || !to.connected()) {
            return 0;
        }
        try {
            return status(to).stream()
                    .filter(line -> line.verb().equals("camera-status"))
                    .mapToLong(line -> line.number("bytes"))
                    .sum();
        } catch (IOException away) {
            return 0;
        }
    }

    /** The recorder's process, when it was started here and runs. */
    synchronized Optional<ProcessHandle> recorder() {
        return Optional.ofNullable(process)
                .flatMap(started -> Optional.ofNullable(started.process()))
                .map(Process::toHandle);
    }

    /** How much of what the recorder has told is in the index. */
    enum Told {
        /** All of it; also where there is no recorder because there is nothing to record. */
        ALL,
        /** It has told more. */
        MORE,
        /** Nobody knows: it is away, or does not answer. */
        UNKNOWN
    }

    synchronized Told told() {
        if (process == null) {
            return wanted().isEmpty() ? Told.ALL : Told.UNKNOWN;
        }
        RecorderClient to = client;
        if (to == null || !to.connected()) {
            return Told.UNKNOWN;
        }
        try {
            boolean all = status(to).getLast().number("next") <= journal.taken() + 1;
            return all ? Told.ALL : Told.MORE;
        } catch (IOException away) {
            return Told.UNKNOWN;
        }
    }

    /** What is recorded follows not only from the cameras but also from their rooms, of which nobody here is told. */
    private static Map<CameraId, String> streams(List<Camera> cameras) {
        return cameras.stream()
                .collect(Collectors.toMap(Camera::id, camera -> main(camera).url()));
    }

    /** The recorder's answer to the question how it is, of which some is for the journal's taker too. */
    private List<Line> status(RecorderClient to) throws IOException {
        List<Line> answer = to.ask(Line.of("status"));
        journal.recorderIs(answer.getLast());
        return answer;
    }

    /**
     * Whether the recorder took all cameras. Everything is made before the first is told: then only the connection can break off, and
     * the recorder forgets what it was told of a list that never ended.
     */
    private boolean tellCameras(RecorderClient to, List<Camera> wanted) throws IOException {
        Briefing briefing = briefing();
        Map<CameraId, Line.Builder> lines = new LinkedHashMap<>();
        for (Camera camera : wanted) {
            Line.Builder line = Line.of("camera")
                    .with("id", camera.id())
                    .with("url", main(camera).url());
            lines.put(camera.id(), briefing.told(line, camera.id()));
        }
        boolean all = true;
        for (Map.Entry<CameraId, Line.Builder> line : lines.entrySet()) {
            all &= taken(to.ask(line.getValue()), line.getKey().value());
        }
        boolean applied = taken(to.ask(Line.of("apply")), "all");
        return all && applied;
    }

    private static boolean taken(List<Line> answer, String camera) {
        boolean ok = answer.getLast().verb().equals("ok");
        if (!ok) {
            LOG.atWarn()
                    .addKeyValue("camera", camera)
                    .addKeyValue("detail", answer.getLast().field("detail"))
                    .log("the recorder refused a camera");
        }
        return ok;
    }

    private static StreamAddress main(Camera camera) {
        StreamAddress main = camera.streams().get(StreamKind.MAIN);
        if (main == null) {
            throw new IllegalStateException("a camera has a main stream");
        }
        return main;
    }

    private Briefing briefing() {
        var accounts = new HashMap<CameraId, Credentials>();
        var last = new HashMap<CameraId, LastRecorded>();
        for (Camera camera : wanted()) {
            cameras.account(camera.id()).ifPresent(account -> accounts.put(camera.id(), account));
            index.last(camera.id()).ifPresent(newest -> last.put(camera.id(), newest));
        }
        return new Briefing(accounts, last);
    }

    /** The file that the recorder reads at its start, also when it starts again without us. No account is in it. */
    private Path configuration() {
        return settings.folder().resolve("recorder.properties");
    }

    /**
     * Writes that file where it is not so any more. A disk that takes nothing must not keep the recorder from being told which cameras
     * to record, so a failure is no more than noted: the next turn tries again, and the file of before stays whole.
     */
    private void keep(List<Camera> wanted) {
        if (streams(wanted).equals(written)) {
            return;
        }
        try {
            Folders.write(configuration(), String.join("\n", lines(wanted)) + "\n");
            written = streams(wanted);
        } catch (StoreFault takesNothing) {
            LOG.atWarn()
                    .addKeyValue("detail", takesNothing.getMessage())
                    .log("the list of cameras for the recorder's next start could not be written");
        }
    }

    private List<String> lines(List<Camera> wanted) {
        var lines = new ArrayList<String>();
        lines.add("archive=" + escaped(settings.folder().toString()));
        lines.add("networks="
                + settings.networks().stream().map(Network::toString).collect(Collectors.joining(",")));
        lines.add("ports=" + ports().stream().map(String::valueOf).collect(Collectors.joining(",")));
        lines.add("reserve-megabytes=" + settings.reserveMegabytes());
        for (Camera camera : wanted) {
            lines.add("camera." + camera.id() + "=" + escaped(main(camera).url()));
        }
        return lines;
    }

    private Set<Integer> ports() {
        return settings.ports();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    /** Lets go of the recorder, or ends it in order and waits for its last segments. */
    synchronized void close(boolean goesOn) {
        RecorderProcess supervised = process;
        RecorderClient to = client;
        if (supervised != null && !goesOn) {
            stop(supervised, to);
        } else if (supervised != null) {
            supervised.close();
        }
        journal.close();
        if (to != null) {
            try {
                to.close();
            } catch (IOException alreadyGone) {
                LOG.atDebug().log("the recorder was gone");
            }
        }
    }

    /** One that an earlier node started is no child of ours: it is asked. */
    private void stop(RecorderProcess supervised, @Nullable RecorderClient to) {
        try {
            boolean own = supervised.process() != null;
            if (own) {
                supervised.stopRecorder(LAST_SEGMENTS);
            } else {
                supervised.close();
                if (to != null && to.connected()) {
                    to.ask(Line.of("stop"));
                    awaitGone();
                }
            }
        } catch (IOException gone) {
            LOG.atDebug().log("the recorder was gone");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitGone() throws InterruptedException {
        long end = System.nanoTime() + LAST_SEGMENTS.toNanos();
        while (Files.exists(socket()) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }
}
