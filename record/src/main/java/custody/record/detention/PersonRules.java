package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.PersonDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is said of a person, among itself, wherever it is said: {@code base} is the pointer of the person there. */
final class PersonRules {
    private PersonRules() {}

    /** Who is booked has a name or a description, and is born. */
    static List<FieldError> booked(PersonDetails person, Instant latest, String base) {
        List<FieldError> errors = new ArrayList<>();
        if (person.unknown() && person.description() == null) {
            errors.add(FieldError.of(base, Code.REQUIRED));
        }
        errors.addAll(born(person, latest, base));
        return errors;
    }

    /** An identification says something of the person; what it leaves open is known as before. */
    static List<FieldError> identified(Identified identified, Instant latest, String base) {
        boolean says = Catalogue.encode(identified).keySet().stream().anyMatch(field -> field.startsWith("person."));
        return says ? born(identified.person(), latest, base) : List.of(FieldError.of(base, Code.REQUIRED));
    }

    private static List<FieldError> born(PersonDetails person, Instant latest, String base) {
        LocalDate birth = person.birthDate();
        // It may be tomorrow already where the facility is.
        LocalDate last = latest.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return birth != null && birth.isAfter(last)
                ? List.of(FieldError.of(base + "/birthDate", Code.FUTURE))
                : List.of();
    }
}
