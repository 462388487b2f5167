package custody.node.alarms;

import custody.node.alarms.channels.Channels;
import custody.node.threads.Turns;
import custody.record.desk.RaisedAlert;
import custody.record.desk.RaisedAlerts.Told;
import custody.record.law.Climbing;
import custody.record.law.Lawbook;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Escalation.Rung;
import custody.record.law.rules.Escalation.Step;
import custody.store.Store;
import custody.store.alarms.Alerts;
import custody.store.alarms.Alerts.Outgoing;
import custody.store.alarms.MessageIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells people, rung by rung, of alerts that nobody took note of. One thread. It asks an index for the next step and
 * sleeps until then, at most a minute; whoever raised an alert wakes it. Killed anywhere it begins anew: a step and its
 * messages are one transaction, and a message made twice has the same id.
 */
public final class Escalating implements AutoCloseable {
    private static final int BATCH = 200;

    /** For a rule that no pack has any more: it is told, and to everybody in the end. */
    private static final Escalation LADDER = new Escalation(List.of(
            new Step(Rung.CUSTODY_OFFICER, Duration.ZERO),
            new Step(Rung.HEAD_OF_FACILITY, Duration.ofMinutes(10)),
            new Step(Rung.REGION, Duration.ofMinutes(30)),
            new Step(Rung.DEPARTMENT, Duration.ofMinutes(60)),
            new Step(Rung.PROSECUTOR, Duration.ofMinutes(120))));

    private final Store store;
    private final Lawbook law;
    private final Channels channels;
    private final TellingOfCameras cameras;
    private final InstantSource time;
    private final Turns turns = new Turns("escalating", this::turn);

    private Escalating(Store store, Lawbook law, Channels channels, InstantSource time) {
        this.store = store;
        this.law = law;
        this.channels = channels;
        this.cameras = new TellingOfCameras(store, channels);
        this.time = time;
    }

    /** Starts to tell. */
    public static Escalating start(Store store, Lawbook law, Channels channels, InstantSource time) {
        Escalating escalating = new Escalating(store, law, channels, time);
        escalating.turns.start();
        return escalating;
    }

    /** Something was raised: look at once. Never blocks. */
    public void wake() {
        turns.wake();
    }

    private Duration turn() {
        Instant now = time.instant();
        List<Alerts.Step> due = store.alerts().due(now, BATCH);
        due.forEach(step -> climb(step, now));
        boolean told = cameras.turn(now);
        if (!due.isEmpty() || told) {
            return Duration.ZERO;
        }
        return Stream.concat(store.alerts().soonest().stream(), cameras.soonest().stream())
                .min(Instant::compareTo)
                .map(next -> Duration.between(now, next))
                .orElse(Turns.LONGEST_SLEEP);
    }

    private void climb(Alerts.Step step, Instant now) {
        RaisedAlert alert = step.alert();
        Escalation ladder = law.rule(alert.pack(), alert.rule())
                .map(rule -> rule.heading().escalation())
                .orElse(LADDER);
        Climbing climbing = alert.kind() == RaisedAlert.Kind.BREACH
                ? Climbing.ofBreach(ladder, alert.raisedAt(), now)
                : Climbing.ofWarning(ladder);
        List<Rung> fresh = climbing.above(alert.rung());
        List<Outgoing> messages = fresh.stream()
                .flatMap(rung -> channels.reaching(rung).stream()
                        .map(channel -> new Outgoing(MessageIds.of(alert.event(), rung, channel), channel, rung)))
                .toList();
        boolean told = store.alerts()
                .climb(step, climbing.highest().orElse(null), climbing.next().orElse(null), messages, now);
        if (told) {
            fresh.forEach(rung -> store.raisedAlerts().tell(new Told(step.facility(), alert.event(), rung)));
            messages.forEach(message -> channels.wake(message.channel()));
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
