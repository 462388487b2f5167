package custody.web.forms;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.detention.Booking;
import custody.record.events.Value;
import custody.web.components.Control;
import custody.web.entry.BookingEntry;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The six booking fields: who, when apprehended, where, by whom, on what basis, when delivered. Everything else about the
 * person and the offence can wait, and has its place further down.
 */
public final class BookingForm {
    private static final EventKind APPREHENDED = Catalogue.kind("apprehended").orElseThrow();
    private static final FieldType OFFICERS = new FieldType.Officers();

    private final Visit visit;
    private final People people;

    /** The form at this visit. */
    public BookingForm(Visit visit, People people) {
        this.visit = visit;
        this.people = people;
    }

    /** Both dates are today and the delivery is now, visibly; the apprehension's time is left to be said. */
    public Typed prefilled() {
        return Typed.nothing()
                .with("apprehension.at.date", visit.times().date(visit.now()))
                .with("delivery.at.date", visit.times().date(visit.now()))
                .with("delivery.at.time", visit.times().time(visit.now()));
    }

    /** The booking that was typed; empty where {@code mistakes} say why not. */
    public Optional<Booking> read(Typed typed, Mistakes mistakes) {
        TypedValues values = new TypedValues(typed, visit, mistakes);
        Map<String, Value> sent = new LinkedHashMap<>();
        for (String name : List.of("surname", "givenName", "patronymic", "birthDate", "sex", "citizenship")) {
            put(values, sent, "person." + name, type("person." + name));
        }
        put(values, sent, "person.unknown.description", type("person.description"));
        values.moment("apprehension.at").ifPresent(value -> sent.put("apprehension.at", value));
        boolean apprehensionTold = mistakes.any();
        // A delivery without a time has not happened yet: the date alone is only what the form put there.
        if (!typed.one("delivery.at.time").isBlank()) {
            values.moment("delivery.at").ifPresent(value -> sent.put("delivery.at", value));
        }
        put(values, sent, "apprehension.place", type("place"));
        put(values, sent, "apprehension.by", OFFICERS);
        put(values, sent, "basis.kind", type("basis"));
        put(values, sent, "basis.offence", type("offence"));
        put(values, sent, "basis.aggravation", type("aggravation"));
        put(values, sent, "basis.regime", type("regime"));
        return switch (BookingEntry.read(sent, people)) {
            case Parsed.Ok<Booking>(Booking booking) -> mistakes.any() ? Optional.empty() : Optional.of(booking);
            case Parsed.Wrong<Booking> wrong -> {
                wrong.errors().stream()
                        .filter(error -> !(apprehensionTold && error.pointer().equals("/apprehension/at")))
                        .forEach(error -> mistakes.add(List.of(error)));
                yield Optional.empty();
            }
        };
    }

    private static void put(TypedValues values, Map<String, Value> sent, String name, FieldType type) {
        values.value(type, name).ifPresent(value -> sent.put(name, value));
    }

    private static FieldType type(String field) {
        return APPREHENDED.field(field).map(Field::type).orElseThrow();
    }

    /** The controls, in sections, holding what was typed. */
    public List<Section> sections(Typed typed, Mistakes mistakes) {
        Wording say = visit.wording();
        Controls controls = new Controls(visit, people, null, typed, mistakes);
        String zone = say.say("form.zone", visit.times().zoneAt(visit.now()));
        return List.of(
                new Section(
                        say.say("booking.who"),
                        false,
                        List.of(
                                person(controls, "surname"),
                                person(controls, "givenName"),
                                person(controls, "patronymic"),
                                control(controls, "person.unknown.description", type("person.description")))),
                new Section(
                        say.say("booking.apprehension"),
                        false,
                        List.of(
                                controls.when("apprehension.at", booking("apprehension.at"), true, zone),
                                controls.of(type("place"), "apprehension.place", booking("apprehension.place"), true),
                                controls.of(OFFICERS, "apprehension.by", booking("apprehension.by"), false))),
                new Section(
                        say.say("booking.basis"),
                        false,
                        List.of(
                                controls.of(type("basis"), "basis.kind", booking("basis.kind"), true),
                                controls.of(
                                        type("offence"), "basis.offence", say.field("apprehended", "offence"), false))),
                new Section(
                        say.say("booking.delivery"),
                        false,
                        List.of(controls.when(
                                "delivery.at", booking("delivery.at"), false, say.say("booking.delivery.hint")))),
                new Section(
                        say.say("booking.more"),
                        typed.one("person.birthDate").isBlank() && !mistakes.any(),
                        List.of(
                                person(controls, "birthDate"),
                                person(controls, "sex"),
                                person(controls, "citizenship"),
                                controls.of(
                                        type("aggravation"),
                                        "basis.aggravation",
                                        say.field("apprehended", "aggravation"),
                                        false),
                                controls.of(
                                        type("regime"), "basis.regime", say.field("apprehended", "regime"), false))));
    }

    private Control person(Controls controls, String name) {
        return control(controls, "person." + name, type("person." + name));
    }

    private Control control(Controls controls, String parameter, FieldType type) {
        String label = parameter.equals("person.unknown.description")
                ? visit.wording().say("booking.unknown")
                : visit.wording().field("apprehended", parameter);
        return controls.of(type, parameter, label, false);
    }

    private String booking(String name) {
        return visit.wording().field("booking", name);
    }
}
