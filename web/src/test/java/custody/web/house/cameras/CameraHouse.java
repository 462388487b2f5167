package custody.web.house.cameras;

import custody.video.camera.Camera;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Network;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.health.CameraConditions;
import custody.video.health.Condition;
import custody.video.live.Masks;
import custody.video.recorder.CameraTrial;
import custody.video.recorder.CameraTrials;
import custody.video.rtsp.RtspFailure;
import custody.web.cameras.CameraSetup;
import custody.web.house.House;
import custody.web.house.video.InMemoryMasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The house with cameras in 10.0.0.0/8; a try succeeds with the password {@code right}. */
@Configuration(proxyBeanMethods = false)
@Import({House.class, CameraSetup.class})
public class CameraHouse {
    @Bean
    Kept cameras() {
        return new Kept();
    }

    @Bean
    CameraConditions conditions(Kept cameras) {
        return new AllRecord(cameras);
    }

    @Bean
    Masks masks(Kept cameras) {
        return new InMemoryMasks(cameras);
    }

    @Bean
    CameraAddresses addresses() {
        return new CameraAddresses(List.of(Network.parse("10.0.0.0/8")), CameraAddresses.USUAL_PORTS);
    }

    @Bean
    CameraTrials trials() {
        return (address, account, stored) -> account instanceof Cameras.AccountChange.Set set
                        && set.credentials().password().equals("right")
                ? new CameraTrial.Outcome.Works(
                        "avc1.640028", 1_920, 1_080, Optional.of(Duration.ofSeconds(4)), 25, false)
                : new CameraTrial.Outcome.Fails(RtspFailure.Kind.SIGN_IN_REFUSED);
    }

    /** Cameras in memory; what was last wanted can be looked at. */
    public static final class Kept implements Cameras {
        private final Map<CameraId, Wanted> kept = new ConcurrentSkipListMap<>();

        /** As it was last wanted. */
        public Optional<Wanted> wanted(String id) {
            return Optional.ofNullable(kept.get(new CameraId(id)));
        }

        private static Camera camera(Wanted wanted) {
            return new Camera(
                    wanted.id(),
                    wanted.facility(),
                    wanted.room(),
                    wanted.name(),
                    wanted.aim(),
                    wanted.direction(),
                    PrivacyClass.NORMAL,
                    wanted.streams(),
                    wanted.account() instanceof AccountChange.Set,
                    wanted.inUse());
        }

        @Override
        public List<Camera> of(String facility) {
            return kept.values().stream().map(Kept::camera).toList();
        }

        @Override
        public Optional<Camera> find(CameraId id) {
            return Optional.ofNullable(kept.get(id)).map(Kept::camera);
        }

        @Override
        public Optional<Camera> ever(CameraId id) {
            return find(id);
        }

        @Override
        public List<Camera> since(String facility, Instant from) {
            return of(facility);
        }

        @Override
        public List<Hung> hung(CameraId id, Instant from, Instant to) {
            return ever(id).map(camera -> List.of(new Hung(camera.room(), from, to)))
                    .orElse(List.of());
        }

        @Override
        public Optional<Instant> removed(CameraId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> added(CameraId id) {
            return Optional.empty();
        }

        @Override
        public Put put(Wanted wanted, Person by) {
            return kept.put(wanted.id(), wanted) == null ? Put.ADDED : Put.CHANGED;
        }

        @Override
        public boolean remove(CameraId id, Person by) {
            return kept.remove(id) != null;
        }

        @Override
        public AutoCloseable watch(Runnable changed) {
            return () -> {};
        }
    }

    private record AllRecord(Kept cameras) implements CameraConditions {
        @Override
        public Condition of(CameraId camera) {
            return new Condition(camera, Condition.State.RECORDING, Set.of(), Instant.EPOCH, "");
        }

        @Override
        public List<Condition> of(String facility) {
            return cameras.of(facility).stream().map(camera -> of(camera.id())).toList();
        }

        @Override
        public Uptime uptime(CameraId camera, Instant from, Instant to) {
            return new Uptime(from, to, Duration.ofMinutes(1), 1);
        }

        @Override
        public AutoCloseable watch(Consumer<Condition> watcher) {
            return () -> {};
        }
    }
}
