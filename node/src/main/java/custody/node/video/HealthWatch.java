package custody.node.video;

import custody.store.archive.CameraTroubles;
import custody.video.archive.Segments;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.ffmpeg.BundledFfmpeg;
import custody.video.health.CameraHealth;
import custody.video.health.Condition;
import custody.video.health.DecodeWorker;
import custody.video.health.GreyFrame;
import custody.video.health.KeyFrames;
import custody.video.health.KeyFrames.KeyFrame;
import custody.video.health.Motion;
import custody.video.health.Trouble;
import custody.video.media.Codec;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the newest key frame of every camera that records, all of one coding in one short-lived process. A key frame that was
 * judged before tells nothing new and is passed over. One thread.
 */
final class HealthWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final Path archive;
    private final Segments segments;
    private final Supplier<List<Camera>> recorded;
    private final Conditions conditions;
    private final CameraTroubles history;
    private final StreamTroubles streams;
    private final StillWatch still;
    private final Optional<RepeatWatch> repeats;
    private final InstantSource time;
    private final DecodeWorker worker;
    private final Map<CameraId, CameraHealth> health = new HashMap<>();
    private final Map<CameraId, Seen> seen = new HashMap<>();
    private final Map<CameraId, Set<Trouble>> told = new HashMap<>();

    /** A key frame by the place it stands at. */
    private record Seen(Path segment, long at) {}

    private record Taken(CameraId camera, KeyFrame frame, Seen at) {}

    HealthWatch(
            Path archive,
            Segments segments,
            Supplier<List<Camera>> recorded,
            Conditions conditions,
            CameraTroubles history,
            StreamTroubles streams,
            StillWatch still,
            Optional<RepeatWatch> repeats,
            InstantSource time,
            BundledFfmpeg ffmpeg) {
        this.archive = archive;
        this.segments = segments;
        this.recorded = recorded;
        this.conditions = conditions;
        this.history = history;
        this.streams = streams;
        this.still = still;
        this.repeats = repeats;
        this.time = time;
        this.worker = new DecodeWorker(ffmpeg, archive.resolve("decoding"));
    }

    /** One round over all cameras; whether any had a new picture, which is judged then. One that could not be is tried again. */
    boolean turn() throws IOException, InterruptedException {
        streams.turn();
        Map<Codec, List<Taken>> byCodec = new EnumMap<>(Codec.class);
        for (Camera camera : recorded.get()) {
            newest(camera.id())
                    .ifPresent(taken -> byCodec.computeIfAbsent(taken.frame().codec(), _ -> new ArrayList<>())
                            .add(taken));
        }
        for (List<Taken> all : byCodec.values()) {
            List<Optional<GreyFrame>> frames =
                    worker.grey(all.stream().map(Taken::frame).toList());
            for (int i = 0; i < all.size(); i++) {
                judge(all.get(i), frames.get(i));
            }
        }
        return !byCodec.isEmpty();
    }

    private Optional<Taken> newest(CameraId camera) throws IOException {
        if (conditions.of(camera).state() != Condition.State.RECORDING) {
            seen.remove(camera);
            return Optional.empty();
        }
        Optional<Segments.Open> open = segments.open(camera);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<KeyFrames.Placed> placed =
                    KeyFrames.newestPlaced(archive.resolve(open.get().path()));
            if (placed.isEmpty()) {
                return Optional.empty();
            }
            var now = new Seen(open.get().path(), placed.get().at());
            return now.equals(seen.get(camera))
                    ? Optional.empty()
                    : Optional.of(new Taken(camera, placed.get().frame(), now));
        } catch (NoSuchFileException finishedMeanwhile) {
            return Optional.empty();
        } catch (IOException unreadable) {
            // The other cameras are judged; whoever wants to see these pictures cannot read them either.
            became(camera, before(camera).undecodable(), Optional.empty());
            return Optional.empty();
        }
    }

    private CameraHealth before(CameraId camera) {
        return health.getOrDefault(camera, CameraHealth.UNKNOWN);
    }

    /** Empty for a key frame that could not be decoded: nobody knows then whether anything moved. */
    private void judge(Taken taken, Optional<GreyFrame> decoded) {
        CameraId camera = taken.camera();
        CameraHealth before = before(camera);
        CameraHealth now = decoded.map(before::judge).orElseGet(before::undecodable);
        boolean alike = decoded.isPresent()
                && before.previous()
                        .filter(last -> !Motion.between(last, decoded.get()))
                        .isPresent();
        still.looked(camera, alike && now.troubles().isEmpty(), time.instant());
        seen.put(camera, taken.at());
        became(camera, now, Optional.of(taken.frame()));
    }

    private void became(CameraId camera, CameraHealth now, Optional<KeyFrame> frame) {
        health.put(camera, now);
        Set<Trouble> all = EnumSet.noneOf(Trouble.class);
        all.addAll(now.troubles());
        all.addAll(streams.of(camera));
        if (!all.contains(Trouble.FROZEN)
                && repeats.filter(watch -> frame.filter(shown -> watch.repeats(camera, shown))
                                .isPresent())
                        .isPresent()) {
            all.add(Trouble.REPEATED);
        }
        conditions.judged(camera, all);
        tell(camera, told.getOrDefault(camera, Set.of()), all);
        told.put(camera, all);
    }

    private void tell(CameraId camera, Set<Trouble> before, Set<Trouble> now) {
        Instant at = time.instant();
        for (Trouble trouble : Trouble.values()) {
            String word = trouble.name().toLowerCase(Locale.ROOT);
            if (now.contains(trouble) && !before.contains(trouble)) {
                LOG.atWarn()
                        .addKeyValue("camera", camera)
                        .addKeyValue("trouble", word)
                        .log("camera in trouble");
                history.began(camera, word, at);
            } else if (before.contains(trouble) && !now.contains(trouble)) {
                history.ended(camera, word, at);
            }
        }
    }
}
