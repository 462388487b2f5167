package custody.record.desk;

import custody.record.events.RecordId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a page of records, newest first, behind which the next page begins. Written as instant, underscore, id.
 *
 * @param apprehendedAt of that record, to the microsecond
 * @param record that record
 */
public record After(Instant apprehendedAt, RecordId record) {
    private static final Pattern SHAPE = Pattern.compile("([^_]{20,40})_([0-9a-f-]{36})");

    public After {
        apprehendedAt = apprehendedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The line that is its own, of a summary. */
    public static After of(Summary last) {
        return new After(last.situation().apprehendedAt(), last.id());
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<After> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(new After(Instant.parse(parts.group(1)), RecordId.of(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return apprehendedAt + "_" + record;
    }
}
