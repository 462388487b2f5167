package custody.web.house.video;

import custody.video.camera.Person;
import custody.video.export.Exports;
import custody.video.live.Mask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Exports in memory; a test says how far each is. */
public final class InMemoryExports implements Exports {
    private final Map<UUID, Export> exports = new ConcurrentHashMap<>();
    private final Map<UUID, Path> files = new ConcurrentHashMap<>();
    private final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);

    /** The disk takes so many more before it is nearly full. */
    public void room(int more) {
        room.set(more);
    }

    /** An export has come so far. */
    public void set(UUID id, State state, int progress, Optional<Path> file) {
        Export was = exports.get(id);
        if (was != null) {
            exports.put(
                    id,
                    new Export(
                            id,
                            was.wanted(),
                            was.by(),
                            was.at(),
                            state,
                            progress,
                            file.map(_ -> "00".repeat(32)),
                            was.masks(),
                            was.painted(),
                            ""));
            file.ifPresent(path -> files.put(id, path));
        }
    }

    /** An export is ready, with these masks painted. */
    public void painted(UUID id, List<Mask> masks, Path file) {
        set(id, State.READY, 100, Optional.of(file));
        exports.computeIfPresent(
                id,
                (_, was) -> new Export(
                        id, was.wanted(), was.by(), was.at(), was.state(), 100, was.sha256(), masks.size(), masks, ""));
    }

    @Override
    public void begin(UUID id, Wanted wanted, Person by, Instant now) {
        if (exports.containsKey(id)) {
            return;
        }
        if (room.getAndDecrement() <= 0) {
            throw new IllegalStateException("the disk is nearly full");
        }
        exports.put(id, new Export(id, wanted, by, now, State.WAITING, 0, Optional.empty(), 0, List.of(), ""));
    }

    @Override
    public Optional<Export> find(UUID id) {
        return Optional.ofNullable(exports.get(id));
    }

    @Override
    public List<Export> of(String facility) {
        return exports.values().stream()
                .filter(one -> one.wanted().facility().equals(facility))
                .toList();
    }

    @Override
    public void cancel(UUID id, Person by) {
        set(id, State.CANCELLED, 0, Optional.empty());
    }

    @Override
    public Optional<Path> file(UUID id) {
        return Optional.ofNullable(files.get(id));
    }
}
