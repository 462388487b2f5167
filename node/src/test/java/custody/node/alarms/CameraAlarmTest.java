package custody.node.alarms;

import static custody.node.alarms.AlarmHouse.comes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.alarms.channels.ChannelSettings;
import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alarm about a camera")
final class CameraAlarmTest {
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final AlarmHouse house = AlarmHouse.open(clock);
    private final Alarms alarms = start();

    private Alarms start() {
        var _ = house.store().raisedAlerts().watch(told::add);
        return Alarms.start(house.store(), house.law(), ChannelSettings.NONE, clock);
    }

    @AfterEach
    void close() {
        alarms.close();
        house.close();
    }

    private CameraAlarm raised() {
        house.store()
                .cameraAlarms()
                .raise(AlarmHouse.HOME, "cam-1", "covered", clock.instant().minusSeconds(9), clock.instant());
        alarms.wakeForCameras();
        return house.store().cameraAlarms().lasting(AlarmHouse.HOME).getFirst();
    }

    private CameraAlarm now(CameraAlarm alarm) {
        return house.store().cameraAlarms().find(alarm.id(), AlarmHouse.HOME).orElseThrow();
    }

    private void pass(Duration time) {
        clock.pass(time);
        alarms.wakeForCameras();
    }

    private boolean reached(CameraAlarm alarm, Rung rung) {
        return comes(() -> now(alarm).rung() == rung);
    }

    @Test
    @DisplayName("climbs while nobody takes note of it, and rings on the screens of each rung once")
    void climbs() {
        CameraAlarm alarm = raised();
        assertTrue(reached(alarm, Rung.CUSTODY_OFFICER));
        pass(Duration.ofMinutes(10));
        assertTrue(reached(alarm, Rung.HEAD_OF_FACILITY));
        pass(Duration.ofMinutes(50));
        assertTrue(reached(alarm, Rung.REGION));
        assertTrue(comes(() -> told.size() == 3));
        assertEquals(
                List.of(Rung.CUSTODY_OFFICER, Rung.HEAD_OF_FACILITY, Rung.REGION),
                told.stream().map(Told::rung).toList());
        assertTrue(told.stream().allMatch(each -> each.event().equals(new EventId(alarm.id()))));
    }

    @Test
    @DisplayName("that somebody took note of climbs no further, and stays shown while the camera is not well")
    void acknowledgedClimbsNoFurther() throws Exception {
        CameraAlarm alarm = raised();
        assertTrue(reached(alarm, Rung.CUSTODY_OFFICER));
        long leaves = leaves();
        assertTrue(house.store()
                .cameraAlarms()
                .acknowledge(alarm.id(), AlarmHouse.HOME, AlarmHouse.OFFICER, "", clock.instant()));
        assertTrue(leaves() > leaves, "who took note is a leaf");
        assertFalse(house.store()
                .cameraAlarms()
                .acknowledge(alarm.id(), AlarmHouse.HOME, AlarmHouse.OFFICER, "", clock.instant()));
        pass(Duration.ofHours(5));
        assertEquals(AlarmHouse.OFFICER, now(alarm).acknowledgedBy());
        assertEquals(List.of(now(alarm)), house.store().cameraAlarms().open(AlarmHouse.HOME, clock.instant()));
        assertEquals(Rung.CUSTODY_OFFICER, now(alarm).rung());
    }

    private long leaves() throws InterruptedException {
        assertTrue(house.store().awaitSealed(5_000));
        return Long.parseLong(house.store()
                .ledger()
                .checkpoint()
                .orElseThrow()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    @Test
    @DisplayName(
            "settles by itself, stays shown for a day while nobody took note, and goes on when the camera fails again at once")
    void settles() {
        CameraAlarm alarm = raised();
        assertTrue(reached(alarm, Rung.CUSTODY_OFFICER));
        house.store().cameraAlarms().settle(now(alarm), clock.instant());
        pass(Duration.ofMinutes(5));
        assertEquals(
                1,
                house.store()
                        .cameraAlarms()
                        .open(AlarmHouse.HOME, clock.instant())
                        .size());
        assertEquals(alarm.id(), raised().id(), "a flapping camera is one alarm");
        assertTrue(comes(() -> now(alarm).settledAt() == null));
        house.store().cameraAlarms().settle(now(alarm), clock.instant());
        pass(Duration.ofHours(25));
        assertEquals(List.of(), house.store().cameraAlarms().open(AlarmHouse.HOME, clock.instant()));
        assertFalse(alarm.id().equals(raised().id()), "another day is another alarm");
    }
}
