package custody.node.video;

import custody.node.configuration.Settings;
import custody.video.archive.FootageGaps;
import custody.video.camera.CameraId;
import custody.video.camera.StreamAddress;
import custody.video.health.Condition;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import custody.video.recorder.RecorderProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorder as a child and as a partner: starts it once there are cameras, joins one that an earlier node left, has it told which
 * cameras to record ({@link CameraTelling}) and its journal taken over ({@link JournalTaking}). {@link #turn} is called every second by
 * one thread; what is here and not final is guarded by this.
 */
final class RecorderLink {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderLink.class);
    private static final int ALONE_SECONDS = 90;
    private static final int LINES_BETWEEN_ACKNOWLEDGEMENTS = 100;
    private static final Duration LAST_SEGMENTS = Duration.ofSeconds(15);

    private final Settings.Video settings;
    private final boolean demo;
    private final WantedCameras wanted;
    private final CameraTelling telling;
    private final RecorderFile file;
    private final FootageGaps gaps;
    private final JournalTaking journal;
    private final Conditions conditions;
    private @Nullable RecorderProcess process;
    private @Nullable RecorderClient client;
    private boolean wasConnected;
    private int ended;
    private int failedStarts;
    private long acknowledged;

    RecorderLink(
            Settings.Video settings,
            boolean demo,
            WantedCameras wanted,
            FootageGaps gaps,
            JournalTaking journal,
            Conditions conditions) {
        this.settings = settings;
        this.demo = demo;
        this.wanted = wanted;
        this.telling = new CameraTelling(wanted);
        this.file = new RecorderFile(settings);
        this.gaps = gaps;
        this.journal = journal;
        this.conditions = conditions;
    }

    /** The cameras were set up otherwise: the recorder is told at the next turn. */
    void camerasChanged() {
        telling.again();
    }

    Path socket() {
        return settings.folder().resolve("recorder.sock");
    }

    /** Does what is due; a fault costs this turn only. */
    synchronized void turn() {
        try {
            if (process == null) {
                if (!wanted.all().isEmpty() || Files.exists(socket())) {
                    begin();
                }
                return;
            }
            file.keep();
            notice(process);
            talk();
        } catch (IOException | RuntimeException failed) {
            LOG.atWarn().addKeyValue("why", failed.getClass().getSimpleName()).log("the recorder could not be reached");
        }
    }

    private void begin() throws IOException {
        Files.createDirectories(settings.folder());
        file.keep();
        RecorderProcess starting = new RecorderProcess(
                command(wanted.streams().size()),
                file.path(),
                socket(),
                settings.folder().resolve("recorder.log"),
                wanted);
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

    private void talk() throws IOException {
        // Also while nobody is there to be told: what is started next must know of a room that became privileged just
        // now.
        Map<CameraId, StreamAddress> streams = wanted.streams();
        RecorderClient to = client;
        if (to == null || !to.connected()) {
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
            telling.again();
            wasConnected = true;
            gaps.open().forEach(gap -> conditions.shown(gap.camera(), Condition.State.OFFLINE, gap.detail()));
        }
        telling.turn(to, streams);
        if (journal.taken() > acknowledged + LINES_BETWEEN_ACKNOWLEDGEMENTS) {
            acknowledged = journal.taken();
            to.ask(Line.of("ack").with("number", acknowledged));
        }
    }

    /** The next number of a journal that was lost is smaller than what we have seen: everything begins again. */
    private boolean journalWasLost(RecorderClient to) throws IOException {
        List<Line> status = status();
        if (status.isEmpty()) {
            throw new IOException("the recorder does not answer");
        }
        long next = status.getLast().number("next");
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
        var _ = asked(Line.of("cut").with("camera", camera));
    }

    /** Bytes that the recorder has written since its start; 0 when there is none to ask. */
    synchronized long written() {
        return status().stream()
                .filter(line -> line.verb().equals("camera-status"))
                .mapToLong(line -> line.number("bytes"))
                .sum();
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
            return wanted.all().isEmpty() ? Told.ALL : Told.UNKNOWN;
        }
        List<Line> status = status();
        if (status.isEmpty()) {
            return Told.UNKNOWN;
        }
        return status.getLast().number("next") <= journal.taken() + 1 ? Told.ALL : Told.MORE;
    }

    /** The recorder's answer to the question how it is, of which some is for the journal's taker too; none where it is away. */
    private List<Line> status() {
        List<Line> answer = asked(Line.of("status"));
        if (!answer.isEmpty()) {
            journal.recorderIs(answer.getLast());
        }
        return answer;
    }

    private List<Line> asked(Line.Builder question) {
        RecorderClient to = client;
        if (to == null || !to.connected()) {
            return List.of();
        }
        try {
            return to.ask(question);
        } catch (IOException away) {
            LOG.atDebug().log("the recorder was gone");
            return List.of();
        }
    }

    /** Lets go of the recorder, or ends it in order and waits for its last segments. */
    synchronized void close(boolean goesOn) {
        RecorderProcess supervised = process;
        if (supervised != null && goesOn) {
            supervised.close();
        } else if (supervised != null) {
            stop(supervised);
        }
        journal.close();
        RecorderClient to = client;
        if (to != null) {
            try {
                to.close();
            } catch (IOException alreadyGone) {
                LOG.atDebug().log("the recorder was gone");
            }
        }
    }

    private void stop(RecorderProcess supervised) {
        try {
            boolean own = supervised.process() != null;
            if (own) {
                supervised.stopRecorder(LAST_SEGMENTS);
            } else {
                // One that an earlier node started is no child of ours: it is asked.
                supervised.close();
                if (!asked(Line.of("stop")).isEmpty()) {
                    awaitGone();
                }
            }
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
