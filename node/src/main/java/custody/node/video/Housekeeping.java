package custody.node.video;

import custody.store.archive.Deleting;
import custody.store.archive.Spilling;
import custody.video.archive.Retention;
import custody.video.archive.Retention.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out retention once a minute and measures how fast the disk fills. One thread. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration RATE_OVER = Duration.ofMinutes(30);
    private static final int SPILLED_AT_ONCE = 200;

    /** What one camera needs in an hour, about: taken where nobody could measure before the disk was full. */
    private static final long MODEST = 1L << 30;

    private static final Retention.Disk ROOMY = new Retention.Disk(Long.MAX_VALUE / 8, 0);

    private final Path archive;
    private final Deleting deleting;
    private final Spilling spilling;
    private final BelievedTime time;
    private final Consumer<Measure> alarm;
    private final BooleanSupplier pressed;
    private final ArchiveTroubles troubles;
    private final Deque<Used> history = new ArrayDeque<>();
    private long needed;
    private volatile long hour;
    private volatile Set<Measure> measures = EnumSet.noneOf(Measure.class);

    /** Bytes written by then, as the archive's growth is measured. */
    private record Used(Instant at, long bytes) {}

    /**
     * Looks after the archive.
     *
     * @param time by which footage grows old, so never the machine's clock alone
     * @param alarm is told each measure that was not in force before
     * @param pressed whether the recorder writes less than comes, or nothing
     * @param troubles is told whether the disk fills
     */
    Housekeeping(
            Path archive,
            Deleting deleting,
            Spilling spilling,
            BelievedTime time,
            Consumer<Measure> alarm,
            BooleanSupplier pressed,
            ArchiveTroubles troubles) {
        this.archive = archive;
        this.deleting = deleting;
        this.spilling = spilling;
        this.time = time;
        this.alarm = alarm;
        this.pressed = pressed;
        this.troubles = troubles;
    }

    /** Whether exports must wait because the disk is nearly full. */
    boolean exportsStopped() {
        return measures.contains(Measure.STOP_EXPORTS);
    }

    /** Whether films must wait: as exports, and also as soon as those that come leave less than an hour of recording. */
    boolean uploadsStopped() {
        try {
            return exportsStopped() || Files.getFileStore(archive).getUsableSpace() < hour;
        } catch (IOException notThere) {
            // Then a film does not find its place either, and says so.
            return false;
        }
    }

    /** One round; {@code written} is the number of bytes that were recorded since the node's start. */
    void turn(long written) throws IOException {
        if (!Files.isDirectory(archive)) {
            return;
        }
        Instant now = time.instant();
        troubles.looked(ArchiveTroubles.Word.CLOCK_AHEAD, time.doubts(), now);
        OptionalLong need = need(now, written);
        hour = need.orElse(0);
        Retention.Disk disk = new Retention.Disk(Files.getFileStore(archive).getUsableSpace(), need.orElse(0));
        Retention.Decision decision = Retention.decide(deleting.oldest(now), disk, now);
        // Told first: a disk or a second volume that is full or gone must not keep the alarm from anybody.
        tell(decision.measures());
        if (need.isPresent()) {
            troubles.looked(
                    ArchiveTroubles.Word.DISK_FILLING, decision.measures().contains(Measure.ALARM), now);
        }
        var steps = new ArrayList<Runnable>();
        steps.add(() -> carryOut(decision, now));
        if (spilling.possible()) {
            // Room on the second volume is nobody's hurry: only what is past its maximum goes there.
            steps.add(() -> carryOut(Retention.decide(deleting.oldestSpilled(now), ROOMY, now), now));
            if (decision.measures().contains(Measure.SPILL)) {
                steps.add(this::spill);
            }
        }
        takeEach(steps);
    }

    /** A file that stays on one disk keeps no room from being made on another; the first that stayed is told of at the end. */
    private static void takeEach(List<Runnable> steps) {
        Optional<UncheckedIOException> first = Optional.empty();
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (UncheckedIOException failed) {
                first = first.or(() -> Optional.of(failed));
            }
        }
        first.ifPresent(failed -> {
            throw failed;
        });
    }

    private void carryOut(Retention.Decision decision, Instant now) {
        int gone = deleting.carryOut(decision.deletions(), now);
        if (gone > 0) {
            LOG.atInfo().addKeyValue("segments", gone).log("footage went by retention");
        }
    }

    private void spill() {
        try {
            int moved = spilling.move(SPILLED_AT_ONCE);
            LOG.atInfo().addKeyValue("segments", moved).log("footage went to the second volume");
        } catch (IOException failed) {
            throw new UncheckedIOException("footage does not go to the second volume", failed);
        }
    }

    private void tell(Set<Measure> now) {
        for (Measure measure : now) {
            if (!measures.contains(measure)) {
                LOG.atWarn().addKeyValue("measure", measure).log("the disk is filling");
                alarm.accept(measure);
            }
        }
        measures = Set.copyOf(now);
    }

    /** What is written in an hour, and where less is written than comes, what was before: a full disk is not one that lasts for ever. */
    private OptionalLong need(Instant now, long written) {
        OptionalLong rate = rate(now, written);
        if (pressed.getAsBoolean()) {
            needed = Math.max(Math.max(needed, rate.orElse(0)), MODEST);
            return OptionalLong.of(needed);
        }
        needed = rate.orElse(0);
        return rate;
    }

    /** Bytes an hour, over the last half hour at most; empty in the first minute. */
    private OptionalLong rate(Instant now, long written) {
        if (!history.isEmpty() && written < history.getLast().bytes()) {
            // Another recorder, or none: it counts from nothing.
            history.clear();
        }
        history.addLast(new Used(now, written));
        while (Duration.between(history.getFirst().at(), now).compareTo(RATE_OVER) > 0) {
            history.removeFirst();
        }
        Used first = history.getFirst();
        long millis = Duration.between(first.at(), now).toMillis();
        return millis < 60_000 ? OptionalLong.empty() : OptionalLong.of((written - first.bytes()) * 3_600_000 / millis);
    }
}
