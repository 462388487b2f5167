package custody.record.law;

import custody.record.events.Basis;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Limit;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Reading;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Source;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packs of two rules: three days for whoever is caught in the act, and parents told at once where the person is a minor. */
final class SmallLaw {
    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private SmallLaw() {}

    static Pack pack(String version, Instant from, @Nullable Instant to, String digit) {
        return new Pack(
                "ua",
                new Text("Україна", "Ukraine"),
                version,
                from,
                to,
                KYIV,
                "uk",
                "UA",
                new Pack.Age(18, true),
                new Pack.Age(14, true),
                List.of(),
                List.of(
                        rule(
                                "maximum",
                                new Condition.OnBasis(Set.of(Basis.CPC_208)),
                                new Limit(Condition.ALWAYS, Duration.ofDays(3), Standing.LAW),
                                "released"),
                        rule(
                                "parents",
                                new Condition.Is(NamedFact.MINOR),
                                new Limit(Condition.ALWAYS, Duration.ofMinutes(30), Standing.STANDARD),
                                "notice")),
                digit.repeat(64));
    }

    private static Rule rule(String id, Condition when, Limit limit, String doneBy) {
        Heading heading = new Heading(
                id,
                1,
                "ст. 1",
                new Text("ст. 1", "Art. 1"),
                new Text("Обов’язок", "A duty"),
                Standing.LAW,
                new Source(Certainty.READ_IN_THE_LAW, "вигадане"),
                when,
                Heading.Scope.CUSTODY,
                List.of(Demand.RELEASE),
                List.of(50),
                new Escalation(List.of()),
                0);
        Reading reading = new Reading(
                new Text("", ""),
                new Text("", ""),
                Condition.ALWAYS,
                List.of(Pattern.of("apprehended")),
                List.of(limit),
                null);
        Need need = new Need(Condition.ALWAYS, List.of(Pattern.of(doneBy)));
        return new Rule.Deadline(heading, List.of(reading), List.of(need), false, false, Duration.ZERO, null);
    }
}
