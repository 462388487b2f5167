package custody.record.detention;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.Parsed;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The six booking fields: who, when apprehended, where, by whom, on what basis, when delivered.
 *
 * @param apprehended who, where, by whom, basis
 * @param apprehendedAt T0, the actual moment
 * @param deliveredAt arrival at the facility; null while on the way
 * @param deliveredBy who brought the person; empty where the apprehending officers did
 */
public record Booking(
        Apprehended apprehended,
        Instant apprehendedAt,
        @Nullable Instant deliveredAt,
        List<Badge> deliveredBy) {
    public Booking {
        deliveredBy = List.copyOf(deliveredBy);
    }

    /** Reads the six fields as in {@link BookingForm}. Every error is told at once. */
    public static Parsed<Booking> read(Map<String, Value> input) {
        return switch (BookingForm.SHAPE.parse(input)) {
            case Parsed.Ok<BookingForm>(BookingForm form) -> new Parsed.Ok<>(Drafting.booking(form));
            case Parsed.Wrong<BookingForm>(List<FieldError> errors) -> new Parsed.Wrong<>(errors);
        };
    }
}
