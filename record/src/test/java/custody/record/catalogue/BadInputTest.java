package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.FieldError.Code;
import custody.record.events.Fact;
import custody.record.events.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bad input")
class BadInputTest {
    private final AnyFact facts = new AnyFact(new Random(2));

    /** One field spoilt in one way, and the rule that must say so. */
    private record Spoilt(Value value, Code code) {}

    @Test
    @DisplayName("cannot pass any field of any kind: over the limit, of the wrong type or form")
    void cannotPass() {
        int tried = 0;
        for (EventKind kind : Catalogue.kinds()) {
            for (Field field : kind.fields()) {
                for (Spoilt spoilt : spoilt(field.type())) {
                    Map<String, Value> input = facts.fullInput(kind);
                    input.put(field.name(), spoilt.value());
                    List<FieldError> errors = errors(kind, input);
                    assertEquals(1, errors.size(), () -> kind.name() + " " + field + " " + errors);
                    assertEquals(Pointers.field(field.name()), errors.getFirst().pointer());
                    assertEquals(spoilt.code(), errors.getFirst().code(), () -> kind.name() + " " + field);
                    tried++;
                }
            }
        }
        assertTrue(tried > 1_000, "tried only " + tried);
    }

    @Test
    @DisplayName("cannot leave out what is demanded, neither by silence nor by blanks")
    void cannotLeaveOutWhatIsDemanded() {
        for (EventKind kind : Catalogue.kinds()) {
            for (Field field : kind.fields()) {
                if (field.demand() != Field.Demand.REQUIRED) {
                    continue;
                }
                Map<String, Value> silent = facts.fullInput(kind);
                silent.remove(field.name());
                Map<String, Value> blank = facts.fullInput(kind);
                blank.put(field.name(), new Value.Text(" \t "));
                List<FieldError> expected = List.of(FieldError.of(Pointers.field(field.name()), Code.REQUIRED));
                assertEquals(expected, errors(kind, silent), kind::name);
                assertEquals(expected, errors(kind, blank), kind::name);
            }
        }
    }

    @Test
    @DisplayName("cannot bring a field that the kind does not have")
    void cannotBringAForeignField() {
        for (EventKind kind : Catalogue.kinds()) {
            Map<String, Value> input = facts.fullInput(kind);
            input.put("person.shoeSize", new Value.Whole(43));
            assertEquals(
                    List.of(FieldError.of("/fields/person/shoeSize", Code.UNKNOWN)), errors(kind, input), kind::name);
        }
    }

    @Test
    @DisplayName("is told all its errors at once, each with its pointer and its limits, never with what was typed")
    void isToldAllAtOnce() {
        Map<String, Value> input = Map.of(
                "state", new Value.Text("кайданки"),
                "reason", new Value.Text("я".repeat(2_001)),
                "a/b~c", new Value.Flag(true));
        List<FieldError> errors = errors(kind("handcuffs"), input);
        assertEquals(
                List.of(
                        new FieldError("/fields/a~1b~0c", Code.UNKNOWN, Map.of()),
                        new FieldError("/fields/state", Code.CHOICE, Map.of("options", "on, loosened, off")),
                        new FieldError("/fields/reason", Code.TOO_LONG, Map.of("max", "2000"))),
                errors);
    }

    @Test
    @DisplayName("can be mended without loss: what is right is read whatever stands beside it")
    void canSendTextForEveryType() {
        Map<String, Value> form = Map.of(
                "kind", new Value.Text("bruise"),
                "x", new Value.Text(" 250 "),
                "y", new Value.Text("1000"),
                "photoConsent", new Value.Text("yes"));
        assertTrue(Catalogue.parse(kind("injury"), form) instanceof Parsed.Ok<Fact>);
    }

    private static List<Spoilt> spoilt(FieldType type) {
        List<Spoilt> spoilt = new ArrayList<>();
        Value flag = new Value.Flag(true);
        Value number = new Value.Whole(7);
        Value several = new Value.Texts(List.of("a", "b"));
        switch (type) {
            case FieldType.Line(int max) -> {
                text(max, spoilt);
                add(spoilt, Code.CHARACTERS, "один\nдва", "таб\tуляція");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Lines(int max) -> {
                text(max, spoilt);
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Code _ -> {
                add(spoilt, Code.FORMAT, "ua", "ЮА", "U A", "UA\nUA");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Choice _ -> {
                add(spoilt, Code.CHOICE, "no-such", "CPC_208");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Choices _ -> {
                add(spoilt, Code.CHOICE, new Value.Texts(List.of("no-such")));
                add(spoilt, Code.TYPE, flag, number);
            }
            case FieldType.YesNo() -> {
                add(spoilt, Code.TYPE, "так", "TRUE", "1");
                add(spoilt, Code.TYPE, number, several);
            }
            case FieldType.Quantity(long min, long max, String _) -> {
                add(spoilt, Code.RANGE, new Value.Whole(min - 1), new Value.Whole(max + 1));
                add(spoilt, Code.RANGE, Long.toString(max + 1), "999999999999999999");
                add(spoilt, Code.TYPE, "7.5", "сім", "0x7", "9999999999999999999", "٧");
                add(spoilt, Code.TYPE, flag, several);
            }
            case FieldType.Moment() -> {
                add(spoilt, Code.FORMAT, "24.11.2026 08:15", "2026-11-24T08:15:00", "2026-02-30T08:15:00Z", "now");
                add(spoilt, Code.RANGE, "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Day() -> {
                add(spoilt, Code.FORMAT, "31.01.1990", "1990-02-30", "1990-1-31");
                add(spoilt, Code.RANGE, "1899-12-31", "2200-01-01");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Officer _, FieldType.Room _ -> {
                add(spoilt, Code.FORMAT, "1000001a", "жетон", "A".repeat(21), "A B");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.Officers _ -> {
                add(spoilt, Code.FORMAT, new Value.Texts(List.of("жетон")));
                add(spoilt, Code.TOO_MANY, many("1000"));
                add(spoilt, Code.TYPE, flag, number);
            }
            case FieldType.EventReference _ -> {
                add(spoilt, Code.FORMAT, "1", "6F1C1C1C-0000-4000-8000-000000000001", "1-1-1-1-1");
                add(spoilt, Code.TYPE, flag, number, several);
            }
            case FieldType.EventReferences _ -> {
                add(spoilt, Code.FORMAT, new Value.Texts(List.of("1")));
                add(spoilt, Code.TYPE, flag, number);
            }
            case FieldType.Cameras(int max) -> {
                add(spoilt, Code.TOO_LONG, new Value.Texts(List.of("я".repeat(max + 1))));
                add(spoilt, Code.TOO_MANY, many("cam-"));
                add(spoilt, Code.TYPE, flag, number);
            }
            case FieldType.LineList(int max) -> {
                add(spoilt, Code.TOO_LONG, new Value.Texts(List.of("я".repeat(max + 1))));
                add(spoilt, Code.TOO_MANY, many("Свідок "));
                add(spoilt, Code.TYPE, flag, number);
            }
            case FieldType.Replacements _ -> {}
        }
        return spoilt;
    }

    /** What no text takes: too long, controls, marks that turn the direction of reading, half of a pair. */
    private static void text(int max, List<Spoilt> spoilt) {
        add(spoilt, Code.TOO_LONG, "я".repeat(max + 1));
        add(spoilt, Code.CHARACTERS, "a\u0000b", "a\u001b[31mb", "a\u007fb", "a\u0085b");
        add(spoilt, Code.CHARACTERS, "a\u202eb", "a\u2066b", "a\u202ab", "a\u2069b");
        add(spoilt, Code.CHARACTERS, "a\ud83d", "a\ufffeb");
    }

    private static Value many(String begin) {
        List<String> items = new ArrayList<>();
        for (int item = 0; item <= FieldType.MOST_ITEMS; item++) {
            items.add(begin + item);
        }
        return new Value.Texts(items);
    }

    private static void add(List<Spoilt> spoilt, Code code, String... words) {
        for (String word : words) {
            spoilt.add(new Spoilt(new Value.Text(word), code));
        }
    }

    private static void add(List<Spoilt> spoilt, Code code, Value... values) {
        for (Value value : values) {
            spoilt.add(new Spoilt(value, code));
        }
    }

    private static EventKind kind(String name) {
        return Catalogue.kind(name).orElseThrow();
    }

    private static List<FieldError> errors(EventKind kind, Map<String, Value> input) {
        return switch (Catalogue.parse(kind, new LinkedHashMap<>(input))) {
            case Parsed.Ok<Fact>(Fact fact) -> throw new AssertionError("taken: " + fact);
            case Parsed.Wrong<Fact>(List<FieldError> errors) -> errors;
        };
    }
}
