package custody.store.records;

import custody.record.desk.RaisedAlert.Kind;
import custody.record.events.Fact;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert as its event says it: what its row repeats, and what the check holds the row against. */
public record SaidAlert(
        Kind kind,
        String rule,
        @Nullable String provision,
        @Nullable Instant due,
        int percent,
        @Nullable String pack) {

    /** The alert that an event of this fact raises; empty where it raises none. */
    public static Optional<SaidAlert> of(Fact fact) {
        if (fact instanceof ClockBreached breach) {
            return Optional.of(
                    new SaidAlert(Kind.BREACH, breach.rule(), breach.provision(), breach.due(), 100, breach.pack()));
        }
        if (fact instanceof ClockWarning warning) {
            return Optional.of(new SaidAlert(
                    Kind.WARNING,
                    warning.rule(),
                    warning.provision(),
                    warning.due(),
                    warning.elapsed(),
                    warning.pack()));
        }
        if (fact instanceof FlagRaised flag) {
            String rule = flag.flag().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(new SaidAlert(Kind.QUESTION, rule, null, null, 0, null));
        }
        return Optional.empty();
    }
}
