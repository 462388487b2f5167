package custody.web.house;

import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import custody.record.law.rules.Act;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The law of this house: two versions of a small pack, made by hand. From 25 November on 48 hours hold, not 72. Behind them
 * stands the text that an earlier program had: of the older version, with 60 hours.
 */
public final class HouseLaw {
    /** First instant of the newer version. */
    public static final Instant SWITCH = Instant.parse("2026-11-24T22:00:00Z");

    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final Condition CRIMINAL =
            new Condition.OnBasis(Set.of(Basis.CPC_208, Basis.CPC_208_2, Basis.MISDEMEANOUR));

    private HouseLaw() {}

    /** The law. */
    public static Lawbook book() {
        Instant begin = Instant.parse("2024-04-01T00:00:00Z");
        Packs packs = new Packs(List.of(
                        pack("2024.4", begin, SWITCH, Duration.ofDays(3), "a"),
                        pack("2026.12", SWITCH, null, Duration.ofDays(2), "b")))
                .over(List.of(pack("2024.4", begin, null, Duration.ofHours(60), "c")));
        return new Lawbook(packs, "ua", _ -> new Circumstances(KYIV, List.of()));
    }

    private static Pack pack(String version, Instant from, @Nullable Instant to, Duration longest, String hashDigit) {
        List<Rule> rules = List.of(
                maximum(longest),
                deadline(
                        "relatives",
                        "КПК 213(1)",
                        new Text("Повідомлено близьких родичів", "Relatives told"),
                        "apprehended",
                        target(30),
                        List.of(new Pattern(
                                "notice", Map.of("addressee", List.of("relative"), "outcome", List.of("reached")))),
                        List.of(Demand.NOTIFY)),
                deadline(
                        "registered",
                        "КПК 212(3)(1)",
                        new Text("Затриманого зареєстровано", "Detainee registered"),
                        "delivered",
                        target(10),
                        List.of(Pattern.of("registered")),
                        List.of(Demand.REGISTER)),
                checks(),
                handcuffs(),
                report());
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
                List.of(new Act(
                        new Text("КПК", "CPC"),
                        new Text("Кримінальний процесуальний кодекс України", "Criminal Procedure Code of Ukraine"))),
                rules,
                hashDigit.repeat(64));
    }

    private static Rule maximum(Duration longest) {
        return new Rule.Deadline(
                heading(
                        "maximum",
                        longest.toDays() == 3 ? 1 : 2,
                        "КПК 211(1)",
                        new Text("Вручено рішення суду або звільнено", "Court decision handed over, else release"),
                        Standing.LAW,
                        CRIMINAL,
                        Heading.Scope.CUSTODY,
                        List.of(Demand.RELEASE),
                        75),
                List.of(reading("apprehended", new Limit(Condition.ALWAYS, longest, Standing.LAW))),
                List.of(new Need(Condition.ALWAYS, List.of(Pattern.of("court-decision"), Pattern.of("released")))),
                false,
                false,
                Duration.ZERO,
                null);
    }

    private static Rule deadline(
            String id,
            String provision,
            Text title,
            String from,
            Limit limit,
            List<Pattern> doneBy,
            List<Demand> demands) {
        return new Rule.Deadline(
                heading(
                        id,
                        1,
                        provision,
                        title,
                        Standing.STANDARD,
                        Condition.ALWAYS,
                        Heading.Scope.CUSTODY,
                        demands,
                        0),
                List.of(reading(from, limit)),
                List.of(new Need(Condition.ALWAYS, doneBy)),
                false,
                false,
                Duration.ZERO,
                null);
    }

    private static Rule checks() {
        Condition half = new Condition.AtLevel(Set.of(Level.EVERY_30_MIN));
        return new Rule.Recurrence(
                heading(
                        "checks",
                        1,
                        "внутрішній стандарт",
                        new Text("Перевірка за рівнем нагляду", "A check by observation level"),
                        Standing.STANDARD,
                        Condition.ALWAYS,
                        Heading.Scope.FACILITY,
                        List.of(Demand.CHECK_NOW),
                        50),
                List.of(Pattern.of("observation-level-set")),
                null,
                List.of(new Limit(half, Duration.ofMinutes(30), Standing.STANDARD)),
                List.of(Pattern.of("check-made")),
                null,
                null,
                null);
    }

    private static Rule handcuffs() {
        return new Rule.MaximumDuration(
                heading(
                        "handcuffs",
                        1,
                        "Закон про поліцію 45(4)",
                        new Text("Кайданки не довше двох годин", "Handcuffs for two hours at most"),
                        Standing.LAW,
                        Condition.ALWAYS,
                        Heading.Scope.CUSTODY,
                        List.of(Demand.LOOSEN),
                        0),
                new Activity(
                        List.of(new Pattern("handcuffs", Map.of("state", List.of("on")))),
                        List.of(new Pattern("handcuffs", Map.of("state", List.of("loosened", "off"))))),
                List.of(new Limit(Condition.ALWAYS, Duration.ofHours(2), Standing.LAW)),
                Rule.MaximumDuration.Per.STRETCH);
    }

    /** Owed although the person has gone. */
    private static Rule report() {
        return new Rule.Deadline(
                heading(
                        "force-report",
                        1,
                        "Закон про поліцію 44(2)",
                        new Text("Письмова доповідь про застосування сили", "Written report on force"),
                        Standing.STANDARD,
                        Condition.ALWAYS,
                        Heading.Scope.RECORD,
                        List.of(Demand.REPORT_TO_HEAD),
                        0),
                List.of(reading("force-used", target(30))),
                List.of(new Need(Condition.ALWAYS, List.of(Pattern.of("force-statement")))),
                true,
                false,
                Duration.ZERO,
                null);
    }

    private static Limit target(int minutes) {
        return new Limit(Condition.ALWAYS, Duration.ofMinutes(minutes), Standing.STANDARD);
    }

    private static Reading reading(String from, Limit limit) {
        return new Reading(
                new Text("", ""), new Text("", ""), Condition.ALWAYS, List.of(Pattern.of(from)), List.of(limit), null);
    }

    private static Heading heading(
            String id,
            int version,
            String provision,
            Text title,
            Standing standing,
            Condition when,
            Heading.Scope scope,
            List<Demand> demands,
            int taskFrom) {
        return new Heading(
                id,
                version,
                provision,
                new Text(provision, provision.replace("КПК", "CPC")),
                title,
                standing,
                new Source(Certainty.READ_IN_THE_LAW, "вигадане джерело"),
                when,
                scope,
                demands,
                List.of(50, 75, 90),
                new Escalation(List.of()),
                taskFrom);
    }
}
