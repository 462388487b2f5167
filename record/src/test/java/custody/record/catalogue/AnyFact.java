package custody.record.catalogue;

import custody.record.events.Fact;
import custody.record.events.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes facts of any kind from a seed. The same seed makes the same facts. */
public final class AnyFact {
    private static final String LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяABCxyz0123456789’,.:-";
    private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final Random random;

    /** Makes facts from that source of chance. */
    public AnyFact(Random random) {
        this.random = random;
    }

    /** A fact of that kind with every field filled to its limit. */
    public Fact full(EventKind kind) {
        return fact(kind, fullInput(kind));
    }

    /** A fact of that kind with what it demands and some of the rest, of any length. */
    public Fact some(EventKind kind) {
        Map<String, Value> input = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (field.type() instanceof FieldType.Replacements) {
                continue;
            }
            if (field.demand() == Field.Demand.REQUIRED || random.nextInt(3) == 0) {
                input.put(field.name(), value(field.type(), false));
            }
        }
        return fact(kind, input);
    }

    /** Input of {@link #full}. */
    SequencedMap<String, Value> fullInput(EventKind kind) {
        SequencedMap<String, Value> input = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (field.type() instanceof FieldType.Replacements) {
                input.put("fields.person.surname", new Value.Text(text(100, true)));
                input.put("fields.rights", new Value.Texts(List.of("silence", "defender")));
                input.put("fields.x", new Value.Whole(random.nextInt(1_000)));
                input.put("fields.fit", new Value.Flag(random.nextBoolean()));
            } else {
                input.put(field.name(), value(field.type(), true));
            }
        }
        return input;
    }

    private static Fact fact(EventKind kind, Map<String, Value> input) {
        return switch (Catalogue.parse(kind, input)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new AssertionError(kind.name() + " " + wrong.errors());
        };
    }

    Value value(FieldType type, boolean full) {
        return switch (type) {
            case FieldType.Line(int max) -> new Value.Text(text(max, full));
            case FieldType.Lines(int max) -> new Value.Text(lines(max, full));
            case FieldType.Code(String _, String example) -> new Value.Text(example);
            case FieldType.Choice(String _, List<String> options, List<String> _) -> new Value.Text(one(options));
            case FieldType.Choices(String _, List<String> options) ->
                list(full ? options.size() : 2, () -> one(options));
            case FieldType.YesNo() -> new Value.Flag(random.nextBoolean());
            case FieldType.Quantity(long min, long max, String _) ->
                new Value.Whole(full ? (random.nextBoolean() ? min : max) : min + random.nextLong(max - min + 1));
            case FieldType.Moment() -> new Value.Text(moment().toString());
            case FieldType.Day() ->
                new Value.Text(LocalDate.of(1950 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .toString());
            case FieldType.Officer() -> new Value.Text(badge());
            case FieldType.Officers() -> list(full ? FieldType.MOST_ITEMS : 2, this::badge);
            case FieldType.Room() -> new Value.Text("CELL-" + random.nextInt(20));
            case FieldType.EventReference() -> new Value.Text(id());
            case FieldType.EventReferences() -> list(full ? FieldType.MOST_ITEMS : 2, this::id);
            case FieldType.LineList(int max) -> list(full ? FieldType.MOST_ITEMS : 2, () -> text(max, full));
            case FieldType.Cameras _ -> list(2, () -> "cam-" + random.nextInt(20));
            case FieldType.Replacements() -> throw new IllegalArgumentException("only a correction has replacements");
        };
    }

    private Instant moment() {
        return Instant.ofEpochMilli(BEGIN + random.nextLong(365L * 24 * 3_600 * 1_000));
    }

    private String badge() {
        return Integer.toString(1_000_000 + random.nextInt(1_000_000));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T one(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private Value list(int size, Supplier<String> item) {
        Set<String> items = new LinkedHashSet<>();
        for (int tries = 0; items.size() < size && tries < 20 * size; tries++) {
            items.add(item.get());
        }
        return new Value.Texts(new ArrayList<>(items));
    }

    String text(int max, boolean full) {
        int length = full ? max : 1 + random.nextInt(Math.min(max, 40));
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private String lines(int max, boolean full) {
        StringBuilder text = new StringBuilder(text(max, full));
        if (text.length() > 2) {
            text.setCharAt(text.length() / 2, '\n');
        }
        return text.toString();
    }
}
