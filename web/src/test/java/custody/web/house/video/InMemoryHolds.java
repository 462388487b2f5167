package custody.web.house.video;

import custody.video.archive.Hold;
import custody.video.archive.Hold.HoldId;
import custody.video.archive.Hold.Signature;
import custody.video.archive.Holds;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds in memory. */
public final class InMemoryHolds implements Holds {
    private final Map<HoldId, Hold> holds = new ConcurrentHashMap<>();

    /** As if nothing had ever been held. */
    public void forget() {
        holds.clear();
    }

    @Override
    public void place(HoldId id, Wanted wanted, Person by, Instant now) {
        holds.putIfAbsent(
                id,
                new Hold(
                        id,
                        wanted.facility(),
                        wanted.cameras(),
                        wanted.from(),
                        wanted.to(),
                        wanted.ground(),
                        wanted.reason(),
                        wanted.record(),
                        Optional.empty(),
                        new Signature(by, now, wanted.reason()),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public Released release(HoldId id, Person by, String reason, Instant now) {
        Hold hold = holds.get(id);
        if (hold == null || !hold.holds()) {
            return Released.NOT_HELD;
        }
        var signature = new Signature(by, now, reason);
        if (hold.first().isEmpty()) {
            holds.put(id, with(hold, Optional.of(signature), Optional.empty()));
            return Released.WAITING_FOR_SECOND;
        }
        if (hold.first().get().by().equals(by)) {
            return Released.SAME_PERSON;
        }
        holds.put(id, with(hold, hold.first(), Optional.of(signature)));
        return Released.RELEASED;
    }

    private static Hold with(Hold was, Optional<Signature> first, Optional<Signature> release) {
        return new Hold(
                was.id(),
                was.facility(),
                was.cameras(),
                was.from(),
                was.to(),
                was.ground(),
                was.reason(),
                was.record(),
                was.event(),
                was.placed(),
                first,
                release);
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public List<Hold> of(String facility, boolean onlyHolding) {
        return holds.values().stream()
                .filter(hold -> hold.facility().equals(facility) && (!onlyHolding || hold.holds()))
                .toList();
    }

    @Override
    public Set<UUID> records(String facility, Set<CameraId> cameras, Instant from, Instant to) {
        return holds.values().stream()
                .filter(hold -> hold.facility().equals(facility)
                        && hold.from().isBefore(to)
                        && hold.to().isAfter(from)
                        && (hold.cameras().isEmpty()
                                || cameras.isEmpty()
                                || cameras.stream().anyMatch(hold.cameras()::contains)))
                .flatMap(hold -> hold.record().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> complained(String facility, Instant from, Instant to) {
        return holds.values().stream()
                .filter(hold -> hold.facility().equals(facility)
                        && hold.from().isBefore(to)
                        && hold.ground().complains())
                .flatMap(hold -> hold.record().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Hold> touching(CameraId camera, Instant from, Instant to) {
        return holds.values().stream()
                .filter(hold -> hold.holds()
                        && (hold.cameras().isEmpty() || hold.cameras().contains(camera))
                        && hold.from().isBefore(to)
                        && hold.to().isAfter(from))
                .toList();
    }
}
