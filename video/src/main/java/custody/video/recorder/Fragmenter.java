package custody.video.recorder;

import custody.video.archive.GapCause;
import custody.video.archive.SegmentHeader;
import custody.video.camera.CameraId;
import custody.video.media.AccessUnit;
import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.media.ParameterSets;
import custody.video.media.StreamFormat;
import custody.video.mp4.FragmentBuffer;
import custody.video.mp4.Pieces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to fragments of a second to segments of a minute. Owned by one session thread, which lives as long as the camera, so
 * it outlasts the connections. A failing disk ends a segment, never the session.
 */
final class Fragmenter {
    /** A fragment is cut when the next picture would be a second behind its first, less half a picture of jitter. */
    private static final long FRAGMENT_TICKS = Codec.CLOCK - Codec.CLOCK / 50;

    private static final long FRAGMENT_NANOS = 1_000_000_000L;
    private static final long SHORTEST_BETWEEN_KEYS = Codec.CLOCK / 2;
    private static final long STALL_NANOS = 3_000_000_000L;
    private static final long WALL_STEP_NANOS = 500_000_000L;
    private static final long LARGEST_SEGMENT = 1L << 30;
    private static final long LONGEST_WITHOUT_KEY = 10L * 60 * Codec.CLOCK;
    private static final long LONGEST_NANOS = 10L * 60 * 1_000_000_000;

    private final CameraId camera;
    private final Path archive;
    private final Clocks clocks;
    private final UUID boot;
    private final Syncing syncing;
    private final SyncPump pump;
    private final RecorderEvents events;
    private final DiskReserve disk;
    private final CutTimes cuts;
    private final Hole hole;
    private final CameraCounters counters;
    private final WriteTrouble trouble;
    private final FragmentBuffer buffer;
    private final SegmentTicks time = new SegmentTicks();

    private long sequence;
    private Octets previousRoot;
    private Optional<StreamFormat> format = Optional.empty();
    private @Nullable SegmentWriter segment;
    /** Also set by the control channel. */
    private volatile boolean cutWanted;

    private long cutDue;
    private long lastArrival;
    private long fragmentArrival;
    private long wallOffset;
    private boolean degraded;
    private long lostPackets;
    private long lostBefore;
    private OptionalLong clockOffsetMicros = OptionalLong.empty();
    private final AtomicReference<@Nullable LiveTap> tap = new AtomicReference<>();

    /** {@code lastSequence} and {@code previousRoot} are those of the camera's newest segment on disk. */
    Fragmenter(
            CameraId camera,
            Path archive,
            Clocks clocks,
            UUID boot,
            Syncing syncing,
            SyncPump pump,
            RecorderEvents events,
            DiskReserve disk,
            CutTimes cuts,
            Hole hole,
            CameraCounters counters,
            Pieces memory,
            long lastSequence,
            Octets previousRoot) {
        this.camera = camera;
        this.archive = archive;
        this.clocks = clocks;
        this.boot = boot;
        this.syncing = syncing;
        this.pump = pump;
        this.events = events;
        this.disk = disk;
        this.cuts = cuts;
        this.hole = hole;
        this.degraded = hole.keyFramesOnly();
        this.counters = counters;
        this.trouble = new WriteTrouble(camera, events);
        this.buffer = new FragmentBuffer(memory);
        this.sequence = lastSequence;
        this.previousRoot = previousRoot;
    }

    /** Takes a picture of a stream with these parameter sets; false while nothing can be recorded for want of a key frame. */
    boolean picture(AccessUnit unit, ParameterSets sets) {
        takeFormat(sets);
        if (format.isEmpty() || (segment == null && (!unit.key() || trouble.pauses(unit.arrivalNanos())))) {
            counters.skipped();
            return segment != null;
        }
        if (degraded != disk.keyFramesOnly() && (unit.key() || !degraded)) {
            changeDegraded();
        }
        if (degraded && !unit.key()) {
            counters.skipped();
            return true;
        }
        try {
            place(unit);
        } catch (IOException failed) {
            diskFailed(failed, unit.arrivalNanos());
        } catch (RuntimeException | Error fault) {
            // What is gathered may have half a picture in it, which must not get into a file.
            buffer.clear();
            throw fault;
        }
        return true;
    }

    private void takeFormat(ParameterSets sets) {
        if (!sets.takeChanged()) {
            return;
        }
        try {
            Optional<StreamFormat> now = sets.format();
            if (now.isPresent() && !now.equals(format)) {
                cutWanted = format.isPresent();
                format = now;
            }
        } catch (MalformedMedia refused) {
            // The sets known before stay in force; the depacketiser has counted the malformed one.
            return;
        }
    }

    private void place(AccessUnit unit) throws IOException {
        long arrival = unit.arrivalNanos();
        long ticks = segment == null ? 0 : time.of(unit, lastArrival);
        if (segment != null) {
            if (time.jumped()) {
                cutWanted = true;
            }
            boolean stalled = arrival - lastArrival > STALL_NANOS;
            boolean cut = unit.key() && (cutWanted || arrival >= cutDue);
            boolean full = ticks - buffer.firstTicks() >= FRAGMENT_TICKS || !buffer.fits(unit.length());
            // A key frame begins a fragment, also when the camera has stumbled: only where key frames follow one
            // another
            // more often do some stand inside.
            boolean keyAhead =
                    unit.key() && (!buffer.beginsWithKey() || ticks - buffer.firstTicks() >= SHORTEST_BETWEEN_KEYS);
            if (buffer.count() > 0 && (stalled || cut || full || keyAhead)) {
                flush(stalled ? time.next() : ticks);
            }
            if (stalled) {
                stalled(arrival);
            }
            if (cut || tooLong(ticks, arrival)) {
                finish(cut ? Optional.empty() : Optional.of("no-key-frame"));
            }
        }
        if (segment == null) {
            if (!unit.key()) {
                counters.skipped();
                return;
            }
            open(unit);
            ticks = 0;
        }
        if (buffer.count() == 0) {
            fragmentArrival = arrival;
        }
        buffer.add(unit.data(), ticks, unit.key());
        counters.recorded(unit.length());
        time.taken(unit, buffer.lastTicks());
        lastArrival = arrival;
        hole.closed(wallOf(arrival));
        LiveTap now = tap.get();
        if (now != null && segment != null) {
            show(now, segment, unit);
        }
    }

    /** Whoever watches costs no picture: what fails there ends the view. */
    private void show(LiveTap to, SegmentWriter writer, AccessUnit unit) {
        try {
            to.picture(writer, buffer, unit, time.last(), time.usualPicture());
        } catch (RuntimeException fault) {
            LastingThread.say(fault);
            untap(to);
            to.ended();
        }
    }

    /** By the camera's clock, which may stand, as well as by ours: who looks for a time looks at no segment that begins much earlier. */
    private boolean tooLong(long ticks, long arrival) {
        return segment != null
                && (segment.written().bytes() > LARGEST_SEGMENT
                        || ticks > LONGEST_WITHOUT_KEY
                        || arrival - segment.header().monotonicStart() > LONGEST_NANOS);
    }

    private void open(AccessUnit key) throws IOException {
        StreamFormat stream = format.orElseThrow();
        long arrival = key.arrivalNanos();
        wallOffset = Duration.between(Instant.EPOCH, clocks.wall()).toNanos() - clocks.nanos();
        var header = new SegmentHeader(camera, sequence + 1, wallOf(arrival), arrival, boot, previousRoot);
        SegmentWriter opened = disk.written(() -> SegmentWriter.open(archive, header, stream, syncing));
        sequence++;
        segment = opened;
        cutWanted = false;
        cutDue = cuts.after(arrival);
        time.begin(key);
        lostBefore = lostPackets;
        pump.opened(opened);
        events.opened(opened);
    }

    private void flush(long endTicks) throws IOException {
        SegmentWriter writer = segment;
        if (writer == null || buffer.count() == 0) {
            return;
        }
        if (writer.isDistrusted()) {
            throw new IOException("the disk did not keep what was written before");
        }
        int arrivalMillis = (int) ((fragmentArrival - writer.header().monotonicStart()) / 1_000_000);
        Instant wall = writer.header().wallStart().plusMillis(arrivalMillis);
        var _ = disk.written(() -> writer.write(buffer, endTicks, wall, arrivalMillis));
        hole.recorded(wall.plusNanos(buffer.durationTo(endTicks) * 100_000 / 9));
        buffer.clear();
        trouble.written(fragmentArrival);
        watchWallClock();
    }

    /** A stepped wall clock begins a new segment, so that within one the two clocks run together. */
    private void watchWallClock() {
        long offset = Duration.between(Instant.EPOCH, clocks.wall()).toNanos() - clocks.nanos();
        if (Math.abs(offset - wallOffset) > WALL_STEP_NANOS) {
            cutWanted = true;
        }
    }

    private void stalled(long arrival) {
        hole.opened(GapCause.OFFLINE, "stalled");
        hole.closed(wallOf(arrival));
    }

    private void changeDegraded() {
        degraded = disk.keyFramesOnly();
        hole.keyFramesOnly(degraded, clocks.wall());
    }

    private Instant wallOf(long nanos) {
        return Instant.EPOCH.plusNanos(nanos + wallOffset);
    }

    private void diskFailed(IOException failed, long now) {
        trouble.failed(failed, now);
        buffer.clear();
        letGo();
        hole.opened(GapCause.DISK, "write-failed");
    }

    /** The connection ended, or somebody decided to stop: what is gathered is written and the segment closed. */
    void sessionEnded(GapCause cause, String detail) {
        try {
            if (segment != null && buffer.count() > 0) {
                flush(time.next());
            }
        } catch (IOException failed) {
            events.disk("failed", String.valueOf(failed.getMessage()));
        } catch (RuntimeException fault) {
            LastingThread.say(fault);
        }
        buffer.clear();
        letGo();
        hole.opened(cause, detail);
    }

    private void finish(Optional<String> becauseDegraded) {
        letGo();
        becauseDegraded.ifPresent(detail -> hole.opened(GapCause.DEGRADED, detail));
    }

    private void letGo() {
        SegmentWriter writer = segment;
        segment = null;
        if (writer == null) {
            return;
        }
        LiveTap now = tap.get();
        if (now != null) {
            now.segmentEnded();
        }
        // Known or found out later, it is told: what was recorded behind it goes on as if nothing had been lost.
        writer.handOver().ifPresent(events::gap);
        SegmentWriter.Progress kept = writer.kept();
        if (kept.fragments() == 0) {
            // Its number is free again: a missing number means a missing file.
            sequence--;
            pump.discarded(writer);
        } else {
            previousRoot = kept.root();
            pump.finished(writer, lostPackets - lostBefore, clockOffsetMicros);
        }
    }

    /** Where the footage ends once the session is over; only for whoever has waited for its thread. */
    Continuation reached() {
        return new Continuation(
                sequence, previousRoot, sequence == 0 ? Optional.empty() : Optional.of(hole.recordedUntil()));
    }

    /** The camera's holes, for its next session; as {@link #reached}. */
    Hole hole() {
        return hole;
    }

    /** How long until the fragment that is gathered is a second old, nanoseconds; 0 while none is. */
    long untilDue(long now) {
        return buffer.count() == 0 ? 0 : fragmentArrival + FRAGMENT_NANOS - now;
    }

    /** Packets lost so far in this session, for the seal. */
    void lostPackets(long count) {
        lostPackets = count;
    }

    /** The camera's clock less ours, as its reports say. */
    void clockOffset(Duration offset) {
        clockOffsetMicros = OptionalLong.of(offset.toNanos() / 1_000);
    }

    /** Begins a new segment at the next key frame. */
    void cut() {
        cutWanted = true;
    }

    /** Shows the pictures there from now on, and to nobody else: the recorder has one node. */
    void tap(LiveTap newTap) {
        end(tap.getAndSet(newTap));
    }

    /** No further picture comes from here; whoever watches is to ask again. */
    void endTap() {
        end(tap.getAndSet(null));
    }

    private static void end(@Nullable LiveTap old) {
        if (old != null) {
            old.ended();
        }
    }

    /** Takes the tap away unless another has taken its place. */
    void untap(LiveTap old) {
        tap.compareAndSet(old, null);
    }

    /** Whether the disk does not take what comes. */
    boolean notWritten() {
        return trouble.lasts();
    }

    /** Whether somebody watches the camera live. */
    boolean watched() {
        return tap.get() != null;
    }
}
