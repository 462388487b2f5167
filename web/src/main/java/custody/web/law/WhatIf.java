package custody.web.law;

import custody.record.catalogue.Wire;
import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.law.Supposition;
import custody.record.law.rules.NamedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what was supposed on the page; a choice that is none is left out, since nothing depends on it but the page. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * What was supposed.
     *
     * @param basis wire name of the basis
     * @param aggravation wire name, or empty
     * @param regime wire name, or empty
     * @param facts wire names
     * @param level wire name, or empty
     * @param delivered minutes from T0, or empty
     * @param registered minutes from T0, or empty
     */
    public static Supposition read(
            String basis,
            String aggravation,
            String regime,
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
                supposed,
                named(Level.class, level).orElse(null),
                apprehended,
                minutes(delivered).orElse(null),
                minutes(registered).orElse(null));
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Wire.name(constant).equals(name))
                .findFirst();
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
