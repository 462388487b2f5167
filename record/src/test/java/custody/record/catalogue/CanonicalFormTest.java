package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RightsFact.Right;
import custody.record.events.RightsFact.RightsExplained;
import custody.record.events.RoomCode;
import custody.record.events.Signature;
import custody.record.events.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The canonical form")
class CanonicalFormTest {
    private static final Instant AT = Instant.parse("2026-11-24T07:20:00Z");

    @Test
    @DisplayName("is what docs/formats/event.md shows, name for name and in that order")
    void isWhatThePageShows() {
        Event event = event(
                new Occurrence(AT, AT.plusSeconds(240), Occurrence.Source.LIVE),
                new RightsExplained(
                        List.of(Right.GROUNDS_AND_SUSPICION, Right.DEFENDER, Right.SILENCE),
                        "uk",
                        null,
                        true,
                        Signature.SIGNED));
        shows(event);
    }

    @Test
    @DisplayName("of a correction is what docs/formats/event.md shows")
    void ofACorrection() {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("language", new Value.Text("pl"));
        fields.put("understood", new Value.Text(""));
        EventId corrected = EventId.of("0f8fad5b-d9cb-469f-a165-70867728950e");
        Correction correction = Correction.rewording(corrected, "мову зазначено помилково", fields);
        shows(event(new Occurrence(AT, null, Occurrence.Source.LIVE), correction));
    }

    @Test
    @DisplayName("does not hang on the order in which values are read")
    void doesNotHangOnOrder() {
        Event event = event(
                new Occurrence(AT, null, Occurrence.Source.STATED),
                new RightsExplained(List.of(), "uk", null, null, null));
        SequencedMap<String, Value> turned = new LinkedHashMap<>();
        Canonical.encode(event).reversed().forEach(turned::put);
        assertEquals(event, Canonical.decode(turned));
    }

    private static void shows(Event event) {
        String form = json(Canonical.encode(event));
        assertTrue(page().contains(form), () -> "docs/formats/event.md should hold\n" + form);
        assertEquals(event, Canonical.decode(Canonical.encode(event)));
    }

    private static Event event(Occurrence occurrence, Fact fact) {
        return new Event(
                EventId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                RecordId.of("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
                4,
                occurrence,
                Instant.parse("2026-11-24T07:24:31.250Z"),
                new Badge("1000001"),
                List.of(new Badge("1000001")),
                List.of("Олена Гайова, перекладач"),
                new RoomCode("REG-1"),
                null,
                "без зауважень",
                fact);
    }

    private static String json(SequencedMap<String, Value> form) {
        return form.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + json(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Text(String text) -> "\"" + text + "\"";
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case Value.Texts(List<String> texts) -> texts.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
        };
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "formats", "event.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
