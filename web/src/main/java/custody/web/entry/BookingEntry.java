package custody.web.entry;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Parsed;
import custody.record.detention.Booking;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Fact;
import custody.record.events.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private BookingEntry() {}

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
        switch (fact) {
            case Parsed.Wrong<Fact> wrong ->
                errors.addAll(wrong.errors().stream().map(BookingEntry::inBody).toList());
            case Parsed.Ok<Fact> _ ->
                errors.addAll(Naming.unknown(APPREHENDED, fields, known).stream()
                        .map(BookingEntry::inBody)
                        .toList());
        }
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
