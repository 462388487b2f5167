package custody.web.house.video;

import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Cameras in memory. */
public final class InMemoryCameras implements Cameras {
    private final Map<CameraId, Camera> cameras = new ConcurrentSkipListMap<>();
    private final Map<CameraId, Camera> gone = new ConcurrentSkipListMap<>();
    private final Map<CameraId, Instant> removed = new ConcurrentSkipListMap<>();
    private final Map<CameraId, Moved> moved = new ConcurrentSkipListMap<>();

    /** A camera in that room. */
    public static Camera camera(String facility, String id, String room, PrivacyClass privacy) {
        return new Camera(
                new CameraId(id),
                facility,
                room,
                "Камера " + id,
                Camera.Aim.ROOM,
                "",
                privacy,
                Map.of(StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/" + id)),
                false,
                true);
    }

    /** Adds one as it is. */
    public void add(Camera camera) {
        gone.remove(camera.id());
        removed.remove(camera.id());
        cameras.put(camera.id(), camera);
    }

    @Override
    public List<Camera> of(String facility) {
        return cameras.values().stream()
                .filter(camera -> camera.facility().equals(facility))
                .toList();
    }

    @Override
    public Optional<Camera> find(CameraId id) {
        return Optional.ofNullable(cameras.get(id));
    }

    @Override
    public Optional<Camera> ever(CameraId id) {
        return find(id).or(() -> Optional.ofNullable(gone.get(id)).map(InMemoryCameras::outOfUse));
    }

    private static Camera outOfUse(Camera was) {
        return new Camera(
                was.id(),
                was.facility(),
                was.room(),
                was.name(),
                was.aim(),
                was.direction(),
                was.privacy(),
                was.streams(),
                false,
                false);
    }

    @Override
    public List<Camera> since(String facility, Instant from) {
        return Stream.concat(cameras.keySet().stream(), gone.keySet().stream())
                .filter(id -> removed(id).map(from::isBefore).orElse(true))
                .flatMap(id -> ever(id).stream())
                .filter(camera -> camera.facility().equals(facility))
                .toList();
    }

    @Override
    public List<Hung> hung(CameraId id, Instant from, Instant to) {
        return ever(id).map(camera -> hung(camera, from, to)).orElse(List.of());
    }

    private List<Hung> hung(Camera camera, Instant from, Instant to) {
        Moved way = moved.get(camera.id());
        return way == null
                ? List.of(new Hung(camera.room(), from, to))
                : Stream.of(
                                new Hung(way.before(), from, earlier(way.at(), to)),
                                new Hung(camera.room(), way.at().isAfter(from) ? way.at() : from, to))
                        .filter(one -> one.from().isBefore(one.to()))
                        .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Lets a camera have hung in another room until then. */
    public void moved(CameraId id, String before, Instant at) {
        moved.put(id, new Moved(before, at));
    }

    /** Lets it have hung where it hangs. */
    public void neverMoved(CameraId id) {
        moved.remove(id);
    }

    private record Moved(String before, Instant at) {}

    @Override
    public Optional<Instant> removed(CameraId id) {
        return Optional.ofNullable(removed.get(id));
    }

    @Override
    public Optional<Instant> added(CameraId id) {
        return Optional.empty();
    }

    @Override
    public Put put(Wanted wanted, Person by) {
        boolean known = cameras.containsKey(wanted.id());
        add(new Camera(
                wanted.id(),
                wanted.facility(),
                wanted.room(),
                wanted.name(),
                wanted.aim(),
                wanted.direction(),
                PrivacyClass.NORMAL,
                wanted.streams(),
                false,
                wanted.inUse()));
        return known ? Put.CHANGED : Put.ADDED;
    }

    @Override
    public boolean remove(CameraId id, Person by) {
        Camera was = cameras.remove(id);
        if (was != null) {
            gone.put(id, was);
            removed.put(id, Instant.now());
        }
        return was != null;
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return () -> {};
    }
}
