package custody.web.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as people type them, in the zone of the facility's walls: {@code 24.11.2026}, {@code 24.11},
 * {@code 2026-11-24}; {@code 8:15}, {@code 08.15}, {@code 0815}.
 */
public final class LocalTimes {
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[./]([0-9]{1,2})(?:[./]([0-9]{4}|[0-9]{2}))?\\.?");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2})[:.]?([0-9]{2})");

    private LocalTimes() {}

    /** What a typed date and time mean. */
    public sealed interface Meaning {}

    /** Nothing was typed. */
    public record Nothing() implements Meaning {}

    /** One instant, with the offset the walls' clocks had. */
    public record Exactly(OffsetDateTime time) implements Meaning {}

    /** The date cannot be read. */
    public record NoDate() implements Meaning {}

    /** The time cannot be read. */
    public record NoTime() implements Meaning {}

    /** The clocks jumped over it when they were put forward. */
    public record Skipped() implements Meaning {}

    /** It came twice when the clocks were put back; one of the offsets must be chosen. */
    public record Twice(List<ZoneOffset> offsets) implements Meaning {
        public Twice {
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * Reads a date and a time.
     *
     * @param offset chosen offset where the time came twice; ignored otherwise
     * @param today the day a date without a year is nearest to
     */
    public static Meaning read(String date, String time, String offset, ZoneId zone, LocalDate today) {
        if (date.isBlank() && time.isBlank()) {
            return new Nothing();
        }
        Optional<LocalDate> day = day(date, today);
        if (day.isEmpty()) {
            return new NoDate();
        }
        Optional<LocalTime> clock = clock(time);
        if (clock.isEmpty()) {
            return new NoTime();
        }
        LocalDateTime local = day.get().atTime(clock.get());
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> new Skipped();
            case 1 -> new Exactly(local.atOffset(offsets.getFirst()));
            default ->
                offsets.stream()
                        .filter(candidate -> candidate.getId().equals(offset))
                        .<Meaning>map(chosen -> new Exactly(local.atOffset(chosen)))
                        .findFirst()
                        .orElseGet(() -> new Twice(offsets));
        };
    }

    /** Reads a date; a date without a year is the last such day up to tomorrow. */
    public static Optional<LocalDate> day(String typed, LocalDate today) {
        String text = typed.strip();
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            Matcher day = DAY.matcher(text);
            if (!day.matches()) {
                return Optional.empty();
            }
            if (day.group(3) != null) {
                int year = number(day, 3);
                return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, number(day, 2), number(day, 1)));
            }
            LocalDate thisYear = LocalDate.of(today.getYear(), number(day, 2), number(day, 1));
            return Optional.of(thisYear.isAfter(today.plusDays(1)) ? thisYear.minusYears(1) : thisYear);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> clock(String typed) {
        Matcher clock = CLOCK.matcher(typed.strip());
        if (!clock.matches()) {
            return Optional.empty();
        }
        int hour = number(clock, 1);
        int minute = number(clock, 2);
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
