package custody.node.alarms;

import custody.node.alarms.channels.Channels;
import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.events.EventId;
import custody.record.law.Climbing;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Escalation.Rung;
import custody.record.law.rules.Escalation.Step;
import custody.store.Store;
import custody.store.alarms.MessageIds;
import custody.store.alarms.PostgresCameraAlarms;
import custody.store.alarms.PostgresCameraAlarms.Move;
import custody.store.alarms.PostgresCameraAlarms.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells people of alarms about cameras that nobody took note of. What reaches a rung together is one message: a switch that dies takes
 * many cameras with it, and a telephone that rings sixty times is switched off.
 */
final class TellingOfCameras {
    private static final int BATCH = 500;

    static final Escalation LADDER = new Escalation(List.of(
            new Step(Rung.CUSTODY_OFFICER, Duration.ZERO),
            new Step(Rung.HEAD_OF_FACILITY, Duration.ofMinutes(10)),
            new Step(Rung.REGION, Duration.ofMinutes(60))));

    private final Store store;
    private final Channels channels;

    TellingOfCameras(Store store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    /** When the next alarm climbs; empty while none will. */
    Optional<Instant> soonest() {
        return store.cameraAlarms().soonest();
    }

    /** Moves up what is due; answers whether anything was. */
    boolean turn(Instant now) {
        List<Move> due = store.cameraAlarms().due(now, BATCH).stream()
                .map(step -> move(step, now))
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        List<Move> moved = store.cameraAlarms().climb(due, those -> messages(reached(those, now)), now);
        Map<Rung, List<CameraAlarm>> reached = reached(moved, now);
        reached.forEach((rung, alarms) -> alarms.forEach(
                alarm -> store.raisedAlerts().tell(new Told(alarm.facility(), new EventId(alarm.id()), rung))));
        messages(reached).forEach(message -> channels.wake(message.channel()));
        return true;
    }

    private static Move move(PostgresCameraAlarms.Step step, Instant now) {
        Climbing climbing = Climbing.ofBreach(LADDER, step.alarm().raisedAt(), now);
        return new Move(step, climbing.highest().orElse(null), climbing.next().orElse(null));
    }

    /** The rungs that were not told before, each with what reached it. */
    private static Map<Rung, List<CameraAlarm>> reached(List<Move> moves, Instant now) {
        Map<Rung, List<CameraAlarm>> reached = new EnumMap<>(Rung.class);
        for (Move move : moves) {
            CameraAlarm alarm = move.step().alarm();
            Climbing.ofBreach(LADDER, alarm.raisedAt(), now)
                    .above(alarm.rung())
                    .forEach(rung -> reached.computeIfAbsent(rung, _ -> new ArrayList<>())
                            .add(alarm));
        }
        return reached;
    }

    private List<Outgoing> messages(Map<Rung, List<CameraAlarm>> reached) {
        List<Outgoing> messages = new ArrayList<>();
        reached.forEach((rung, alarms) -> {
            CameraAlarm first = alarms.getFirst();
            for (String channel : channels.reaching(rung)) {
                messages.add(new Outgoing(
                        MessageIds.of(new EventId(first.id()), rung, channel),
                        channel,
                        rung,
                        first.id(),
                        alarms.size()));
            }
        });
        return messages;
    }
}
