package custody.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.catalogue.Wire;
import custody.record.law.Clock;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.web.pages.AlertLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Labels of events are the matter of {@code LabelsTest} of the room {@code record}. */
@DisplayName("What the law says by a code")
class LawTextsTest {
    /** Beginning of the keys, and the closed set whose every member has one. */
    private static final Map<String, List<Class<? extends Enum<?>>>> SETS = Map.ofEntries(
            Map.entry("law.demand.", List.of(Demand.class)),
            Map.entry("law.fact.", List.of(NamedFact.class)),
            Map.entry("law.certainty.", List.of(Certainty.class)),
            Map.entry("law.rung.", List.of(Escalation.Rung.class)),
            Map.entry("alerts.rung.", List.of(Escalation.Rung.class)),
            Map.entry("law.scope.", List.of(Heading.Scope.class)),
            Map.entry("law.state.", List.of(Clock.State.class)),
            Map.entry("law.standing.", List.of(Standing.class)),
            Map.entry("law.keeper.", List.of(Rule.Refusal.Keeper.class)),
            Map.entry("law.per.", List.of(Rule.MaximumDuration.Per.class)),
            Map.entry("law.day.", List.of(Rule.DailyAmount.Day.class)),
            Map.entry("alerts.severity.", List.of(AlertLine.Severity.class)));

    @Test
    @DisplayName("has words in both languages")
    void hasWords() {
        List<String> missing = new ArrayList<>();
        for (Language language : Language.values()) {
            Map<String, String> texts = Bundles.of(language);
            SETS.forEach((prefix, types) -> types.stream()
                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                    .map(constant -> prefix + Wire.name(constant))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> missing.add(language + " " + key)));
            Stream.of(Rule.class.getPermittedSubclasses())
                    .map(kind -> "law.kind." + Wire.name(kind))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> missing.add(language + " " + key));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    @DisplayName("is found where a Ukrainian page shows it raw, and nowhere else")
    void isFoundWhereItIsShownRaw() {
        String page = "<html lang=\"uk\"><p data-x=\"notify\">Вимагає: %s</p><script>notify</script></html>";
        assertEquals(List.of("explain-rights"), RawCodes.shownIn(page.formatted("explain-rights")));
        assertEquals(List.of("notify"), RawCodes.shownIn(page.formatted("notify, повідомити")));
        assertEquals(List.of(), RawCodes.shownIn(page.formatted("registered, версія 1")));
        assertEquals(List.of(), RawCodes.shownIn(page.formatted("ua 2026.11 повідомити /records/registered")));
        assertEquals(List.of(), RawCodes.shownIn("<html lang=\"en\"><p>notify</p></html>"));
    }
}
