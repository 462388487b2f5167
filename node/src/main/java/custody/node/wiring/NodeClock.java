package custody.node.wiring;

import custody.ledger.log.BootId;
import custody.ledger.log.ClockSource;
import custody.ledger.log.LeafTime;
import custody.store.records.MachineTime;
import custody.store.records.NodeTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The node's clocks. Real, but for the minutes in which the demo writes its invented past: then wall clock and monotonic
 * clock both run through that past under a boot id of its own, so that the ledger's time rules find a past that fits
 * together.
 */
final class NodeClock implements NodeTime {
    private final NodeTime machine = MachineTime.start(InstantSource.system());
    private volatile @Nullable Past past;

    @Override
    public LeafTime now() {
        Past running = past;
        return running == null ? machine.now() : running.now();
    }

    /** From now on it is this instant, until the next call or {@link #real}. */
    void set(Instant instant) {
        Past running = past;
        past = running == null
                ? new Past(BootId.of(UUID.randomUUID()), instant, instant)
                : new Past(running.boot(), running.began(), instant);
    }

    /** From now on it is what the machine says. */
    void real() {
        past = null;
    }

    private record Past(BootId boot, Instant began, Instant at) {
        LeafTime now() {
            long uptime = Duration.between(began, at).toMillis();
            return new LeafTime(at, boot, uptime, ClockSource.NONE, LeafTime.UNKNOWN_ERROR);
        }
    }
}
