package custody.web.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Instants as the facility's walls show them, 24 h.
 *
 * @param zone the facility's zone
 * @param language whose units are written
 */
public record Times(ZoneId zone, Language language) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** {@code 24.11.2026} */
    public String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }

    /** {@code 24.11.2026} */
    public String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 08:15} */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** {@code 24.11.2026, 08:15} */
    public String full(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    /** Time alone on the day of {@code now}, else with its date: {@code 08:15} or {@code 24.11, 08:15}. */
    public String near(Instant instant, Instant now) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        if (day.equals(now.atZone(zone).toLocalDate())) {
            return time(instant);
        }
        return date(instant).substring(0, 5) + ", " + time(instant);
    }

    /** For the {@code datetime} attribute: UTC, seconds. */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The zone as it stands at an instant: {@code Europe/Kyiv, UTC+02:00}. */
    public String zoneAt(Instant instant) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        String shift = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
        return zone.getId().equals("Z") ? "UTC" : zone.getId() + ", " + shift;
    }

    /** Length in the two largest units: {@code 2 д 3 год}, {@code 5 год 12 хв}, {@code 7 хв}; never negative. */
    public String length(Duration duration) {
        Duration length = duration.isNegative() ? Duration.ZERO : duration;
        boolean ukrainian = language == Language.UK;
        String day = ukrainian ? "\u00a0д" : "\u00a0d";
        String hour = ukrainian ? "\u00a0год" : "\u00a0h";
        String minute = ukrainian ? "\u00a0хв" : "\u00a0min";
        if (length.toDays() > 0) {
            return length.toDays() + day + part(length.toHoursPart(), hour);
        }
        if (length.toHours() > 0) {
            return length.toHours() + hour + part(length.toMinutesPart(), minute);
        }
        return length.toMinutes() + minute;
    }

    private static String part(int amount, String unit) {
        return amount == 0 ? "" : " " + amount + unit;
    }
}
