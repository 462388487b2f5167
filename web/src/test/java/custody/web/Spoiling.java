package custody.web;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a field takes and what it must refuse, derived from its type in the catalogue, so that a new kind is tried without
 * a line here. Values are those of a JSON tree.
 */
final class Spoiling {
    private static final String LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяABCxyz0123456789’,.-";
    private static final List<String> BADGES = List.of("1000001", "1000002");

    private final Random random;
    private final String event;

    /** {@code event} is an event that fields may point to. */
    Spoiling(Random random, String event) {
        this.random = random;
        this.event = event;
    }

    /**
     * One field with something wrong.
     *
     * @param value what is sent instead
     * @param below what the error's pointer has after the field's own: empty, or the place in a list
     * @param code the rule that says so
     */
    record Spoilt(Object value, String below, Code code) {
        String rule() {
            return Wire.name(code);
        }
    }

    /** Every field of a kind with what it takes, by canonical name. */
    Map<String, Object> right(EventKind kind) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Instant moment = Instant.parse("2026-11-24T09:00:00Z");
        for (Field field : kind.fields()) {
            if (field.type() instanceof FieldType.Moment) {
                fields.put(field.name(), moment.toString());
                moment = moment.plusSeconds(60);
            } else if (!(field.type() instanceof FieldType.Replacements)) {
                fields.put(field.name(), right(field.type()));
            }
        }
        return fields;
    }

    /** Something that a field of that type takes. */
    Object right(FieldType type) {
        return switch (type) {
            case FieldType.Line(int max) -> text(max);
            case FieldType.Lines(int max) -> text(max);
            case FieldType.Code(String _, String example) -> example;
            case FieldType.Choice(String _, List<String> options, List<String> _) ->
                options.get(random.nextInt(options.size()));
            case FieldType.Choices(String _, List<String> options) ->
                List.of(options.get(random.nextInt(options.size())));
            case FieldType.YesNo() -> random.nextBoolean();
            case FieldType.Quantity(long min, long max, String _) -> min + random.nextLong(max - min + 1);
            case FieldType.Moment() -> "2026-11-24T11:00:00+02:00";
            case FieldType.Day() -> "1990-01-31";
            case FieldType.Officer() -> BADGES.getFirst();
            case FieldType.Officers() -> BADGES;
            case FieldType.Room() -> "CELL-1";
            case FieldType.EventReference() -> event;
            case FieldType.EventReferences() -> List.of(event);
            case FieldType.LineList(int max) -> List.of(text(max), text(max));
            case FieldType.Cameras _ -> List.of();
            case FieldType.Replacements() -> Map.of();
        };
    }

    /** Everything that is wrong in one way with a field of that type. */
    List<Spoilt> wrong(FieldType type) {
        List<Spoilt> wrong = new ArrayList<>();
        switch (type) {
            case FieldType.Line(int max) -> {
                text(wrong, max);
                add(wrong, Code.CHARACTERS, "один\nдва");
                notText(wrong);
            }
            case FieldType.Lines(int max) -> {
                text(wrong, max);
                notText(wrong);
            }
            case FieldType.Code _ -> {
                add(wrong, Code.FORMAT, "ua", "x".repeat(10_000));
                notText(wrong);
            }
            case FieldType.Choice _ -> {
                add(wrong, Code.CHOICE, "no-such", "x".repeat(10_000));
                notText(wrong);
            }
            case FieldType.Choices _ -> {
                add(wrong, Code.CHOICE, List.of("no-such"));
                several(wrong);
            }
            case FieldType.YesNo() ->
                add(wrong, Code.TYPE, "так", 1, 1.5, List.of(true + ""), Map.of("a", 1), Map.of());
            case FieldType.Quantity(long min, long max, String _) -> {
                add(wrong, Code.RANGE, min - 1, max + 1, Long.MAX_VALUE);
                add(wrong, Code.TYPE, "сім", 7.5, 1e30, true, List.of("7"), Map.of("a", 1), Map.of());
            }
            case FieldType.Moment() -> {
                add(wrong, Code.FORMAT, "24.11.2026 11:00", "2026-02-30T08:15:00Z", "x".repeat(10_000));
                add(wrong, Code.RANGE, "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z");
                notText(wrong);
            }
            case FieldType.Day() -> {
                add(wrong, Code.FORMAT, "31.01.1990", "1990-02-30");
                add(wrong, Code.RANGE, "1899-12-31", "2200-01-01");
                notText(wrong);
            }
            case FieldType.Officer() -> {
                add(wrong, Code.FORMAT, "жетон", "1".repeat(10_000));
                add(wrong, Code.NOT_FOUND, "9999999");
                notText(wrong);
            }
            case FieldType.Room() -> {
                add(wrong, Code.FORMAT, "камера", "C".repeat(10_000));
                add(wrong, Code.NOT_FOUND, "CELL-99");
                notText(wrong);
            }
            case FieldType.Officers() -> {
                add(wrong, Code.FORMAT, List.of("жетон"));
                add(wrong, Code.NOT_FOUND, List.of("1000001", "9999999"));
                several(wrong);
            }
            case FieldType.EventReference() -> {
                add(wrong, Code.FORMAT, "1", "x".repeat(10_000));
                notText(wrong);
            }
            case FieldType.EventReferences() -> {
                add(wrong, Code.FORMAT, List.of("1"));
                several(wrong);
            }
            case FieldType.Cameras(int max) -> {
                add(wrong, Code.TOO_LONG, List.of("я".repeat(max + 1)));
                add(wrong, Code.NOT_FOUND, List.of("no-such-camera"));
                several(wrong);
            }
            case FieldType.LineList(int max) -> {
                add(wrong, Code.TOO_LONG, List.of("я".repeat(max + 1)));
                several(wrong);
            }
            case FieldType.Replacements() -> add(wrong, Code.TYPE, "текст", 7, true);
        }
        return wrong;
    }

    /** What no text takes: too long, controls, marks that turn the direction of reading, half of a pair. */
    private static void text(List<Spoilt> wrong, int max) {
        add(wrong, Code.TOO_LONG, "я".repeat(max + 1), "x".repeat(100_000));
        add(wrong, Code.CHARACTERS, "a\u0000b", "a\u001b[31mb", "a\u202eb", "a\u2066b", "a\ufffeb");
    }

    private static void notText(List<Spoilt> wrong) {
        add(wrong, Code.TYPE, 7, 1.5, true, List.of("a", "b"), Map.of("a", 1), Map.of());
    }

    private static void several(List<Spoilt> wrong) {
        add(wrong, Code.TYPE, 7, true, Map.of("a", 1), Map.of());
        add(
                wrong,
                Code.TOO_MANY,
                IntStream.rangeClosed(0, FieldType.MOST_ITEMS)
                        .mapToObj(Integer::toString)
                        .toList());
        wrong.add(new Spoilt(List.of(7), "/0", Code.TYPE));
        wrong.add(new Spoilt(List.of(List.of("b")), "/0", Code.TYPE));
    }

    private static void add(List<Spoilt> wrong, Code code, Object... values) {
        for (Object value : values) {
            wrong.add(new Spoilt(value, "", code));
        }
    }

    private String text(int max) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(Math.min(max, 40)); text.length() < length; ) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Dotted names as the JSON objects they stand for. */
    static Map<String, Object> tree(Map<String, Object> dotted) {
        Map<String, Object> tree = new LinkedHashMap<>();
        dotted.forEach((name, value) -> put(tree, name, value));
        return tree;
    }

    @SuppressWarnings("unchecked") // Only this method makes the inner objects.
    private static void put(Map<String, Object> tree, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            tree.put(name, value);
        } else {
            Object inner = tree.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, name.substring(dot + 1), value);
        }
    }
}
