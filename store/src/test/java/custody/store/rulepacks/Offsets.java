package custody.store.rulepacks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a case's instants: {@code 71h59m59s} after T0, {@code 72h-1s}, or a local time {@code 2026-03-29T22:00}. */
public record Offsets(Instant zero, ZoneId zone) {
    private static final Pattern LENGTH = Pattern.compile("([+-]?)(\\d+)(ms|[dhms])");

    /** The instant of a case's time. */
    public Instant at(String text) {
        if (text.contains("T")) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        return zero.plus(length(text));
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
