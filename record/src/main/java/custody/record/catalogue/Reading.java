package custody.record.catalogue;

import custody.record.catalogue.FieldError.Code;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one field of an input into its component's Java value. Texts are taken for every type, since forms know nothing else. */
final class Reading {
    /** Years that a human being alive now can have to do with; beyond them is a slip of the finger. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2199;

    private final Field field;
    private final Map<String, Value> input;
    private final Findings findings;

    Reading(Field field, Map<String, Value> input, Findings findings) {
        this.field = field;
        this.input = input;
        this.findings = findings;
    }

    @Nullable
    Object value(Class<?> element) {
        return switch (field.type()) {
            case FieldType.Line(int max) -> text(max, false);
            case FieldType.Lines(int max) -> text(max, true);
            case FieldType.Code code -> one(word -> coded(code, word));
            case FieldType.Choice choice -> one(word -> constant(element, choice.options(), word));
            case FieldType.Choices choices -> many(word -> constant(element, choices.options(), word));
            case FieldType.YesNo() -> yesNo();
            case FieldType.Quantity number -> number(number);
            case FieldType.Moment() -> one(this::instant);
            case FieldType.Day() -> one(this::day);
            case FieldType.Officer() -> one(this::badge);
            case FieldType.Officers() -> many(this::badge);
            case FieldType.Room() -> one(this::room);
            case FieldType.EventReference() -> one(this::event);
            case FieldType.EventReferences() -> many(this::event);
            case FieldType.LineList(int max) -> many(word -> clean(word, max, false));
            case FieldType.Cameras(int max) -> many(word -> clean(word, max, false));
            case FieldType.Replacements() -> replacements();
        };
    }

    private @Nullable String text(int max, boolean lines) {
        return one(word -> clean(word, max, lines));
    }

    private <T> @Nullable T one(Function<String, @Nullable T> read) {
        return switch (held()) {
            case null -> null;
            case Value.Text(String word) -> read.apply(word.strip());
            case Value.Whole _, Value.Flag _, Value.Texts _ -> {
                report(Code.TYPE, Map.of());
                yield null;
            }
        };
    }

    /** What was sent; a field sent blank is a field not sent. */
    private @Nullable Value held() {
        Value value = input.get(field.name());
        return absent(value) ? null : value;
    }

    static boolean absent(@Nullable Value value) {
        return value == null || (value instanceof Value.Text(String word) && word.isBlank());
    }

    private <T> List<T> many(Function<String, @Nullable T> read) {
        List<String> words = switch (held()) {
            case null -> List.of();
            case Value.Text(String word) -> List.of(word);
            case Value.Texts(List<String> several) -> several;
            case Value.Whole _, Value.Flag _ -> {
                report(Code.TYPE, Map.of());
                yield List.of();
            }
        };
        if (words.size() > FieldType.MOST_ITEMS) {
            report(Code.TOO_MANY, Map.of("max", Integer.toString(FieldType.MOST_ITEMS)));
            return List.of();
        }
        return words.stream()
                .filter(word -> !word.isBlank())
                .map(word -> read.apply(word.strip()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private @Nullable Boolean yesNo() {
        return switch (held()) {
            case null -> null;
            case Value.Flag(boolean flag) -> flag;
            case Value.Text(String word) when word.equals("true") || word.equals("yes") -> true;
            case Value.Text(String word) when word.equals("false") || word.equals("no") -> false;
            case Value.Text _, Value.Whole _, Value.Texts _ -> {
                report(Code.TYPE, Map.of());
                yield null;
            }
        };
    }

    private @Nullable Integer number(FieldType.Quantity limits) {
        return switch (held()) {
            case null -> null;
            case Value.Whole(long number) -> within(limits, number);
            case Value.Text(String word)
            when word.strip().matches("-?[0-9]{1,18}") -> within(limits, Long.parseLong(word.strip()));
            case Value.Text _, Value.Flag _, Value.Texts _ -> {
                report(Code.TYPE, Map.of());
                yield null;
            }
        };
    }

    private @Nullable Integer within(FieldType.Quantity limits, long number) {
        if (number < limits.min() || number > limits.max()) {
            report(Code.RANGE, Map.of("min", Long.toString(limits.min()), "max", Long.toString(limits.max())));
            return null;
        }
        return Math.toIntExact(number);
    }

    private @Nullable String clean(String word, int max, boolean lines) {
        return switch (Texts.clean(word, max, lines)) {
            case Texts.Clean(String text) -> text;
            case Texts.Unclean(Code code, Map<String, String> limits) -> {
                report(code, limits);
                yield null;
            }
        };
    }

    private @Nullable String coded(FieldType.Code code, String word) {
        if (word.matches(code.pattern())) {
            return word;
        }
        report(Code.FORMAT, Map.of("form", code.example()));
        return null;
    }

    private @Nullable Object constant(Class<?> type, List<String> options, String word) {
        int index = options.indexOf(word);
        if (index < 0) {
            report(Code.CHOICE, Map.of("options", String.join(", ", options)));
            return null;
        }
        return Objects.requireNonNull(type.getEnumConstants())[index];
    }

    private @Nullable Instant instant(String word) {
        try {
            OffsetDateTime read = OffsetDateTime.parse(word);
            if (read.getYear() < EARLIEST || read.getYear() > LATEST) {
                report(Code.RANGE, Map.of("min", EARLIEST + "-01-01", "max", LATEST + "-12-31"));
                return null;
            }
            return read.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            report(Code.FORMAT, Map.of("form", "2026-11-24T08:15:00+02:00"));
            return null;
        }
    }

    private @Nullable LocalDate day(String word) {
        try {
            LocalDate read = LocalDate.parse(word);
            if (read.getYear() < EARLIEST || read.getYear() > LATEST) {
                report(Code.RANGE, Map.of("min", EARLIEST + "-01-01", "max", LATEST + "-12-31"));
                return null;
            }
            return read;
        } catch (DateTimeException unreadable) {
            report(Code.FORMAT, Map.of("form", "1990-01-31"));
            return null;
        }
    }

    private @Nullable Badge badge(String word) {
        return code(word, Badge::new, "1000001");
    }

    private @Nullable RoomCode room(String word) {
        return code(word, RoomCode::new, "CELL-1");
    }

    private @Nullable EventId event(String word) {
        return code(word, EventId::of, "00000000-0000-0000-0000-000000000000");
    }

    private <T> @Nullable T code(String word, Function<String, T> read, String form) {
        try {
            return read.apply(word);
        } catch (IllegalArgumentException unreadable) {
            report(Code.FORMAT, Map.of("form", form));
            return null;
        }
    }

    /** New values stand under names of their own, {@code fields.<name>}; one under the field's own name is none of them. */
    private SequencedMap<String, Value> replacements() {
        if (held() != null) {
            report(Code.TYPE, Map.of());
        }
        SequencedMap<String, Value> found = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            if (name.startsWith("fields.")) {
                found.put(name.substring("fields.".length()), value);
            }
        });
        return found;
    }

    private void report(Code code, Map<String, String> limits) {
        findings.add(field.name(), code, limits);
    }
}
