package custody.web.entry;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Parsed;
import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Fact;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a booking: the six fields of docs/formats/api.md, flattened to dotted names ({@code person.surname}, {@code
 * apprehension.at}, {@code basis.kind}, {@code delivery.at}). Pointers in errors are those of the API's body.
 */
public final class BookingEntry {
    private static final EventKind APPREHENDED = Catalogue.kind("apprehended").orElseThrow();

    /** API names of the booking that are fields of {@code apprehended} under another name. */
    private static final Map<String, String> CANONICAL = Map.of(
            "person.unknown.description", "person.description",
            "apprehension.place", "place",
            "apprehension.by", "by",
            "apprehension.howFixed", "howFixed",
            "basis.kind", "basis",
            "basis.offence", "offence",
            "basis.aggravation", "aggravation",
            "basis.regime", "regime");

    /** Every name of a booking, dotted. */
    public static final Set<String> NAMES = names();

    private BookingEntry() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(CANONICAL.keySet());
        names.addAll(List.of("facility", "apprehension.at", "delivery.at", "delivery.by"));
        APPREHENDED.fields().stream()
                .map(Field::name)
                .filter(name -> foreign(name).equals(name))
                .forEach(names::add);
        return Set.copyOf(names);
    }

    /** The booking that was sent, or every error. */
    public static Parsed<Booking> read(Map<String, Value> sent, Known known) {
        Map<String, Value> times = new LinkedHashMap<>();
        Map<String, Value> fields = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.equals("apprehension.at") || name.equals("delivery.at") || name.equals("delivery.by")) {
                times.put(name, value);
            } else {
                fields.put(CANONICAL.getOrDefault(name, foreign(name)), value);
            }
        });
        Inputs inputs = new Inputs(times, known);
        Instant at = inputs.moment("apprehension.at", "/apprehension/at", true);
        Instant delivered = inputs.moment("delivery.at", "/delivery/at", false);
        List<Badge> deliveredBy = inputs.officers("delivery.by", "/delivery/by");
        List<FieldError> errors = new ArrayList<>(inputs.errors());
        Parsed<Fact> fact = Catalogue.parse(APPREHENDED, fields);
        List<FieldError> wrong = fact instanceof Parsed.Wrong<Fact>(List<FieldError> found) ? found : List.of();
        Stream.concat(wrong.stream(), Naming.unknown(APPREHENDED, fields, known, wrong).stream())
                .map(BookingEntry::inBody)
                .forEach(errors::add);
        if (errors.isEmpty() && fact instanceof Parsed.Ok<Fact>(Fact read)) {
            return new Parsed.Ok<>(new Booking((Apprehended) read, Objects.requireNonNull(at), delivered, deliveredBy));
        }
        return new Parsed.Wrong<>(errors);
    }

    /** A canonical name sent at the top of a booking is not a name of the booking: it must be refused, not taken. */
    private static String foreign(String name) {
        boolean person = name.startsWith("person.") && !name.equals("person.description");
        return person ? name : "unknown." + name;
    }

    private static FieldError inBody(FieldError error) {
        String name = error.pointer().substring("/fields/".length()).replace('/', '.');
        String sent = CANONICAL.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name.startsWith("unknown.") ? name.substring("unknown.".length()) : name);
        return new FieldError("/" + sent.replace('.', '/'), error.code(), error.limits());
    }
}
