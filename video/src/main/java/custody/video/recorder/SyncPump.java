package custody.video.recorder;

import custody.video.archive.SegmentFile;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that makes every written second durable and seals what the sessions let go of. It looks five times a second and
 * syncs only files that have something new, so each fragment costs one sync and waits at most a fifth of a second for it.
 */
final class SyncPump {
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private record Finished(SegmentWriter writer, long lostPackets, OptionalLong clockOffsetMicros) {}

    /** Work done with each round on the same thread: the journal and the watch over free space. */
    interface EachRound {
        void run() throws IOException;
    }

    private final Path archive;
    private final RecorderEvents events;
    private final EachRound eachRound;
    private final Map<SegmentWriter, Boolean> open = new ConcurrentHashMap<>();
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    /** Those that found no room; tried again with each round. */
    private final List<Finished> unsealed = new ArrayList<>();

    private final LastingThread thread = new LastingThread(Thread.ofPlatform().name("sync-pump"), this::run, this::run);
    private volatile boolean closing;
    private boolean slow;

    SyncPump(Path archive, RecorderEvents events, EachRound eachRound) {
        this.archive = archive;
        this.events = events;
        this.eachRound = eachRound;
    }

    void start() {
        thread.start();
    }

    void opened(SegmentWriter writer) {
        open.put(writer, true);
    }

    /** The session writes no more to it. */
    void finished(SegmentWriter writer, long lostPackets, OptionalLong clockOffsetMicros) {
        finished.add(new Finished(writer, lostPackets, clockOffsetMicros));
    }

    /** Nothing was recorded in it: closed and deleted at once. */
    void discarded(SegmentWriter writer) {
        open.remove(writer);
        try {
            writer.discard();
        } catch (IOException failed) {
            notSealed(writer, failed);
        }
    }

    private void run() {
        while (true) {
            boolean last = closing;
            long begun = System.nanoTime();
            unharmed(this::syncAll);
            unharmed(this::sealAll);
            unharmed(this::round);
            long took = System.nanoTime() - begun;
            tellSlow(took);
            if (last && finished.isEmpty()) {
                unsealed.forEach(segment -> abandon(segment.writer(), new IOException("no room until the end")));
                return;
            }
            pause(ROUND_NANOS - took);
        }
    }

    /** Whatever a step meets, the next round comes: without it nothing would be made durable or sealed any more. */
    private static void unharmed(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error fault) {
            LastingThread.say(fault);
        }
    }

    /** Called by the watchdog. */
    void look() {
        thread.revive();
    }

    private void syncAll() {
        open.keySet().removeIf(writer -> writer.unsynced() && !synced(writer));
    }

    /** Syncs one file; one that could not be synced is not tried again: the machine would say that all is well. */
    private boolean synced(SegmentWriter writer) {
        try {
            SegmentWriter.Progress progress = writer.sync();
            if (progress.fragments() > 0) {
                events.synced(writer, progress);
            }
            return true;
        } catch (ClosedChannelException discardedMeanwhile) {
            return false;
        } catch (IOException failed) {
            writer.distrusted().ifPresent(events::gap);
            events.disk("sync-failed", String.valueOf(failed.getMessage()));
            return false;
        }
    }

    private void sealAll() {
        for (Finished again : List.copyOf(unsealed)) {
            if (sealed(again)) {
                unsealed.remove(again);
            }
        }
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            open.remove(next.writer());
            if (!sealed(next)) {
                unsealed.add(next);
            }
        }
    }

    /** Seals one; false when there is no room for it now, so that it is to be tried again. */
    private boolean sealed(Finished segment) {
        SegmentWriter writer = segment.writer();
        try {
            if (writer.unsynced() && !writer.isDistrusted()) {
                // By itself, so that what fails later is the seal alone, which can be written again.
                var _ = synced(writer);
            }
            if (writer.kept().fragments() == 0) {
                writer.discard();
                return true;
            }
            Path path = writer.seal(segment.lostPackets(), segment.clockOffsetMicros());
            events.sealed(SegmentFile.read(archive, path));
            return true;
        } catch (ClosedChannelException noLonger) {
            abandon(writer, noLonger);
            return true;
        } catch (IOException failed) {
            if (!unsealed.contains(segment)) {
                notSealed(writer, failed);
            }
            return false;
        } catch (RuntimeException fault) {
            LastingThread.say(fault);
            unharmed(() -> abandon(writer, new IOException(fault)));
            return true;
        }
    }

    private void notSealed(SegmentWriter writer, IOException why) {
        events.notSealed(writer.header().camera(), writer.open(), String.valueOf(why.getMessage()));
    }

    /** Leaves a segment to the next start. */
    private void abandon(SegmentWriter writer, IOException why) {
        try {
            writer.abandon();
        } catch (IOException alsoFailed) {
            why.addSuppressed(alsoFailed);
        }
        notSealed(writer, why);
    }

    private void round() {
        try {
            eachRound.run();
        } catch (IOException failed) {
            events.disk("failed", String.valueOf(failed.getMessage()));
        }
    }

    private void tellSlow(long took) {
        if (took > SLOW_NANOS != slow) {
            slow = !slow;
            events.disk(slow ? "slow" : "not-slow", "sync round of " + TimeUnit.NANOSECONDS.toMillis(took) + " ms");
        }
    }

    /** Not a sleep that is interrupted: an interrupt would close the file that is being synced. */
    private void pause(long nanos) {
        if (nanos > 0 && !closing) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Seals everything handed over and waits for it. */
    void close() throws InterruptedException {
        closing = true;
        thread.ending();
        thread.unpark();
        thread.join();
    }
}
