package custody.web.law;

import custody.record.catalogue.Wire;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Postponement;
import custody.record.law.rules.Reading;
import custody.record.law.rules.Rule;
import custody.web.components.Row;
import custody.web.words.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts rules into words. Lives for one page. */
public final class RuleWords {
    private final LawWords words;
    private final ConditionWords conditions;

    /** In the reader's language. */
    public RuleWords(LawWords words) {
        this.words = words;
        this.conditions = new ConditionWords(words);
    }

    /** One rule. */
    public RuleView of(Rule rule) {
        Heading heading = rule.heading();
        boolean ukrainian = words.say().language() == Language.UK;
        return new RuleView(
                heading.id(),
                heading.version(),
                words.text(heading.title()),
                ukrainian ? heading.title().en() : heading.title().uk(),
                words.say().other().tag(),
                words.text(heading.citation()),
                say("law.kind." + Wire.name(rule.getClass())),
                words.standing(heading.standing()),
                say("law.certainty." + Wire.name(heading.source().certainty())),
                heading.source().certainty() == Certainty.READ_IN_THE_LAW,
                rows(rule),
                heading.source().text());
    }

    /** What a rule asks, line by line; two versions are told apart by these lines. */
    List<Row> rows(Rule rule) {
        List<Row> rows = new ArrayList<>();
        add(rows, "when", conditions.of(rule.heading().when()));
        switch (rule) {
            case Rule.Deadline deadline -> deadline(rows, deadline);
            case Rule.MaximumDuration duration -> {
                activity(rows, duration.activity());
                add(rows, "limit", say("law.per." + Wire.name(duration.per()), conditions.limits(duration.limits())));
            }
            case Rule.ForbiddenWindow window -> {
                activity(rows, window.activity());
                add(rows, "window", window.from() + " – " + window.to());
                add(rows, "except-with", window.exceptField() == null ? "" : say("field." + window.exceptField()));
                Activity partOf = window.partOf();
                if (partOf != null) {
                    activity(rows, partOf, "part-of", "part-of-ends", "part-of-paired-by");
                }
            }
            case Rule.RequiredPresence presence -> {
                add(
                        rows,
                        "during",
                        conditions.events(Stream.concat(presence.during().stream(), presence.continued().stream())
                                .toList()));
                add(rows, "ends", conditions.events(presence.ends()));
                presence.requirements()
                        .forEach(requirement -> add(
                                rows,
                                "requires",
                                Stream.of(conditions.of(requirement.when()), words.text(requirement.name()))
                                                .filter(text -> !text.isEmpty())
                                                .collect(Collectors.joining(": "))
                                        + ". "
                                        + say("law.shown-by", conditions.ways(requirement.ways(), presence.during()))));
            }
            case Rule.Recurrence recurrence -> recurrence(rows, recurrence);
            case Rule.DailyAmount daily -> daily(rows, daily);
            case Rule.Refusal refusal -> {
                add(rows, "forbids", conditions.events(refusal.forbids()));
                add(rows, "except", conditions.events(refusal.except()));
                add(rows, "kept-by", say("law.keeper." + Wire.name(refusal.keptBy())));
            }
        }
        common(rows, rule);
        return rows;
    }

    private void deadline(List<Row> rows, Rule.Deadline deadline) {
        for (Reading reading : deadline.readings()) {
            boolean only = deadline.readings().size() == 1;
            String name = only ? "" : words.text(reading.name()) + " (" + words.text(reading.citation()) + "). ";
            String when = only ? "" : conditions.of(reading.when());
            add(rows, "from", name + (when.isEmpty() ? "" : when + ": ") + conditions.events(reading.from()));
            String until = reading.until();
            add(
                    rows,
                    "limit",
                    until == null ? conditions.limits(reading.limits()) : say("law.until", say("field." + until)));
        }
        for (Need need : deadline.needs()) {
            String when = conditions.of(need.when());
            add(rows, "done-by", (when.isEmpty() ? "" : when + ": ") + conditions.events(need.anyOf()));
        }
        add(rows, "each", deadline.each() ? say("form.yes") : "");
        add(rows, "known-from", deadline.knownFrom() ? say("form.yes") : "");
        add(rows, "back", deadline.back().isZero() ? "" : back(deadline.back()));
        if (deadline.suspendedWhile() != null) {
            add(rows, "suspended", conditions.of(deadline.suspendedWhile()));
        }
    }

    /** A rule may count what was done at any time since the apprehension: longer than any custody. */
    private String back(Duration back) {
        return back.toDays() >= 400 ? say("law.back-always") : words.length(back);
    }

    private void recurrence(List<Row> rows, Rule.Recurrence recurrence) {
        add(rows, "from", conditions.events(recurrence.from()));
        Duration first = recurrence.first();
        add(rows, "first", first == null ? "" : words.length(Objects.requireNonNull(first)));
        add(rows, "every", conditions.limits(recurrence.every()));
        add(rows, "done-by", conditions.events(recurrence.doneBy()));
        if (recurrence.suspendedWhile() != null) {
            add(rows, "rests", conditions.of(recurrence.suspendedWhile()));
        }
        if (recurrence.pausedWhile() != null) {
            add(rows, "suspended", conditions.of(recurrence.pausedWhile()));
        }
        Postponement postponement = recurrence.postponement();
        if (postponement != null) {
            add(rows, "postponed-by", conditions.events(postponement.by()));
            add(rows, "postponed-for", conditions.limits(List.of(postponement.within())));
        }
    }

    private void daily(List<Row> rows, Rule.DailyAmount daily) {
        add(rows, "of", conditions.events(daily.of()));
        add(rows, "times", daily.times() == 0 ? "" : Integer.toString(daily.times()));
        add(rows, "amount", conditions.limits(daily.amounts()));
        add(rows, "unbroken", daily.unbroken() ? say("form.yes") : "");
        if (daily.exceptWhile() != null) {
            add(rows, "suspended", conditions.of(daily.exceptWhile()));
        }
        add(rows, "day", say("law.day." + Wire.name(daily.day())));
        add(rows, "from", conditions.events(daily.from()));
    }

    private void activity(List<Row> rows, Activity activity) {
        activity(rows, activity, "begins", "ends", "paired-by");
    }

    private void activity(List<Row> rows, Activity activity, String begins, String ends, String pairedBy) {
        add(rows, begins, conditions.events(activity.begins()));
        add(rows, ends, conditions.events(activity.ends()));
        String paired = activity.pairedBy();
        add(rows, pairedBy, paired == null ? "" : say("law.paired-by", say("field." + paired)));
    }

    private void common(List<Row> rows, Rule rule) {
        Heading heading = rule.heading();
        add(
                rows,
                "demands",
                heading.demands().stream()
                        .map(demand -> say("law.demand." + Wire.name(demand)))
                        .collect(Collectors.joining(", ")));
        if (runs(rule)) {
            add(
                    rows,
                    "warnings",
                    heading.warnings().stream().map(percent -> percent + " %").collect(Collectors.joining(", ")));
        }
        add(rows, "task-from", heading.taskFrom() == 0 ? "" : heading.taskFrom() + " %");
        add(
                rows,
                "told",
                heading.escalation().steps().stream()
                        .map(step -> say("law.rung." + Wire.name(step.to()))
                                + (step.after().isZero() ? "" : " +" + words.length(step.after())))
                        .collect(Collectors.joining(" → ")));
        add(rows, "scope", say("law.scope." + Wire.name(heading.scope())));
    }

    /** What a pack says of all its rules. */
    List<Row> rows(Pack pack) {
        List<Row> rows = new ArrayList<>();
        add(rows, "majority", words.majority(pack.majority()));
        add(rows, "childhood", pack.childhood() == null ? "" : words.childhood(pack.childhood()));
        add(rows, "zone", pack.zone().getId());
        return rows;
    }

    /** Whether there is time to warn in: an act is judged the moment it happens. */
    private static boolean runs(Rule rule) {
        return switch (rule) {
            case Rule.Deadline _,
                    Rule.MaximumDuration _,
                    Rule.ForbiddenWindow _,
                    Rule.Recurrence _,
                    Rule.DailyAmount _ -> true;
            case Rule.RequiredPresence _, Rule.Refusal _ -> false;
        };
    }

    /** What a line is called. */
    String label(String name) {
        return say("law.row." + name);
    }

    private void add(List<Row> rows, String label, String text) {
        if (!text.isEmpty()) {
            rows.add(new Row(label(label), text));
        }
    }

    private String say(String key, Object... values) {
        return words.say().say(key, values);
    }
}
