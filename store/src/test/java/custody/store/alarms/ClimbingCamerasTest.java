package custody.store.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.CameraAlarm;
import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.TestStores;
import custody.store.alarms.PostgresCameraAlarms.Move;
import custody.store.alarms.PostgresCameraAlarms.Outgoing;
import custody.store.keys.Passphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Alarms about cameras that are to climb")
final class ClimbingCamerasTest {
    private final Path folder = TestStores.prepared("climbing-cameras");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    @DisplayName("are told without those that somebody took note of, or whose camera was well, since they were found")
    void tellsOnlyOfWhatClimbs() throws InterruptedException {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            PostgresCameraAlarms alarms = store.cameraAlarms();
            CameraAlarm noted = raised(alarms, "cam-1");
            CameraAlarm well = raised(alarms, "cam-2");
            CameraAlarm lasting = raised(alarms, "cam-3");
            List<Move> found = alarms.due(now, 10).stream()
                    .map(step -> new Move(step, Rung.CUSTODY_OFFICER, null))
                    .toList();
            assertEquals(3, found.size());

            assertTrue(alarms.acknowledge(noted.id(), Samples.HOME, Samples.OFFICER, "", now));
            alarms.settle(well, now);
            List<Move> moved = alarms.climb(
                    found,
                    those -> those.stream().map(ClimbingCamerasTest::message).toList(),
                    now);

            assertEquals(
                    List.of(lasting.id()),
                    moved.stream().map(move -> move.step().alarm().id()).toList());
            assertEquals(1, store.outbox().due("email", now, 10).size());
            assertTrue(store.awaitSealed(5_000));
        }
        assertEquals(
                List.of(),
                FolderCheck.of(folder, new StoreSettings.Server.Embedded(), new Passphrase.BesideKeystore())
                        .discoveries());
    }

    private CameraAlarm raised(PostgresCameraAlarms alarms, String camera) {
        alarms.raise(Samples.HOME, camera, "covered", now.minusSeconds(9), now);
        return alarms.lasting(Samples.HOME).stream()
                .filter(alarm -> alarm.camera().equals(camera))
                .findFirst()
                .orElseThrow();
    }

    private static Outgoing message(Move move) {
        EventId alarm = new EventId(move.step().alarm().id());
        return new Outgoing(
                MessageIds.of(alarm, Rung.CUSTODY_OFFICER, "email"), "email", Rung.CUSTODY_OFFICER, alarm.value(), 1);
    }
}
