package custody.node.alarms;

import custody.node.alarms.channels.ChannelSettings;
import custody.node.alarms.channels.Channels;
import custody.record.desk.AlarmChannels;
import custody.record.law.Lawbook;
import custody.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Everything that rings, tells and carries: started last of a node, stopped first. */
public final class Alarms implements AutoCloseable {
    private final Channels channels;
    private final Reach reach;
    private final Escalating escalating;
    private final AlarmClock clock;

    private Alarms(Channels channels, Reach reach, Escalating escalating, AlarmClock clock) {
        this.channels = channels;
        this.reach = reach;
        this.escalating = escalating;
        this.clock = clock;
    }

    /** Starts all of it. */
    public static Alarms start(Store store, Lawbook law, ChannelSettings settings, InstantSource time) {
        Channels channels = Channels.start(settings, law, store.outbox(), time);
        Escalating escalating = Escalating.start(store, law, channels, time);
        AlarmClock clock = AlarmClock.start(store, law, time, escalating::wake);
        return new Alarms(channels, new Reach(channels, law), escalating, clock);
    }

    /** Whom messages reach. */
    public AlarmChannels reach() {
        return reach;
    }

    /** Tells the person at the console whom no channel reaches. */
    public void say(Instant now, Consumer<String> say) {
        reach.say(now, say);
    }

    /** Something beside the records changed: look at once. */
    public void wake() {
        clock.wake();
        escalating.wake();
    }

    /** An alarm about a camera was raised: tell at once. Never blocks. */
    public void wakeForCameras() {
        escalating.wake();
    }

    @Override
    public void close() {
        clock.close();
        escalating.close();
        channels.close();
    }
}
