package custody.web.house;

import custody.record.desk.CameraAlarm;
import custody.record.desk.CameraAlarms;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Alarms about cameras in memory, as a test puts them. */
public final class InMemoryCameraAlarms implements CameraAlarms {
    private final List<CameraAlarm> alarms = new CopyOnWriteArrayList<>();

    /** Puts one in, in place of what has the same id. */
    public void put(CameraAlarm alarm) {
        alarms.removeIf(there -> there.id().equals(alarm.id()));
        alarms.add(alarm);
    }

    /** Forgets everything. */
    public void clear() {
        alarms.clear();
    }

    @Override
    public List<CameraAlarm> open(FacilityCode facility, Instant now) {
        return alarms.stream().filter(one -> one.facility().equals(facility)).toList();
    }

    @Override
    public Optional<CameraAlarm> find(UUID id, FacilityCode facility) {
        return alarms.stream()
                .filter(one -> one.id().equals(id) && one.facility().equals(facility))
                .findFirst();
    }

    @Override
    public boolean acknowledge(UUID id, FacilityCode facility, Badge by, String post, Instant now) {
        Optional<CameraAlarm> found =
                find(id, facility).filter(one -> one.acknowledged().isEmpty());
        found.ifPresent(one -> put(new CameraAlarm(
                one.id(),
                one.facility(),
                one.camera(),
                one.name(),
                one.room(),
                one.trouble(),
                one.cameTrueAt(),
                one.raisedAt(),
                one.rung(),
                one.settledAt(),
                by,
                now)));
        return found.isPresent();
    }
}
