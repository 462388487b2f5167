package custody.web.law;

import custody.record.catalogue.Wire;
import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.law.Supposition;
import custody.record.law.rules.NamedFact;
import custody.web.components.Row;
import custody.web.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what was supposed on the page; a choice that is none is left out, since nothing depends on it but the page. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * What was supposed.
     *
     * @param basis wire name of the basis
     * @param aggravation wire name, or empty
     * @param regime wire name, or empty
     * @param offence article and part, or empty
     * @param facts wire names
     * @param level wire name, or empty
     * @param delivered minutes from T0, or empty
     * @param registered minutes from T0, or empty
     */
    public static Supposition read(
            String basis,
            String aggravation,
            String regime,
            String offence,
            List<String> facts,
            String level,
            Instant apprehended,
            String delivered,
            String registered) {
        Set<NamedFact> supposed = facts.stream()
                .flatMap(fact -> named(NamedFact.class, fact).stream())
                .filter(Supposition.POSSIBLE::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NamedFact.class)));
        return new Supposition(
                named(Basis.class, basis).orElse(Basis.CPC_208),
                named(Basis.Aggravation.class, aggravation).orElse(null),
                named(Basis.Regime.class, regime).orElse(null),
                offence.isBlank() || !article(offence) ? null : offence.strip(),
                supposed,
                named(Level.class, level).orElse(null),
                apprehended,
                minutes(delivered).orElse(null),
                minutes(registered).orElse(null));
    }

    /** What was supposed, in words: a page on paper must say what it rests on. */
    public static List<Row> said(Supposition supposed, LawWords words) {
        Wording say = words.say();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                say.say("whiteboard.basis"), said(say, supposed.basis(), supposed.aggravation(), supposed.regime())));
        rows.add(new Row(say.field("apprehended", "offence"), Objects.requireNonNullElse(supposed.offence(), "")));
        rows.add(new Row(say.say("record.apprehended"), words.exact(supposed.apprehended())));
        String facts = supposed.facts().stream()
                .sorted()
                .map(fact -> say.say("law.fact." + Wire.name(fact)))
                .collect(Collectors.joining(", "));
        rows.add(new Row(say.say("law.facts"), facts));
        rows.add(new Row(say.say("law.delivered-after"), minutes(supposed.delivered())));
        rows.add(new Row(say.say("law.registered-after"), minutes(supposed.registered())));
        rows.add(new Row(say.say("record.level"), said(say, supposed.level())));
        return rows.stream().filter(row -> !row.value().isEmpty()).toList();
    }

    private static String said(Wording say, @Nullable Enum<?>... constants) {
        return Arrays.stream(constants)
                .filter(Objects::nonNull)
                .map(say::constant)
                .collect(Collectors.joining("; "));
    }

    private static String minutes(@Nullable Duration after) {
        return after == null ? "" : Long.toString(after.toMinutes());
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Wire.name(constant).equals(name))
                .findFirst();
    }

    /** Whether that is an article, with or without its part ({@code 115}, {@code 258-1(2)}), or nothing. */
    public static boolean article(String text) {
        return text.strip().matches("([0-9]{1,4}(-[0-9]{1,3})?(\\([0-9]{1,2}\\))?)?");
    }

    /** Whether that is a length in minutes, or nothing. */
    public static boolean length(String text) {
        return text.isBlank() || minutes(text).isPresent();
    }

    private static Optional<Duration> minutes(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,4}")
                ? Optional.of(Duration.ofMinutes(Integer.parseInt(digits)))
                : Optional.empty();
    }
}
