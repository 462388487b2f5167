package custody.record.law;

import custody.record.events.Event;
import custody.record.law.Clock.ReadingResult;
import custody.record.law.Clock.State;
import custody.record.law.Clock.Warning;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A clock while it is being worked out. Lives for one clock. */
final class Winding {
    /** Recorded instants have milliseconds; a limit is broken at the first one after it. */
    static final Duration TICK = Duration.ofMillis(1);

    private final Rule rule;
    private final Instant now;
    private Standing standing;
    private @Nullable Instant startedAt;
    private @Nullable Instant due;
    private @Nullable Instant metAt;
    private @Nullable Duration elapsed;
    private @Nullable Instant changes;
    private final List<ReadingResult> readings = new ArrayList<>();
    private final List<Need> open = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<Proof.Input> inputs = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Winding(Rule rule, Instant now) {
        this.rule = rule;
        this.now = now;
        this.standing = rule.heading().standing();
    }

    Winding started(Instant at) {
        startedAt = at;
        return this;
    }

    Winding due(@Nullable Instant at) {
        due = at;
        return this;
    }

    Winding met(@Nullable Instant at) {
        metAt = at;
        return this;
    }

    Winding elapsed(Duration counted) {
        elapsed = counted;
        return this;
    }

    Winding reading(ReadingResult result) {
        readings.add(result);
        return this;
    }

    Winding open(List<Need> needs) {
        open.addAll(needs);
        return this;
    }

    Winding input(Event event) {
        inputs.add(new Proof.Input(event.id(), Facts.kind(event.fact()), event.occurredAt()));
        return this;
    }

    Winding step(Step.Code code, Object... arguments) {
        steps.add(Step.of(code, arguments));
        return this;
    }

    Winding limit(Limit limit) {
        standing = limit.standing();
        return step(limit.standing() == Standing.LAW ? Step.Code.LIMIT : Step.Code.TARGET, limit.length());
    }

    /** Something may change at that instant; what lies behind is no news. */
    Winding changes(@Nullable Instant at) {
        if (at != null && at.isAfter(now) && (changes == null || at.isBefore(changes))) {
            changes = at;
        }
        return this;
    }

    /** Warnings counted back from the due instant, and the first instant at which the limit is broken. */
    Winding approaching(Instant end, Duration limit) {
        for (int percent : rule.heading().warnings()) {
            Instant at = end.minus(limit.multipliedBy(100 - percent).dividedBy(100));
            warnings.add(new Warning(percent, at));
            changes(at);
        }
        // What becomes owed when its end is past already (a visitor detained after hours) is broken at the very next
        // instant.
        return changes(end.isBefore(now) ? now.plus(TICK) : end.plus(TICK));
    }

    Clock in(State state) {
        Proof proof =
                new Proof(rule.heading().provision(), rule.id(), rule.heading().version(), List.copyOf(inputs), steps);
        return new Clock(
                rule, state, standing, startedAt, due, metAt, elapsed, readings, open, warnings, changes, proof);
    }

    /** A clock that asks nothing, and why. */
    static Clock resting(Rule rule, Instant now, Step.Code why, @Nullable Instant changes) {
        return new Winding(rule, now).step(why).changes(changes).in(State.NOT_APPLICABLE);
    }
}
