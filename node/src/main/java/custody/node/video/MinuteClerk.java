package custody.node.video;

import custody.store.archive.VideoMinutes;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes the ledger's entry of each minute that is over, in order and without holes from the first footage on: those of a time in
 * which the node was down are written when it is back, and their own times show it.
 */
final class MinuteClerk {
    /** A minute is written this long after its end, when the last pictures have been synced and told. */
    private static final Duration SETTLED = Duration.ofSeconds(4);

    /** Minutes written in one turn, so that a long absence does not hold up everything else. */
    private static final int MOST_AT_ONCE = 500;

    private final String facility;
    private final VideoMinutes minutes;
    private final Supplier<List<Camera>> recorded;
    private final OpenStates open;
    private final InstantSource time;

    MinuteClerk(
            String facility,
            VideoMinutes minutes,
            Supplier<List<Camera>> recorded,
            OpenStates open,
            InstantSource time) {
        this.facility = facility;
        this.minutes = minutes;
        this.recorded = recorded;
        this.open = open;
        this.time = time;
    }

    /** Writes what is due; answers how many minutes. */
    int turn() {
        Set<CameraId> expected = recorded.get().stream()
                .filter(camera -> camera.facility().equals(facility))
                .map(Camera::id)
                .collect(Collectors.toSet());
        Instant over = time.instant().minus(SETTLED).truncatedTo(ChronoUnit.MINUTES);
        Optional<Instant> next = minutes.last(facility)
                .map(last -> last.plus(1, ChronoUnit.MINUTES))
                .or(() -> first(expected));
        if (next.isEmpty()) {
            return 0;
        }
        int written = 0;
        for (Instant minute = next.get();
                minute.isBefore(over) && written < MOST_AT_ONCE;
                minute = minute.plus(1, ChronoUnit.MINUTES)) {
            boolean newest = !minute.plus(1, ChronoUnit.MINUTES).isBefore(over);
            minutes.write(facility, minute, expected, newest ? open.all() : List.of());
            written++;
        }
        return written;
    }

    private Optional<Instant> first(Set<CameraId> expected) {
        Optional<Instant> unsaid = minutes.unsaid(facility);
        return unsaid.or(() -> expected.isEmpty() ? Optional.empty() : Optional.of(time.instant()))
                .map(at -> at.truncatedTo(ChronoUnit.MINUTES));
    }
}
