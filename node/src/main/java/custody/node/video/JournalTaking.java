package custody.node.video;

import custody.record.desk.StorageUnavailable;
import custody.store.archive.FootageIndex;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.SegmentFile;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import custody.video.health.Condition;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the recorder's lines over into the index, each in one transaction with its number. While the database is away it waits:
 * the recorder keeps the journal. Called by the client's thread alone.
 */
final class JournalTaking implements RecorderClient.Events {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTaking.class);

    private final Path archive;
    private final FootageIndex index;
    private final OpenStates open;
    private final Conditions conditions;
    private final InstantSource time;
    private final AtomicBoolean reconcile = new AtomicBoolean(true);
    private volatile long taken;
    private volatile boolean keyFramesOnly;
    private volatile boolean closed;

    JournalTaking(Path archive, FootageIndex index, OpenStates open, Conditions conditions, InstantSource time) {
        this.archive = archive;
        this.index = index;
        this.open = open;
        this.conditions = conditions;
        this.time = time;
        this.taken = index.seen();
    }

    /** Number of the last journal line whose content is in the index. */
    long taken() {
        return taken;
    }

    /** Whether files may lie in the archive that no line told of; asked and forgotten, by {@link UntoldFootage} alone. */
    boolean mustReconcile() {
        return reconcile.getAndSet(false);
    }

    /** Looking for them failed: they may lie there still. */
    void mustReconcileAgain() {
        reconcile.set(true);
    }

    void begin(long from) {
        taken = from;
        reconcile.set(true);
    }

    @Override
    public void event(long number, Line line) {
        while (!closed) {
            try {
                take(number, line);
                taken = Math.max(taken, number);
                return;
            } catch (StorageUnavailable away) {
                LOG.atWarn().addKeyValue("line", number).log("the footage index waits for the database");
                pause();
            } catch (RuntimeException | Error unusable) {
                LOG.atError()
                        .addKeyValue("line", number)
                        .addKeyValue("verb", line.verb())
                        .addKeyValue("why", unusable.getClass().getSimpleName())
                        .log("a line of the recorder was not understood");
                reconcile.set(true);
                return;
            }
        }
    }

    private void take(long number, Line line) {
        switch (line.verb()) {
            case "fragment-synced" -> {
                open.synced(line, time.instant());
                conditions.shown(camera(line), Condition.State.RECORDING, "");
            }
            case "camera-state" -> {
                conditions.told(camera(line), state(line.field("state")), line.field("detail"));
                seen(number);
            }
            case "segment-opened" ->
                index.opened(
                        number,
                        new Segments.Open(
                                camera(line), line.number("sequence"), at(line, "start"), Path.of(line.field("path"))));
            case "segment-sealed" -> sealed(number, line);
            case "gap-opened" ->
                index.gapOpened(
                        number,
                        camera(line),
                        at(line, "from"),
                        GapCause.ofWord(line.field("cause")),
                        line.field("detail"));
            case "gap" ->
                index.gap(
                        number,
                        new Gap(
                                camera(line),
                                at(line, "from"),
                                at(line, "to"),
                                GapCause.ofWord(line.field("cause")),
                                line.field("detail")));
            case "disk" -> {
                disk(number, line);
                seen(number);
            }
            case "recorder-started" -> {
                // Another recorder looks at the disk anew; what the last one finished may be told by nobody.
                keyFramesOnly = false;
                reconcile.set(true);
                seen(number);
            }
            case "segment-not-sealed" -> {
                // What a recorder finished just before it was killed may be told by nobody.
                reconcile.set(true);
                seen(number);
            }
            default -> seen(number);
        }
    }

    private void disk(long number, Line line) {
        String state = line.field("state");
        switch (state) {
            case "key-frames-only" -> keyFramesOnly = true;
            case "normal" -> keyFramesOnly = false;
            case "journal-damaged" -> {
                LOG.atWarn()
                        .addKeyValue("file", line.field("detail"))
                        .log("the recorder's journal is damaged; the archive is read for what it told");
                reconcile.set(true);
            }
            default -> {
                // What is of the moment only comes five times a second while the disk is full.
                if (number > 0) {
                    LOG.atWarn()
                            .addKeyValue("state", state)
                            .addKeyValue("detail", line.field("detail"))
                            .log("the recorder's disk");
                }
            }
        }
    }

    /** Takes the last line of a recorder's {@code status}: what its disk was told of before this node was started is in no line to come. */
    void recorderIs(Line status) {
        String only = status.field("key-frames-only");
        // Empty for a recorder of an earlier version, which an earlier node left recording.
        if (!only.isEmpty()) {
            keyFramesOnly = Boolean.parseBoolean(only);
        }
    }

    /** Whether the recorder has so little room that it writes key frames only. */
    boolean keyFramesOnly() {
        return keyFramesOnly;
    }

    private void sealed(long number, Line line) {
        CameraId camera = camera(line);
        open.sealed(camera, line.number("sequence"));
        try {
            index.sealed(number, SegmentFile.read(archive, Path.of(line.field("path"))));
        } catch (IOException unreadable) {
            LOG.atWarn()
                    .addKeyValue("camera", camera)
                    .addKeyValue("sequence", line.number("sequence"))
                    .log("a finished segment cannot be read");
            reconcile.set(true);
            seen(number);
        }
    }

    private void seen(long number) {
        if (number > 0) {
            index.seen(number);
        }
    }

    private static CameraId camera(Line line) {
        return new CameraId(line.field("camera"));
    }

    private static Instant at(Line line, String name) {
        return Instant.parse(line.field(name));
    }

    private static Condition.State state(String word) {
        return switch (word) {
            case "connecting" -> Condition.State.CONNECTING;
            case "recording" -> Condition.State.RECORDING;
            case "stale" -> Condition.State.STALE;
            case "no-key-frame" -> Condition.State.NO_KEY_FRAME;
            case "not-written" -> Condition.State.NOT_WRITTEN;
            default -> Condition.State.OFFLINE;
        };
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopping) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closed = true;
    }
}
