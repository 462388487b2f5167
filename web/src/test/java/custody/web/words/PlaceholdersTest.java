package custody.web.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Wire;
import custody.record.detention.Refusal;
import custody.record.detention.Situation;
import custody.record.events.EventId;
import custody.record.events.SystemFact.Flag;
import custody.record.places.Separation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With {@code Desk}, which looks at every answer of every test: no reader is shown a place that was left open. */
@DisplayName("A place that a text leaves open")
class PlaceholdersTest {
    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+\\.?)\"");
    private static final Pattern SAYS = Pattern.compile("\\b(?:say|add|wrong)\\(\\s*(?:\\w+,\\s*)?$");
    private static final EventId EVENT = new EventId(new UUID(0, 1));
    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    /** One of each; the switch of {@code Refusals.parts} keeps the set closed. */
    private static final List<Refusal> REFUSALS = List.of(
            new Refusal.BeforeApprehension(AT),
            new Refusal.OccursInFuture(AT),
            new Refusal.CustodyEnded(Situation.Status.RELEASED, AT),
            new Refusal.AlreadyRecorded("delivered", EVENT),
            new Refusal.CustodyWentOn("released", AT, EVENT),
            new Refusal.RecordIsClosed(AT),
            new Refusal.RecordIsOpen(),
            new Refusal.StillInCustody(),
            new Refusal.PersonElsewhere(null, AT),
            new Refusal.SearchUnderPoliceCare(),
            new Refusal.UnsuitableCell(Separation.Concern.KEEP_APART),
            new Refusal.UnknownEvent(EVENT),
            new Refusal.WrongKindOfEvent("search", EVENT),
            new Refusal.NotCorrectable("clock-warning"),
            new Refusal.NothingCorrected(),
            new Refusal.WrittenBySystem("clock-warning"),
            new Refusal.SamePerson());

    @Test
    @DisplayName("is filled in where an input breaks a rule, in whatever form the rule's limits are told")
    void isFilledInWhereARuleIsBroken() {
        for (Language language : Language.values()) {
            for (Code code : Code.values()) {
                for (Set<String> form : code.forms()) {
                    Map<String, String> limits = form.stream()
                            .collect(Collectors.toMap(
                                    name -> name, name -> name.equals("concern") ? "age-in-doubt" : "7"));
                    String said = Wording.in(language).error(new FieldError("/at", code, limits));
                    assertEquals(Set.of(), Placeholders.in(said), said);
                    assertTrue(said.contains(" ") && !said.startsWith("error."), said);
                }
            }
        }
    }

    @Test
    @DisplayName("is filled in by every refusal")
    void isFilledInByEveryRefusal() {
        assertEquals(
                Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(Wire::name)
                        .collect(Collectors.toSet()),
                REFUSALS.stream().map(Refusals::name).collect(Collectors.toSet()));
        for (Language language : Language.values()) {
            Times times = new Times(ZoneOffset.UTC, language);
            for (Refusal refusal : REFUSALS) {
                String said = Refusals.sentence(refusal, Wording.in(language), times);
                assertEquals(Set.of(), Placeholders.in(said), said);
            }
        }
    }

    @Test
    @DisplayName("is the same in both languages, numbered from nought, or named by a rule or a flag that knows it")
    void isTheSameInBothLanguages() {
        Set<String> flags = Arrays.stream(Flag.values())
                .map(flag -> "flag-detail." + Wire.name(flag))
                .collect(Collectors.toSet());
        Bundles.of(Language.EN).forEach((key, text) -> {
            Set<String> places = Placeholders.in(text);
            assertEquals(places, Placeholders.in(Bundles.of(Language.UK).getOrDefault(key, "")), key);
            boolean numbered = places.stream().allMatch(place -> place.matches("[0-9]"));
            assertTrue(numbered || key.startsWith("error.") || flags.contains(key.replaceFirst("\\.unset$", "")), key);
            if (numbered) {
                assertEquals(
                        Stream.iterate(0, n -> n + 1)
                                .limit(places.size())
                                .map(n -> Integer.toString(n))
                                .toList(),
                        List.copyOf(places),
                        key);
            }
        });
    }

    /** Wherever a key stands in a template or in code, it is said there with as many values as its text has places. */
    @Test
    @DisplayName("is given a value wherever its text is said")
    void isGivenAValue() throws IOException {
        List<String> wanting = new ArrayList<>();
        int said = 0;
        for (Path file : TextsTest.sources()) {
            String source = Files.readString(file);
            Matcher quoted = QUOTED.matcher(source);
            while (quoted.find()) {
                int places = places(quoted.group(1));
                if (places > 0 && !forScripts(source, quoted.start())) {
                    said++;
                    if (values(source, quoted) < places) {
                        wanting.add(file.getFileName() + ": " + quoted.group(1) + " has places: " + places);
                    }
                }
            }
        }
        assertEquals(List.of(), wanting);
        assertTrue(said > 50, "found " + said);
    }

    /** Most places of the texts that a key, or the beginning of one, may mean. */
    private static int places(String key) {
        boolean open = key.endsWith(".");
        // Rules, refusals and flags fill in their own, as the tests above show.
        if (key.startsWith("error.") || key.startsWith("refusal.") || key.startsWith("flag-detail.")) {
            return 0;
        }
        return Bundles.of(Language.EN).entrySet().stream()
                .filter(text ->
                        open ? text.getKey().startsWith(key) : text.getKey().equals(key))
                .mapToInt(text -> Placeholders.in(text.getValue()).size())
                .max()
                .orElse(0);
    }

    /** {@code data-left-words="${say.say("law.left")}"}: the script of the page fills it in. */
    private static boolean forScripts(String source, int at) {
        String before = source.substring(source.lastIndexOf('\n', at) + 1, at);
        return before.matches("(?s).*\\sdata-[a-z-]+=\"\\$\\{say\\.say\\($");
    }

    /** Values given beside the key; -1 where the key is not said here. */
    private static int values(String source, Matcher quoted) {
        if (!SAYS.matcher(source.substring(0, quoted.start())).find()) {
            return -1;
        }
        int depth = 0;
        int values = 0;
        boolean inText = false;
        for (int at = quoted.end(); at < source.length(); at++) {
            char c = source.charAt(at);
            boolean quote = c == '"' && source.charAt(at - 1) != '\\';
            inText = quote != inText;
            if (inText) {
                continue;
            }
            if (c == ')' && depth == 0) {
                return values;
            }
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                values++;
            }
        }
        return values;
    }
}
