package custody.web.forms;

import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.detention.CustodyRecord;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.Option;
import custody.web.session.Visit;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the control of a field, holding what was typed and what is wrong with it. Lives for one form, in one thread. */
public final class Controls {
    private static final int FEW = 6;
    private static final int LONG_TEXT = 1_500;

    private final Wording wording;
    private final Times times;
    private final LocalDate today;
    private final People people;
    private final @Nullable CustodyRecord record;
    private final Typed typed;
    private final Mistakes mistakes;

    /** {@code record} is null where none exists yet; then no field can point to an event. */
    public Controls(Visit visit, People people, @Nullable CustodyRecord record, Typed typed, Mistakes mistakes) {
        this.wording = visit.wording();
        this.times = visit.times();
        this.today = LocalDate.ofInstant(visit.now(), visit.times().zone());
        this.people = people;
        this.record = record;
        this.typed = typed;
        this.mistakes = mistakes;
    }

    /** The control of a field, sent under {@code parameter}. */
    public Control of(Field field, String parameter, String label) {
        boolean required = field.demand() == Field.Demand.REQUIRED;
        return of(field.type(), parameter, label, required);
    }

    /** The control of a type, sent under {@code parameter}. */
    public Control of(FieldType type, String parameter, String label, boolean required) {
        String one = typed.one(parameter);
        return switch (type) {
            case FieldType.Line(int max) ->
                new Control.Line(face(parameter, label, required), one, max <= 40 ? 20 : 0, null, null);
            case FieldType.Lines(int max) ->
                new Control.Area(face(parameter, label, required), one, max > LONG_TEXT ? 3 : 2, max);
            case FieldType.Code code ->
                new Control.Line(
                        hinted(parameter, label, required, wording.say("form.example", code.example())),
                        one,
                        10,
                        null,
                        null);
            case FieldType.Choice choice -> choice(choice, parameter, label, required);
            case FieldType.Choices choices ->
                new Control.Ticks(
                        face(parameter, label, required), options(choices.set(), choices.options(), parameter));
            case FieldType.YesNo() -> yesNo(parameter, label, required);
            case FieldType.Quantity number -> {
                String unit = wording.unit(number.unit());
                yield new Control.Line(
                        face(parameter, label, required), one, 5, unit.isEmpty() ? null : unit, "numeric");
            }
            case FieldType.Moment() -> when(parameter, label, required, null);
            case FieldType.Day() ->
                new Control.Line(
                        hinted(parameter, label, required, wording.say("form.example", "31.01.1990")),
                        one,
                        10,
                        null,
                        "numeric");
            case FieldType.Officer() ->
                new Control.Menus(face(parameter, label, required), List.of(withNone(people.officerOptions(one), one)));
            case FieldType.Officers() -> officers(parameter, label, required);
            case FieldType.Room() ->
                new Control.Menus(face(parameter, label, required), List.of(withNone(people.roomOptions(one), one)));
            case FieldType.EventReference() ->
                new Control.Menus(face(parameter, label, required), List.of(withNone(events(Set.of(one)), one)));
            case FieldType.EventReferences() ->
                new Control.Ticks(face(parameter, label, required), events(new HashSet<>(typed.all(parameter))));
            case FieldType.LineList _ ->
                new Control.LineList(face(parameter, label, required), padded(typed.all(parameter), 2));
            case FieldType.Cameras _ ->
                new Control.Ticks(
                        hinted(parameter, label, required, wording.say("form.all-cameras")),
                        people.cameraOptions(typed.all(parameter)));
            // A correction's form shows the corrected kind's own fields instead.
            case FieldType.Replacements() -> new Control.Line(face(parameter, label, required), "", 0, null, null);
        };
    }

    /** A local date and time. */
    public Control when(String parameter, String label, boolean required, @Nullable String hint) {
        Face face = hint == null ? face(parameter, label, required) : hinted(parameter, label, required, hint);
        String date = typed.one(parameter + ".date");
        String time = typed.one(parameter + ".time");
        String chosen = typed.one(parameter + ".offset");
        List<Option> offsets = LocalTimes.read(date, time, "", times.zone(), today)
                        instanceof LocalTimes.Twice(var twice)
                ? twice.stream()
                        .map(offset -> new Option(
                                offset.getId(), "UTC" + offset, offset.getId().equals(chosen)))
                        .toList()
                : List.of();
        return new Control.When(
                face,
                date,
                time,
                wording.say("form.date"),
                wording.say("form.time"),
                wording.say("form.offset"),
                offsets);
    }

    /** Several officers, one select each and one more. */
    public Control officers(String parameter, String label, boolean required) {
        List<List<Option>> menus = padded(typed.all(parameter), 1).stream()
                .map(badge -> withNone(people.officerOptions(badge), badge))
                .toList();
        return new Control.Menus(face(parameter, label, required), menus);
    }

    private Control choice(FieldType.Choice choice, String parameter, String label, boolean required) {
        String chosen = typed.one(parameter);
        List<String> offered = choice.options().stream()
                .filter(option -> option.equals(chosen) || !choice.former().contains(option))
                .toList();
        List<Option> options = options(choice.set(), offered, parameter);
        return options.size() <= FEW
                ? new Control.Radios(face(parameter, label, required), options, brief(options))
                : new Control.Menus(face(parameter, label, required), List.of(withNone(options, chosen)));
    }

    private static boolean brief(List<Option> options) {
        return options.stream().mapToInt(option -> option.text().length()).sum() <= 60;
    }

    private Control yesNo(String parameter, String label, boolean required) {
        String one = typed.one(parameter);
        List<Option> both = List.of(
                new Option("true", wording.say("form.yes"), one.equals("true")),
                new Option("false", wording.say("form.no"), one.equals("false")));
        Option neither = new Option("", wording.say("form.not-said"), false);
        List<Option> options = required
                ? both
                : Stream.concat(both.stream(), Stream.of(neither)).toList();
        return new Control.Radios(face(parameter, label, required), options, true);
    }

    private List<Option> options(String set, List<String> options, String parameter) {
        List<String> chosen = typed.all(parameter);
        return options.stream()
                .map(option -> new Option(option, wording.option(set, option), chosen.contains(option)))
                .toList();
    }

    private List<Option> events(Set<String> chosen) {
        return record == null ? List.of() : Events.options(record, chosen, wording, times);
    }

    private List<Option> withNone(List<Option> options, String chosen) {
        List<Option> all = new ArrayList<>();
        all.add(new Option("", wording.say("form.choose"), chosen.isEmpty()));
        all.addAll(options);
        return all;
    }

    private static List<String> padded(List<String> values, int empty) {
        List<String> all = new ArrayList<>(values);
        for (int place = 0; place < empty; place++) {
            all.add("");
        }
        return all;
    }

    private Face face(String parameter, String label, boolean required) {
        return face(parameter, label, required, null);
    }

    private Face hinted(String parameter, String label, boolean required, String hint) {
        return face(parameter, label, required, hint);
    }

    private Face face(String parameter, String label, boolean required, @Nullable String hint) {
        String id = Ids.ofName(parameter);
        return new Face(id, parameter, label, hint, mistakes.of(id, label), required);
    }
}
