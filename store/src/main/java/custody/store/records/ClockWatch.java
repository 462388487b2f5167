package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.Leaf;
import custody.ledger.log.LeafTime;
import custody.ledger.log.TimeRules;
import custody.ledger.log.TimeWatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sees that the wall clock was set: before anything is written by the new time, a clock entry says how far it was moved.
 * Clock trouble labels entries; it never blocks recording. Owned by the appender.
 */
final class ClockWatch {
    private static final String NEWEST = "SELECT leaf FROM leaf WHERE epoch = ? ORDER BY index DESC LIMIT 1";

    private final int epoch;
    private @Nullable LeafTime before;

    ClockWatch(int epoch) {
        this.epoch = epoch;
    }

    /** What was prepared last may not be stored: the newest stored entry is asked again. */
    void forget() {
        before = null;
    }

    /** The wishes, led by a clock entry where the clock was set since the entry before. */
    List<Wish> explained(List<Wish> wishes, LeafTime now, Connection connection) throws SQLException {
        LeafTime last = before == null ? newest(connection).orElse(now) : before;
        before = now;
        Optional<Wish> entry = step(last, now)
                .map(millis -> new Wish.Noting(
                        EntryClass.CLOCK,
                        ClearFacts.none().with(TimeWatch.STEP_FACT, millis),
                        List.of(),
                        new CompletableFuture<>()));
        if (entry.isEmpty()) {
            return wishes;
        }
        List<Wish> led = new ArrayList<>(wishes.size() + 1);
        led.add(entry.get());
        led.addAll(wishes);
        return led;
    }

    /**
     * How far the wall clock was set between two entries, signed; empty where the rules find nothing. Across a restart of
     * the machine nobody measured the time between: only a step back is seen.
     */
    static Optional<Long> step(LeafTime before, LeafTime now) {
        if (TimeRules.judge(before, now, null).isEmpty()) {
            return Optional.empty();
        }
        long wall = Duration.between(before.recordedAt(), now.recordedAt()).toMillis();
        boolean sameBoot = before.boot().equals(now.boot());
        return Optional.of(sameBoot ? wall - (now.uptimeMillis() - before.uptimeMillis()) : wall);
    }

    private Optional<LeafTime> newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setInt(1, epoch);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(Leaf.parse(rows.getBytes(1)).orThrow().time())
                        : Optional.empty();
            }
        }
    }
}
