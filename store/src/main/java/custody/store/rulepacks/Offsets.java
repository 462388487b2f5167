package custody.store.rulepacks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a case's times: {@code 71h59m59s} after T0, {@code 72h-1s}, a local time {@code 2026-03-29T22:00}, or {@code day+2},
 * the second local day after that of T0, as an instant its first: {@code day+2-1s}.
 */
public record Offsets(Instant zero, ZoneId zone) {
    private static final Pattern DAY = Pattern.compile("day[+-]\\d+(?![a-z\\d])");
    private static final Pattern LENGTH = Pattern.compile("([+-]?)(\\d+)(ms|[dhms])");

    /** The instant of a case's time. */
    public Instant at(String text) {
        Matcher day = DAY.matcher(text);
        if (day.lookingAt()) {
            String rest = text.substring(day.end());
            Instant begins = day(day.group()).atStartOfDay(zone).toInstant();
            return rest.isEmpty() ? begins : begins.plus(length(rest));
        }
        if (text.contains("T")) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        return zero.plus(length(text));
    }

    /** A date as it stands in a case's event: {@code day+2} is one, everything else stays what it is. */
    public Object date(Object written) {
        return DAY.matcher(written.toString()).matches()
                ? day(written.toString()).toString()
                : written;
    }

    /** An instant as a clock on the wall shows it there; nothing where there is none. */
    String local(@Nullable Instant instant) {
        return instant == null
                ? "nothing"
                : instant.atZone(zone).toOffsetDateTime().toString();
    }

    private LocalDate day(String text) {
        return LocalDate.ofInstant(zero, zone).plusDays(Integer.parseInt(text.substring("day".length())));
    }

    static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        boolean minus = false;
        while (matcher.find()) {
            if (matcher.start() != end) {
                throw new IllegalArgumentException("not a length: " + text);
            }
            end = matcher.end();
            minus = matcher.group(1).isEmpty() ? minus : matcher.group(1).equals("-");
            Duration part = part(Long.parseLong(matcher.group(2)), matcher.group(3));
            sum = minus ? sum.minus(part) : sum.plus(part);
        }
        if (end != text.length() || text.isEmpty()) {
            throw new IllegalArgumentException("not a length: " + text);
        }
        return sum;
    }

    private static Duration part(long number, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofHours(24 * number);
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMillis(number);
        };
    }
}
