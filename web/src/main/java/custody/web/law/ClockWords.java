package custody.web.law;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Wire;
import custody.record.detention.CustodyRecord;
import custody.record.law.Clock;
import custody.record.law.Clock.State;
import custody.record.law.Proof;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.web.components.Row;
import custody.web.law.ClockView.InputView;
import custody.web.law.ClockView.ProofView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts clocks of one record at one instant into words. Lives for one page. */
public final class ClockWords {
    /** From this share of the limit on a clock is amber. */
    private static final int SOON = 75;

    private final @Nullable CustodyRecord record;
    private final LawWords words;
    private final Instant at;

    /** {@code record} is null for a custody that is only supposed: its clocks lead nowhere. */
    public ClockWords(@Nullable CustodyRecord record, LawWords words, Instant at) {
        this.record = record;
        this.words = words;
        this.at = at;
    }

    /** One clock; {@code number} counts the clocks of its rule from 1. */
    public ClockView of(Clock clock, int number) {
        Instant due = clock.due();
        Instant met = clock.metAt();
        Instant started = clock.startedAt();
        Optional<Duration> left = past(clock) ? Optional.empty() : clock.remaining(at);
        String rule = clock.rule().id();
        int share = share(clock);
        return new ClockView(
                "clock-" + rule + "-" + number,
                record == null ? "" : "/records/" + record.id() + "/clocks/" + rule + "?n=" + number,
                words.text(clock.heading().title()),
                words.text(clock.heading().citation()),
                state(clock, share),
                tone(clock, share),
                limit(clock.rule()),
                clock.standing() == Standing.LAW,
                words.standing(clock.standing()),
                due == null ? "" : words.exact(due.truncatedTo(ChronoUnit.SECONDS)),
                due == null ? "" : words.times().near(due, at),
                left.isPresent() && due != null ? due.toString() : "",
                started == null ? "" : started.toString(),
                left.map(words::left).orElse(""),
                left.map(words::bare).orElse(""),
                share,
                clock.warnings().stream().map(Clock.Warning::percent).toList(),
                met == null ? "" : words.exact(met.truncatedTo(ChronoUnit.SECONDS)),
                clock.heading().demands().stream()
                        .map(demand -> words.say().say("law.demand." + Wire.name(demand)))
                        .toList(),
                proof(clock));
    }

    /** Whether a rule limits a custody or what goes on in it; meals, sleep and checks come again. */
    static boolean limit(Rule rule) {
        return switch (rule) {
            case Rule.Deadline _, Rule.MaximumDuration _, Rule.ForbiddenWindow _ -> true;
            case Rule.RequiredPresence _, Rule.Recurrence _, Rule.DailyAmount _, Rule.Refusal _ -> false;
        };
    }

    /** Broken, and nobody can do anything about it any more: nothing counts on. */
    private static boolean past(Clock clock) {
        return clock.state() == State.BREACHED
                && clock.open().isEmpty()
                && switch (clock.rule()) {
                    case Rule.Deadline _,
                            Rule.RequiredPresence _,
                            Rule.Recurrence _,
                            Rule.DailyAmount _,
                            Rule.Refusal _ -> true;
                    case Rule.MaximumDuration _, Rule.ForbiddenWindow _ -> false;
                };
    }

    private int share(Clock clock) {
        Instant due = clock.due();
        Duration elapsed = clock.elapsed();
        if (due == null || elapsed == null || !clock.state().owed()) {
            return clock.state() == State.NOT_APPLICABLE ? 0 : 100;
        }
        long left = Duration.between(at, due).toMillis();
        long gone = elapsed.toMillis();
        return left <= 0 ? 100 : (int) (gone * 100 / Math.max(1, gone + left));
    }

    private String state(Clock clock, int share) {
        boolean soon = clock.state() == State.RUNNING && clock.due() != null && share >= SOON;
        return words.say().say("law.state." + (soon ? "soon" : Wire.name(clock.state())));
    }

    private static String tone(Clock clock, int share) {
        return switch (clock.state()) {
            case BREACHED -> "red";
            case MET_LATE -> "amber";
            case RUNNING -> clock.due() == null ? "grey" : share >= SOON ? "amber" : "green";
            case MET -> "green";
            case SUSPENDED, NOT_APPLICABLE -> "grey";
        };
    }

    private ProofView proof(Clock clock) {
        Proof proof = clock.proof();
        return new ProofView(
                proof.rule() + ", " + words.say().say("law.rule-version", proof.version()),
                certainty(clock.heading().source().certainty()),
                proof.steps().stream().map(words::step).toList(),
                proof.inputs().stream().map(this::input).toList(),
                clock.readings().stream().map(this::reading).toList());
    }

    /** What is our own standard says so already where the provision stands. */
    private String certainty(Certainty certainty) {
        return certainty == Certainty.OWN_STANDARD ? "" : words.say().say("law.certainty." + Wire.name(certainty));
    }

    private InputView input(Proof.Input input) {
        String path = record == null
                ? ""
                : record.event(input.event())
                        .map(event -> "/records/" + record.id() + "?all=1#event-" + event.version())
                        .orElse("");
        String kind = words.say().kind(Catalogue.kind(input.kind()).orElseThrow());
        return new InputView(path, kind, words.exact(input.at()));
    }

    private Row reading(Clock.ReadingResult reading) {
        Instant due = reading.due();
        String state = words.say().say("law.state." + Wire.name(reading.state()));
        return new Row(
                words.text(reading.name()) + " · " + words.text(reading.citation()),
                due == null ? state : words.say().say("law.due", words.exact(due)) + " · " + state);
    }
}
