package custody.web.entry;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Texts;
import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values all kinds share and gathers what is wrong with them. Lives for one entry, in one thread. */
final class Inputs {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final Map<String, Value> sent;
    private final Known known;
    private final List<FieldError> errors = new ArrayList<>();

    Inputs(Map<String, Value> sent, Known known) {
        this.sent = sent;
        this.known = known;
    }

    List<FieldError> errors() {
        return errors;
    }

    void refuseOthersThan(List<String> names) {
        sent.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> report("/" + name.replace('.', '/'), Code.UNKNOWN, Map.of()));
    }

    @Nullable
    Instant moment(String name, boolean required) {
        return one(name, "/" + name, required, word -> instant("/" + name, word));
    }

    @Nullable
    Instant moment(String name, String pointer, boolean required) {
        return one(name, pointer, required, word -> instant(pointer, word));
    }

    private @Nullable Instant instant(String pointer, String word) {
        try {
            Instant read = OffsetDateTime.parse(word).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (read.isBefore(EARLIEST)) {
                report(pointer, Code.ORDER, Map.of("min", "1900-01-01"));
                return null;
            }
            return read;
        } catch (DateTimeException unreadable) {
            report(pointer, Code.FORMAT, Map.of("form", "2026-11-24T08:15:00+02:00"));
            return null;
        }
    }

    @Nullable
    String text(String name, int max, boolean lines) {
        return one(name, "/" + name, false, word -> clean("/" + name, word, max, lines));
    }

    List<String> texts(String name, int max) {
        return many(name, (pointer, word) -> clean(pointer, word, max, false));
    }

    List<Badge> officers(String name, String pointer) {
        return many(name, pointer, this::badge);
    }

    @Nullable
    RoomCode room(String name) {
        return one(name, "/" + name, false, word -> room("/" + name, word));
    }

    private @Nullable RoomCode room(String pointer, String word) {
        RoomCode code = code(pointer, word, RoomCode::new, "CELL-1");
        if (code != null && !known.room(code)) {
            report(pointer, Code.NOT_FOUND, Map.of());
            return null;
        }
        return code;
    }

    private @Nullable Badge badge(String pointer, String word) {
        Badge badge = code(pointer, word, Badge::new, "1000001");
        if (badge != null && !known.officer(badge)) {
            report(pointer, Code.NOT_FOUND, Map.of());
            return null;
        }
        return badge;
    }

    private <T> @Nullable T code(String pointer, String word, Function<String, T> read, String form) {
        try {
            return read.apply(word);
        } catch (IllegalArgumentException unreadable) {
            report(pointer, Code.FORMAT, Map.of("form", form));
            return null;
        }
    }

    private @Nullable String clean(String pointer, String word, int max, boolean lines) {
        return switch (Texts.clean(word, max, lines)) {
            case Texts.Clean(String text) -> text;
            case Texts.Unclean(Code code, Map<String, String> limits) -> {
                report(pointer, code, limits);
                yield null;
            }
        };
    }

    private <T> @Nullable T one(String name, String pointer, boolean required, Function<String, @Nullable T> read) {
        Value value = sent.get(name);
        if (value == null || (value instanceof Value.Text(String blank) && blank.isBlank())) {
            if (required) {
                report(pointer, Code.REQUIRED, Map.of());
            }
            return null;
        }
        if (value instanceof Value.Text(String word)) {
            return read.apply(word.strip());
        }
        report(pointer, Code.TYPE, Map.of());
        return null;
    }

    /** Reads one item of a list; the pointer names its place in the list. */
    interface Item<T> {
        @Nullable
        T read(String pointer, String word);
    }

    private <T> List<T> many(String name, Item<T> item) {
        return many(name, "/" + name, item);
    }

    private <T> List<T> many(String name, String pointer, Item<T> item) {
        List<String> words = switch (sent.get(name)) {
            case null -> List.of();
            case Value.Text(String word) -> List.of(word);
            case Value.Texts(List<String> several) -> several;
            case Value.Whole _, Value.Flag _ -> {
                report(pointer, Code.TYPE, Map.of());
                yield List.of();
            }
        };
        if (words.size() > FieldType.MOST_ITEMS) {
            report(pointer, Code.TOO_MANY, Map.of("max", Integer.toString(FieldType.MOST_ITEMS)));
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int place = 0; place < words.size(); place++) {
            T one = words.get(place).isBlank()
                    ? null
                    : item.read(pointer + "/" + place, words.get(place).strip());
            if (one != null) {
                read.add(one);
            }
        }
        return read.stream().filter(Objects::nonNull).distinct().toList();
    }

    void report(String pointer, Code code, Map<String, String> limits) {
        errors.add(new FieldError(pointer, code, limits));
    }
}
