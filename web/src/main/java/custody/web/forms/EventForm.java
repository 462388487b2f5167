package custody.web.forms;

import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Parsed;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Value;
import custody.web.components.Control;
import custody.web.entry.EventEntry;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one kind of event, made from the catalogue: controls, and what was typed into them read back. */
public final class EventForm {
    private static final String OWN = "fields.";
    private static final String ENVELOPE = "envelope";

    private final EventKind kind;
    private final Visit visit;
    private final People people;

    /** The form of {@code kind} at this visit. */
    public EventForm(EventKind kind, Visit visit, People people) {
        this.kind = kind;
        this.visit = visit;
        this.people = people;
    }

    /** What the form holds before anything is typed: now, and who is at the desk. Visible, and to be changed. */
    public Typed prefilled() {
        return Typed.nothing()
                .with("occurredAt.date", visit.times().date(visit.now()))
                .with("occurredAt.time", visit.times().time(visit.now()))
                .with("performedBy", visit.officer().badge().number());
    }

    /** The draft that was typed; empty where {@code mistakes} say why not. */
    public Optional<Draft> read(Typed typed, Mistakes mistakes) {
        TypedValues values = new TypedValues(typed, visit, mistakes);
        Map<String, Value> common = new LinkedHashMap<>();
        Optional<Value> at = values.moment("occurredAt");
        boolean timeTyped = mistakes.any();
        at.ifPresent(value -> common.put("occurredAt", value));
        values.moment("until").ifPresent(value -> common.put("until", value));
        put(values, common, "performedBy", new FieldType.Officers());
        put(values, common, "present", new FieldType.LineList(EventEntry.PRESENT));
        put(values, common, "place", new FieldType.Room());
        put(values, common, "lateReason", new FieldType.Lines(EventEntry.LATE_REASON));
        put(values, common, "note", new FieldType.Lines(EventEntry.NOTE));
        Map<String, Value> fields = values.fields(kind.fields(), OWN);
        return switch (EventEntry.read(kind, common, fields, people, visit.now())) {
            case Parsed.Ok<Draft>(Draft draft) -> mistakes.any() ? Optional.empty() : Optional.of(draft);
            case Parsed.Wrong<Draft> wrong -> {
                wrong.errors().stream()
                        .filter(error -> !(timeTyped && error.pointer().equals("/occurredAt")))
                        .forEach(error -> mistakes.add(List.of(error)));
                yield Optional.empty();
            }
        };
    }

    private static void put(TypedValues values, Map<String, Value> into, String name, FieldType type) {
        values.value(type, name).ifPresent(value -> into.put(name, value));
    }

    /** The controls, in sections, holding what was typed. */
    public List<Section> sections(CustodyRecord record, Typed typed, Mistakes mistakes) {
        Wording say = visit.wording();
        Controls controls = new Controls(visit, people, record, typed, mistakes);
        List<Section> sections = new ArrayList<>();
        String zone = say.say("form.zone", visit.times().zoneAt(visit.now()));
        sections.add(new Section(
                "", false, List.of(controls.when("occurredAt", say.field(ENVELOPE, "occurredAt"), true, zone))));
        sections.addAll(own(controls, record));
        List<Control> who = List.of(
                controls.officers("performedBy", say.field(ENVELOPE, "performedBy"), false),
                controls.of(
                        new FieldType.LineList(EventEntry.PRESENT), "present", say.field(ENVELOPE, "present"), false),
                controls.of(new FieldType.Room(), "place", say.field(ENVELOPE, "place"), false));
        sections.add(new Section(say.say("form.who-where"), false, who));
        List<Control> more = List.of(
                controls.when("until", say.field(ENVELOPE, "until"), false, null),
                controls.of(
                        new FieldType.Lines(EventEntry.LATE_REASON),
                        "lateReason",
                        say.field(ENVELOPE, "lateReason"),
                        false),
                controls.of(new FieldType.Lines(EventEntry.NOTE), "note", say.field(ENVELOPE, "note"), false));
        sections.add(new Section(say.say("form.more"), !touched(typed), more));
        return sections;
    }

    /** The kind's own fields; a nested value's fields are a section of their own. */
    private List<Section> own(Controls controls, CustodyRecord record) {
        Map<String, List<Control>> bySection = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            int dot = field.name().indexOf('.');
            String section = dot < 0 ? "" : field.name().substring(0, dot);
            bySection
                    .computeIfAbsent(section, _ -> new ArrayList<>())
                    .add(controls.of(field, OWN + field.name(), visit.wording().field(kind.name(), field.name())));
        }
        return bySection.entrySet().stream()
                .map(entry -> new Section(
                        entry.getKey().isEmpty() ? "" : visit.wording().say("form.part." + entry.getKey()),
                        false,
                        BodyMap.join(entry.getValue(), record, visit.wording(), visit.times())))
                .toList();
    }

    private static boolean touched(Typed typed) {
        return List.of("until.date", "until.time", "lateReason", "note").stream()
                .anyMatch(name -> !typed.one(name).isBlank());
    }
}
