package custody.node.video;

import custody.store.archive.VideoMinutes;
import custody.video.archive.FootageGaps;
import custody.video.archive.VideoMinute;
import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the ledger's entry of each minute that is over, in order and without holes from the first footage on: those of a time in
 * which the node was down are written when it is back, and their own times show it. An entry is never changed, so it waits a while
 * for a recorder that is away and then says of which cameras nothing was heard. One thread.
 */
final class MinuteClerk {
    /** A minute is written this long after its end, when the last pictures have been synced and told. */
    private static final Duration SETTLED = Duration.ofSeconds(4);

    /** Footage is synced within this time, so that what is synced later than this behind a minute's end reaches over it. */
    private static final Duration SYNCED = Duration.ofSeconds(1);

    /** A recorder that ends or hangs is back within this time and has told its holes. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Minutes written in one turn, so that a long absence does not hold up everything else. */
    private static final int MOST_AT_ONCE = 500;

    private final String facility;
    private final VideoMinutes minutes;
    private final Supplier<List<Camera>> recorded;
    private final Function<CameraId, Optional<Instant>> added;
    private final FootageGaps gaps;
    private final OpenStates open;
    private final InstantSource time;
    private Instant clear;

    MinuteClerk(
            String facility,
            VideoMinutes minutes,
            Supplier<List<Camera>> recorded,
            Function<CameraId, Optional<Instant>> added,
            FootageGaps gaps,
            OpenStates open,
            InstantSource time) {
        this.facility = facility;
        this.minutes = minutes;
        this.recorded = recorded;
        this.added = added;
        this.gaps = gaps;
        this.open = open;
        this.time = time;
        this.clear = time.instant();
    }

    /** Writes what is due; {@code told} is whether the recorder answers and all that it told is in the index. Answers what it wrote. */
    List<VideoMinute> turn(boolean told) {
        Instant now = time.instant();
        Instant over = now.minus(SETTLED).truncatedTo(ChronoUnit.MINUTES);
        Set<CameraId> wanted = recorded.get().stream()
                .filter(camera -> camera.facility().equals(facility))
                .map(Camera::id)
                .collect(Collectors.toSet());
        if (told && eachIsClear(wanted, over, now)) {
            clear = now;
        } else if (now.isBefore(clear.plus(PATIENCE)) && !now.isBefore(clear)) {
            return List.of();
        }
        return write(wanted, over, now);
    }

    /** Whether of each camera it is known that it was recorded up to there, or that it was not. */
    private boolean eachIsClear(Set<CameraId> wanted, Instant over, Instant now) {
        Set<CameraId> heard = open.heardSince(over.plus(SYNCED));
        return wanted.stream()
                .filter(camera -> !heard.contains(camera))
                .noneMatch(camera ->
                        gaps.in(camera, over.minus(1, ChronoUnit.MINUTES), now).isEmpty());
    }

    private List<VideoMinute> write(Set<CameraId> wanted, Instant over, Instant now) {
        Map<CameraId, Instant> since = since(wanted);
        Optional<Instant> next = minutes.last(facility, now)
                .map(last -> last.plus(1, ChronoUnit.MINUTES))
                .or(() -> first(since));
        if (next.isEmpty()) {
            return List.of();
        }
        var written = new ArrayList<VideoMinute>();
        for (Instant minute = next.get();
                minute.isBefore(over) && written.size() < MOST_AT_ONCE;
                minute = minute.plus(1, ChronoUnit.MINUTES)) {
            Instant end = minute.plus(1, ChronoUnit.MINUTES);
            boolean newest = !end.isBefore(over);
            List<CameraAt> states = newest ? open.since(minute) : List.of();
            written.add(minutes.write(
                    facility, minute, expected(since, minute), states, open.heardSince(end.plus(SYNCED)), now));
        }
        return written;
    }

    /** Cameras of now that were there as the minute began. Only a running node changes cameras, so these are those of then. */
    private static Set<CameraId> expected(Map<CameraId, Instant> since, Instant begin) {
        return since.entrySet().stream()
                .filter(camera -> !camera.getValue().isAfter(begin))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** When each was set up, asked once for all minutes of a turn; of one of which nobody knows it was always there. */
    private Map<CameraId, Instant> since(Set<CameraId> wanted) {
        return wanted.stream()
                .collect(Collectors.toMap(
                        camera -> camera, camera -> added.apply(camera).orElse(Instant.MIN)));
    }

    /** Since the first footage or the first camera; one that never delivered is absent, and the ledger says so. */
    private Optional<Instant> first(Map<CameraId, Instant> since) {
        return Stream.concat(
                        minutes.unsaid(facility).stream(),
                        since.values().stream().filter(at -> !at.equals(Instant.MIN)))
                .min(Comparator.naturalOrder())
                .map(at -> at.truncatedTo(ChronoUnit.MINUTES));
    }
}
