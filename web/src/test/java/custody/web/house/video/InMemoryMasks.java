package custody.web.house.video;

import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import custody.video.live.Masks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Masks and lifts in memory. */
public final class InMemoryMasks implements Masks {
    private final Map<CameraId, List<Mask>> masks = new ConcurrentHashMap<>();
    private final List<Lift> lifts = new CopyOnWriteArrayList<>();
    private final Map<CameraId, List<Mask>> before = new ConcurrentHashMap<>();
    private final Cameras cameras;

    /** Masks of those cameras. */
    public InMemoryMasks(Cameras cameras) {
        this.cameras = cameras;
    }

    @Override
    public List<Mask> of(CameraId camera) {
        return masks.getOrDefault(camera, List.of());
    }

    @Override
    public void put(CameraId camera, List<Mask> wanted, Person by, Instant now) {
        masks.put(camera, List.copyOf(wanted));
    }

    @Override
    public List<Mask> shown(CameraId camera, Person to, Instant now) {
        if (lifts.stream()
                .anyMatch(one -> one.camera().equals(camera) && one.by().equals(to) && one.open(now))) {
            return List.of();
        }
        boolean masked = cameras.ever(camera)
                .map(Camera::privacy)
                .filter(PrivacyClass.MASKED::equals)
                .isPresent();
        return of(camera).isEmpty() && masked ? List.of(new Mask(0, 0, 1_000, 1_000)) : of(camera);
    }

    /** All footage so far was recorded with these masks. */
    public void before(CameraId camera, List<Mask> then) {
        before.put(camera, List.copyOf(then));
    }

    @Override
    public List<Mask> shownOf(CameraId camera, Instant from, Instant to, Person person, Instant now) {
        List<Mask> then = before.getOrDefault(camera, List.of());
        return Stream.concat(shown(camera, person, now).stream(), then.stream())
                .distinct()
                .toList();
    }

    @Override
    public Lift lift(CameraId camera, Person by, String reason, Duration length, Instant now) {
        if (reason.isBlank() || length.compareTo(LONGEST_LIFT) > 0) {
            throw new IllegalArgumentException("a lift has a reason and an end");
        }
        var lift = new Lift(UUID.randomUUID(), camera, by, reason, now, now.plus(length), Optional.empty());
        lifts.add(lift);
        return lift;
    }

    @Override
    public void end(UUID id, Person by, Instant now) {
        for (Lift one : new ArrayList<>(lifts)) {
            if (one.id().equals(id) && one.open(now)) {
                lifts.remove(one);
                lifts.add(
                        new Lift(id, one.camera(), one.by(), one.reason(), one.from(), one.until(), Optional.of(now)));
            }
        }
    }

    @Override
    public List<Lift> lifts(CameraId camera, Instant from, Instant to) {
        return lifts.stream()
                .filter(one -> one.camera().equals(camera)
                        && one.from().isBefore(to)
                        && one.ended().orElse(one.until()).isAfter(from))
                .toList();
    }
}
