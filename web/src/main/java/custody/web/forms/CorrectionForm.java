package custody.web.forms;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Entry;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.web.components.Control;
import custody.web.entry.EventEntry;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The form that puts an event right: filled with what stands, so that only what is changed becomes the correction. */
public final class CorrectionForm {
    private static final String OWN = "fields.";
    private static final FieldType OFFICERS = new FieldType.Officers();
    private static final FieldType PRESENT = new FieldType.LineList(EventEntry.PRESENT);

    private final Entry entry;
    private final EventKind kind;
    private final Visit visit;
    private final People people;

    /** The form that corrects {@code entry} at this visit. */
    public CorrectionForm(Entry entry, Visit visit, People people) {
        this.entry = entry;
        this.kind = Catalogue.kind(entry.original().fact());
        this.visit = visit;
        this.people = people;
    }

    /** What stands now. */
    public Typed prefilled() {
        Event event = entry.standing();
        Typed typed = moment(Typed.nothing(), "occurredAt", event.occurredAt());
        Instant until = event.occurrence().until();
        typed = until == null ? typed : moment(typed, "until", until);
        typed = typed.with(
                        "performedBy",
                        event.performedBy().stream().map(Badge::number).toList())
                .with("present", event.present());
        RoomCode place = event.place();
        typed = place == null ? typed : typed.with("place", place.code());
        for (Map.Entry<String, Value> held : Catalogue.encode(event.fact()).entrySet()) {
            Field field = kind.field(held.getKey()).orElseThrow();
            typed = value(typed, field, held.getValue());
        }
        return typed;
    }

    private Typed value(Typed typed, Field field, Value value) {
        String name = OWN + field.name();
        return switch (value) {
            case Value.Texts(List<String> texts) -> typed.with(name, texts);
            case Value.Whole(long number) -> typed.with(name, Long.toString(number));
            case Value.Flag(boolean flag) -> typed.with(name, Boolean.toString(flag));
            case Value.Text(String text)
            when field.type() instanceof FieldType.Moment -> moment(typed, name, Instant.parse(text));
            case Value.Text(String text) -> typed.with(name, text);
        };
    }

    private Typed moment(Typed typed, String name, Instant at) {
        String offset = visit.times().zone().getRules().getOffset(at).getId();
        return typed.with(name + ".date", visit.times().date(at))
                .with(name + ".time", visit.times().time(at))
                .with(name + ".offset", offset);
    }

    /** The correction that was typed; empty where {@code mistakes} say why not. */
    public Optional<Draft> read(Typed typed, Mistakes mistakes) {
        Map<String, Value> correction = changed(typed, mistakes);
        correction.put("corrects", new Value.Text(entry.original().id().toString()));
        if (!typed.one("reason").isBlank()) {
            correction.put("reason", new Value.Text(typed.one("reason")));
        }
        if (typed.one("withdrawn").equals("true")) {
            correction.put("withdrawn", new Value.Flag(true));
        }
        Map<String, Value> common = Map.of(
                "occurredAt",
                new Value.Text(visit.now().toString()),
                "performedBy",
                new Value.Texts(List.of(visit.officer().badge().number())));
        return switch (EventEntry.correction(kind, common, correction, people, visit.now())) {
            case Parsed.Ok<Draft>(Draft draft) -> mistakes.any() ? Optional.empty() : Optional.of(draft);
            case Parsed.Wrong<Draft> wrong -> {
                mistakes.add(inForm(wrong.errors()));
                yield Optional.empty();
            }
        };
    }

    /** The errors as this form shows them, at the controls they are about. */
    public static List<FieldError> inForm(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(inForm(error.pointer()), error.code(), error.limits()))
                .toList();
    }

    /** A correction's own fields stand at the top of this form, the corrected event's below {@code fields}. */
    private static String inForm(String pointer) {
        return pointer.startsWith("/fields/") ? pointer.substring("/fields".length()) : pointer;
    }

    private Map<String, Value> changed(Typed typed, Mistakes mistakes) {
        TypedValues now = new TypedValues(typed, visit, mistakes);
        TypedValues before = new TypedValues(prefilled(), visit, new Mistakes(visit.wording()));
        Map<String, Value> changes = new LinkedHashMap<>();
        for (String name : List.of("occurredAt", "until")) {
            Optional<Value> moment = now.moment(name);
            moment.filter(value -> !moment.equals(before.moment(name))).ifPresent(value -> changes.put(name, value));
        }
        envelope(now, before, "performedBy", OFFICERS, changes);
        envelope(now, before, "present", PRESENT, changes);
        envelope(now, before, "place", new FieldType.Room(), changes);
        for (Field field : kind.fields()) {
            Optional<Value> value = now.value(field.type(), OWN + field.name());
            if (!Objects.equals(value, before.value(field.type(), OWN + field.name()))) {
                changes.put(OWN + field.name(), value.orElse(new Value.Text("")));
            }
        }
        return changes;
    }

    private static void envelope(
            TypedValues now, TypedValues before, String name, FieldType type, Map<String, Value> into) {
        Optional<Value> value = now.value(type, name);
        value.filter(changed -> !value.equals(before.value(type, name))).ifPresent(changed -> into.put(name, changed));
    }

    /** The controls, in sections, holding what was typed. */
    public List<Section> sections(CustodyRecord record, Typed typed, Mistakes mistakes) {
        Wording say = visit.wording();
        Controls controls = new Controls(visit, people, record, typed, mistakes);
        String zone = say.say("form.zone", visit.times().zoneAt(visit.now()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "",
                false,
                List.of(
                        controls.of(new FieldType.Lines(2_000), "reason", say.field("correction", "reason"), true),
                        controls.of(new FieldType.YesNo(), "withdrawn", say.field("correction", "withdrawn"), false))));
        sections.add(new Section(
                say.say("correct.times"),
                false,
                List.of(
                        controls.when("occurredAt", say.field("correction", "occurredAt"), true, zone),
                        controls.when("until", say.field("correction", "until"), false, null))));
        List<Control> own = kind.fields().stream()
                .map(field -> controls.of(field, OWN + field.name(), say.field(kind.name(), field.name())))
                .toList();
        if (!own.isEmpty()) {
            sections.add(new Section(say.say("correct.fields"), false, BodyMap.join(own, record, say, visit.times())));
        }
        sections.add(new Section(
                say.say("form.who-where"),
                false,
                List.of(
                        controls.officers("performedBy", say.field("correction", "performedBy"), false),
                        controls.of(PRESENT, "present", say.field("correction", "present"), false),
                        controls.of(new FieldType.Room(), "place", say.field("correction", "place"), false))));
        return sections;
    }
}
