package custody.record.law;

import custody.record.law.Clock.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every clock of a record at one instant.
 *
 * @param at the instant
 * @param under the pack that judged
 * @param clocks clocks in the order of the pack's rules; a rule that asks nothing has one that is not applicable
 * @param ahead first event that is written but has not happened yet
 */
public record Board(Instant at, Under under, List<Clock> clocks, Optional<Instant> ahead) {
    public Board {
        clocks = List.copyOf(clocks);
    }

    /** Which pack judged: id, version, hash. */
    public record Under(String pack, String version, String hash) {
        /** The form written into events: {@code ua 2026.11} and the first 16 digits of the hash. */
        public String text() {
            return pack + " " + version + " " + hash.substring(0, Math.min(16, hash.length()));
        }
    }

    /** The next instant at which anything changes, if no event comes before; empty where nothing ever will. */
    public Optional<Instant> next() {
        return Stream.concat(ahead.stream(), clocks.stream().map(Clock::changes).filter(Objects::nonNull))
                .min(Instant::compareTo);
    }

    /** The running clock that is due first. */
    public Optional<Clock> nextDue() {
        return clocks.stream()
                .filter(clock -> clock.state() == State.RUNNING && clock.due() != null)
                .min(java.util.Comparator.comparing(clock -> Objects.requireNonNull(clock.due())));
    }

    /** The clocks of one rule. */
    public List<Clock> of(String rule) {
        return clocks.stream().filter(clock -> clock.rule().id().equals(rule)).toList();
    }
}
