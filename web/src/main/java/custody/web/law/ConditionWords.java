package custody.web.law;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Wire;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Requirement;
import custody.record.law.rules.Requirement.Way;
import custody.web.words.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a rule asks for, in words: conditions, events, limits.
 *
 * @param words how the law speaks
 */
record ConditionWords(LawWords words) {

    private Wording say() {
        return words.say();
    }

    /** For whom; empty where it is for everybody. */
    String of(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> joined(parts, "law.and");
            case Condition.Any(List<Condition> parts) -> joined(parts, "law.any");
            case Condition.Not(Condition part) -> say().say("law.not", of(part));
            case Condition.Is(NamedFact fact) -> fact(fact);
            case Condition.OnBasis(var bases) ->
                say().say("law.basis", listed(bases.stream().sorted().toList()));
            case Condition.Aggravated(var by) -> listed(by.stream().sorted().toList());
            case Condition.UnderRegime(var regimes) ->
                listed(regimes.stream().sorted().toList());
            case Condition.AtLevel(var levels) ->
                say().say("law.level", listed(levels.stream().sorted().toList()));
            case Condition.OfOffence(var articles) ->
                say().say(
                                "law.offence",
                                String.join(", ", articles.stream().sorted().toList()));
            case Condition.Happened(Pattern pattern) -> say().say("law.happened", event(pattern));
            case Condition.HappenedAfter(Pattern pattern, Pattern before, int times) ->
                say().say("law.happened-after", event(pattern), event(before), times);
            case Condition.GoesOn(Activity(List<Pattern> begins, List<Pattern> ends, String _)) ->
                say().say("law.goes-on", events(begins), events(ends));
        };
    }

    private String joined(List<Condition> parts, String between) {
        String joined = parts.stream()
                .map(this::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" " + say().say(between) + " "));
        return parts.size() > 1 && between.equals("law.any") ? "(" + joined + ")" : joined;
    }

    private String listed(List<? extends Enum<?>> constants) {
        return constants.stream().map(say()::constant).collect(Collectors.joining(", "));
    }

    /** A named fact. */
    String fact(NamedFact fact) {
        return say().say("law.fact." + Wire.name(fact));
    }

    /** Any of these events. */
    String events(Collection<Pattern> patterns) {
        return patterns.stream().map(this::event).collect(Collectors.joining("; " + say().say("law.any") + " "));
    }

    private String event(Pattern pattern) {
        String kind = say().say("kind." + pattern.kind());
        if (pattern.fitsAll()) {
            return say().say("law.quoted", kind);
        }
        TreeMap<String, String> narrowed = new TreeMap<>();
        pattern.where()
                .forEach((name, values) -> narrowed.put(
                        name,
                        values.stream()
                                .map(value -> value(pattern.kind(), name, value))
                                .collect(Collectors.joining(", "))));
        pattern.said().forEach(name -> narrowed.put(name, say().say("law.said")));
        return say().say("law.quoted", kind)
                + narrowed.entrySet().stream()
                        .map(entry -> say().field(pattern.kind(), entry.getKey()) + ": " + entry.getValue())
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    /** How a requirement is shown; any of the ways is enough. */
    String ways(List<Way> ways, List<Pattern> during) {
        String kind = during.getFirst().kind();
        return ways.stream()
                .map(way -> {
                    String when = of(way.when());
                    return when.isEmpty() ? way(way, kind) : when + ": " + way(way, kind);
                })
                .collect(Collectors.joining("; " + say().say("law.any") + " "));
    }

    private String way(Way way, String kind) {
        return switch (way) {
            case Requirement.Named named -> say().say("law.way-named", say().field(kind, named.field()));
            case Requirement.Says says ->
                say().field(kind, says.field()) + ": " + value(kind, says.field(), says.value());
            case Requirement.AtLeast least ->
                say().say("law.way-at-least", say().field(kind, least.field()), least.count());
            case Requirement.Before before ->
                before.times() == 1
                        ? say().say("law.way-before", event(before.pattern()))
                        : say().say("law.way-before-times", event(before.pattern()), before.times());
            case Requirement.Attending there ->
                say().say("law.way-attending", event(there.arrived()), event(there.left()));
        };
    }

    private String value(String kind, String name, String value) {
        Optional<FieldType> type =
                Catalogue.kind(kind).flatMap(found -> found.field(name)).map(Field::type);
        return switch (type.orElse(null)) {
            case FieldType.Choice choice -> say().option(choice.set(), value);
            case FieldType.Choices choices -> say().option(choices.set(), value);
            case FieldType.YesNo() -> say().say(value.equals("true") ? "form.yes" : "form.no");
            case null, default -> value;
        };
    }

    /** How long, and for whom: {@code 72 год}, or each with its condition. */
    String limits(List<Limit> limits) {
        return limits.stream().map(this::limit).collect(Collectors.joining("; "));
    }

    private String limit(Limit limit) {
        String length = words.length(limit.length());
        String said = switch (limit.standing()) {
            case LAW -> length;
            case STANDARD -> say().say("law.target", length);
        };
        String when = of(limit.when());
        return when.isEmpty() ? said : when + ": " + said;
    }
}
