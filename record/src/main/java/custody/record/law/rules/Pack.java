package custody.record.law.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law of one place for one time, as a lawyer wrote it down.
 *
 * @param id names the pack through its versions
 * @param jurisdiction whose law, in both languages
 * @param version version, as people say it
 * @param validFrom first instant at which it is in force
 * @param validTo first instant at which it is no longer; null while open
 * @param zone zone of its calendar rules where the facility names none
 * @param language working language, ISO 639-1
 * @param country whose citizens are not foreigners, ISO 3166-1 alpha-2
 * @param majority when a minor becomes an adult
 * @param childhood when a small child is one no longer; null where the pack knows no such age
 * @param acts the acts that its provisions begin with; empty where it does not say
 * @param rules its rules, by id
 * @param hash SHA-256 of its files, 64 hex digits
 */
public record Pack(
        String id,
        Text jurisdiction,
        String version,
        Instant validFrom,
        @Nullable Instant validTo,
        ZoneId zone,
        String language,
        String country,
        Age majority,
        @Nullable Age childhood,
        List<Act> acts,
        List<Rule> rules,
        String hash) {
    public Pack {
        acts = List.copyOf(acts);
        rules = List.copyOf(rules);
    }

    /** The rule of that id. */
    public Optional<Rule> rule(String rule) {
        return rules.stream().filter(candidate -> candidate.id().equals(rule)).findFirst();
    }

    /** Whether it is in force at that instant: from the first instant on, up to and without the last. */
    public boolean inForce(Instant instant) {
        return !instant.isBefore(validFrom) && (validTo == null || instant.isBefore(validTo));
    }

    /**
     * An age from which on the law asks something else.
     *
     * @param years age
     * @param dayAfter whether the birthday itself still counts as younger
     */
    public record Age(int years, boolean dayAfter) {
        /** First day of that age. A birthday of 29 February falls on 28 February in other years. */
        public LocalDate firstDay(LocalDate birth) {
            LocalDate birthday = birth.plusYears(years);
            return dayAfter ? birthday.plusDays(1) : birthday;
        }
    }
}
