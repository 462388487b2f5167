package custody.record.detention;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the six booking fields must be among themselves. Pointers are those of the API's booking. */
final class BookingRules {
    private BookingRules() {}

    static List<FieldError> errors(Booking booking, Instant latest) {
        List<FieldError> errors =
                new ArrayList<>(PersonRules.booked(booking.apprehended().person(), latest, "/person"));
        if (booking.apprehendedAt().isAfter(latest)) {
            errors.add(FieldError.of("/apprehension/at", Code.FUTURE));
        }
        Instant delivered = booking.deliveredAt();
        if (delivered != null && delivered.isAfter(latest)) {
            errors.add(FieldError.of("/delivery/at", Code.FUTURE));
        }
        if (delivered != null && delivered.isBefore(booking.apprehendedAt())) {
            errors.add(FieldError.of("/delivery/at", Code.ORDER));
        }
        return errors;
    }
}
