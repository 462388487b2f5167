package custody.store.payloads;

import custody.ledger.log.Field;
import custody.ledger.log.FieldValue;
import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A look as committed fields; {@code kind} is {@code view}, which no event has. */
public final class ReadingFields {
    private static final String VIEW = "view";

    private ReadingFields() {}

    /** Fields of a look at one record, or, with {@code record} null, at a facility's. */
    public static List<Field> of(
            Reading reading, @Nullable RecordId record, @Nullable FacilityCode facility, Instant at) {
        List<Field> fields = new ArrayList<>();
        text(fields, "kind", VIEW);
        if (record != null) {
            text(fields, "record", record.toString());
        }
        if (facility != null) {
            text(fields, "facility", facility.code());
        }
        text(fields, "recordedAt", at.toString());
        text(fields, "recordedBy", reading.badge().number());
        text(fields, "post", reading.post());
        text(fields, "purpose", reading.purpose().name().toLowerCase(Locale.ROOT));
        text(fields, "what", reading.what());
        return fields;
    }

    private static void text(List<Field> fields, String name, String text) {
        fields.add(new Field(name, new FieldValue.Text(text)));
    }

    /** Whether fields say that they hold a look and no event. */
    public static boolean looks(List<Field> fields) {
        return EventFields.text(fields, "kind").equals(Optional.of(VIEW));
    }

    /** The record that was looked at; empty for a facility's. */
    public static Optional<UUID> record(List<Field> fields) {
        return EventFields.text(fields, "record").map(UUID::fromString);
    }

    /** The look that fields hold; throws {@link IllegalArgumentException} if they hold none. */
    public static PastReading reading(List<Field> fields, long index) {
        if (!looks(fields)) {
            throw new IllegalArgumentException("not a reading");
        }
        Reading reading = new Reading(
                new Badge(required(fields, "recordedBy")),
                required(fields, "post"),
                Reading.Purpose.valueOf(required(fields, "purpose").toUpperCase(Locale.ROOT)),
                required(fields, "what"));
        return new PastReading(reading, Instant.parse(required(fields, "recordedAt")), index);
    }

    private static String required(List<Field> fields, String name) {
        return EventFields.text(fields, name)
                .orElseThrow(() -> new IllegalArgumentException("a reading without " + name));
    }
}
