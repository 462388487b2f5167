package custody.record.detention;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.events.PersonDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the six booking fields must be among themselves. Pointers are those of the API's booking. */
final class BookingRules {
    private BookingRules() {}

    static List<FieldError> errors(Booking booking, Instant latest) {
        List<FieldError> errors = new ArrayList<>();
        PersonDetails person = booking.apprehended().person();
        if (person.unknown() && person.description() == null) {
            errors.add(FieldError.of("/person", Code.REQUIRED));
        }
        LocalDate birth = person.birthDate();
        if (birth != null
                && birth.isAfter(latest.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1))) {
            errors.add(FieldError.of("/person/birthDate", Code.FUTURE));
        }
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
