package custody.web.law;

import custody.record.catalogue.Catalogue;
import custody.record.law.Step;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import custody.web.session.Visit;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How the law speaks on a screen: its texts in the reader's language, instants to the second where they have seconds,
 * lengths as the law counts them.
 *
 * @param say the words
 * @param times the facility's times
 */
public record LawWords(Wording say, Times times) {
    /** A limit of up to so many hours is said in hours, as the law says it. */
    private static final long HOURS_SAID = 96;

    /** At this visit. */
    public static LawWords of(Visit visit) {
        return new LawWords(visit.wording(), visit.times());
    }

    /** With the times of another zone. */
    public LawWords in(ZoneId zone) {
        return new LawWords(say, new Times(zone, say.language()));
    }

    /** A text in the reader's language. */
    public String text(Text text) {
        return say.language() == Language.UK ? text.uk() : text.en();
    }

    /** Whether a number is the law's or ours. */
    public String standing(Standing standing) {
        return switch (standing) {
            case LAW -> say.say("law.standing.law");
            case STANDARD -> say.say("law.standing.standard");
        };
    }

    /** From when on a person is an adult. */
    public String majority(Pack.Age majority) {
        return majority.dayAfter()
                ? say.say("law.adult-day-after", majority.years())
                : say.say("law.adult-birthday", majority.years());
    }

    /** Until when a child is a small one. */
    public String childhood(Pack.Age childhood) {
        return childhood.dayAfter()
                ? say.say("law.child-day-after", childhood.years())
                : say.say("law.child-birthday", childhood.years());
    }

    /** A step of a computation, as a sentence. */
    public String step(Step step) {
        return step.text(say.language().tag(), this::argument);
    }

    private String argument(String text) {
        if (Catalogue.kind(text).isPresent()) {
            return say.kind(Catalogue.kind(text).orElseThrow());
        }
        if (text.matches("P[T0-9].*")) {
            return length(Duration.parse(text));
        }
        for (String key : List.of("law.keeper." + text, "field." + text)) {
            if (say.has(key)) {
                return say.say(key);
            }
        }
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return times.date(LocalDate.parse(text));
            }
            return text.endsWith("Z") ? exact(Instant.parse(text)) : text;
        } catch (DateTimeException words) {
            return text;
        }
    }

    /** Local date and time, with seconds and milliseconds where there are any: deadlines are exact. */
    public String exact(Instant instant) {
        long milliseconds = instant.toEpochMilli() % 60_000;
        if (milliseconds == 0) {
            return times.full(instant);
        }
        String seconds = ":%02d".formatted(milliseconds / 1_000);
        String rest = milliseconds % 1_000 == 0 ? "" : ".%03d".formatted(milliseconds % 1_000);
        return times.full(instant) + seconds + rest;
    }

    /** A length, whole: {@code 72 год}, {@code 1 год 30 хв}, {@code 10 д}. */
    public String length(Duration length) {
        Duration left = length.abs();
        List<String> parts = new ArrayList<>();
        if (left.toHours() > HOURS_SAID) {
            part(parts, left.toDays(), "law.unit.day");
            left = left.minusDays(left.toDays());
        }
        part(parts, left.toHours(), "law.unit.hour");
        part(parts, left.toMinutesPart(), "law.unit.minute");
        part(parts, left.toSecondsPart(), "law.unit.second");
        return parts.isEmpty() ? "0\u00a0" + say.say("law.unit.minute") : String.join(" ", parts);
    }

    private void part(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + "\u00a0" + say.say(unit));
        }
    }

    /** Time that is left, or by how much a limit has passed. */
    public String left(Duration remaining) {
        return remaining.isNegative()
                ? say.say("law.over", brief(remaining.negated()))
                : say.say("law.left", brief(remaining));
    }

    /** The same without words, where they stand beside it. */
    public String bare(Duration remaining) {
        return brief(remaining.abs());
    }

    /** Two units, seconds only in the last hour, as the script goes on counting. */
    private String brief(Duration length) {
        if (length.toHours() > 0) {
            return times.length(length);
        }
        return length.toMinutes() + "\u00a0" + say.say("law.unit.minute") + " "
                + "%02d".formatted(length.toSecondsPart()) + "\u00a0" + say.say("law.unit.second");
    }
}
