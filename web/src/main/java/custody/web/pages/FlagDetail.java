package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;

/** What a flag measured, as a sentence: the record keeps it in no language. */
final class FlagDetail {
    private FlagDetail() {}

    /** The sentence, with the names of rules and rooms for their codes; what was kept as it stands where there is none for it. */
    static String say(
            FlagRaised raised, Wording say, Times times, UnaryOperator<String> rules, UnaryOperator<String> rooms) {
        String detail = raised.detail() == null ? "" : raised.detail();
        // The one rule that asks in two ways: of a level that was set, and of one that was not within a time.
        boolean unset = raised.flag() == Flag.LEVEL_BELOW_ANSWERS && detail.contains("within=");
        String key = "flag-detail." + Wire.name(raised.flag()) + (unset ? ".unset" : "");
        if (!say.has(key)) {
            return detail;
        }
        String sentence = say.say(key);
        for (String measured : detail.split(", ", -1)) {
            String[] parts = measured.split("=", 2);
            if (parts.length == 2) {
                String word = switch (parts[0]) {
                    case "rule" -> rules.apply(parts[1]);
                    case "room" -> rooms.apply(parts[1]);
                    default -> word(parts[1], say, times);
                };
                sentence = sentence.replace("{" + parts[0] + "}", word);
            }
        }
        // A record of another version may have measured otherwise: then it is shown as it was kept.
        return sentence.contains("{") ? detail : sentence;
    }

    private static String word(String value, Wording say, Times times) {
        try {
            if (value.startsWith("PT")) {
                return times.length(Duration.parse(value));
            }
            if (value.endsWith("Z")) {
                return times.full(Instant.parse(value));
            }
        } catch (DateTimeParseException otherwise) {
            return value;
        }
        return say.has("choice.level." + value) ? say.option("level", value) : value;
    }
}
