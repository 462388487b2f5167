package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Parsed;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.Occurrence.Source;
import custody.record.events.PersonDetails;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the inputs of forms and API to what the record decides on. */
final class Drafting {
    private static final Duration LIVE = Duration.ofMinutes(1);

    private Drafting() {}

    static Parsed<Draft> read(EventKind kind, Map<String, Value> envelope, Map<String, Value> fields, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Parsed<Envelope> around = Envelope.SHAPE.parse(envelope);
        Parsed<Fact> fact = Catalogue.parse(kind, fields);
        if (around instanceof Parsed.Wrong<Envelope>(List<FieldError> wrong)) {
            errors.addAll(wrong);
        }
        if (fact instanceof Parsed.Wrong<Fact>(List<FieldError> wrong)) {
            errors.addAll(wrong);
        }
        if (around instanceof Parsed.Ok<Envelope>(Envelope read)) {
            Instant until = read.until();
            if (until != null && until.isBefore(read.occurredAt())) {
                errors.add(FieldError.of("/until", Code.ORDER));
            }
            if (errors.isEmpty() && fact instanceof Parsed.Ok<Fact>(Fact happened)) {
                return new Parsed.Ok<>(draft(read, happened, now));
            }
        }
        return new Parsed.Wrong<>(errors);
    }

    private static Draft draft(Envelope read, Fact fact, Instant now) {
        return new Draft(
                fact,
                new Occurrence(read.occurredAt(), read.until(), source(read, now)),
                read.performedBy(),
                read.present(),
                read.place(),
                read.lateReason(),
                read.note());
    }

    private static Source source(Envelope read, Instant now) {
        if (read.source() != null) {
            return read.source();
        }
        return read.occurredAt().isBefore(now.minus(LIVE)) ? Source.STATED : Source.LIVE;
    }

    static Booking booking(BookingForm form) {
        BookingForm.Who who = form.person();
        PersonDetails person = new PersonDetails(
                who.surname(),
                who.givenName(),
                who.patronymic(),
                who.birthDate(),
                null,
                null,
                who.sex(),
                who.citizenship(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                who.unknown().description());
        BookingForm.Ground basis = form.basis();
        Apprehended apprehended = new Apprehended(
                person,
                form.apprehension().place(),
                form.apprehension().by(),
                basis.kind(),
                basis.offence(),
                basis.aggravation(),
                basis.regime(),
                null);
        return new Booking(
                apprehended,
                form.apprehension().at(),
                form.delivery().at(),
                form.delivery().by());
    }
}
