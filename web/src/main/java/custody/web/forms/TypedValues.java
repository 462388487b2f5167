package custody.web.forms;

import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.events.Value;
import custody.web.session.Visit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From what was typed to the values that the catalogue reads. Only local dates and times are read here, since only a form
 * knows a zone; everything else goes on as it was typed and is judged where API input is judged.
 */
public final class TypedValues {
    private final Typed typed;
    private final Visit visit;
    private final Mistakes mistakes;

    /** Reads {@code typed} in the zone of the visit's facility; what cannot be read goes into {@code mistakes}. */
    public TypedValues(Typed typed, Visit visit, Mistakes mistakes) {
        this.typed = typed;
        this.visit = visit;
        this.mistakes = mistakes;
    }

    /** Values of fields by canonical name; {@code prefix} begins their parameters. Blank fields have no entry. */
    public Map<String, Value> fields(List<Field> fields, String prefix) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Field field : fields) {
            value(field.type(), prefix + field.name()).ifPresent(value -> values.put(field.name(), value));
        }
        return values;
    }

    /** The value sent under a parameter, for a field of that type; empty where it was left blank. */
    public Optional<Value> value(FieldType type, String parameter) {
        return switch (type) {
            case FieldType.Moment() -> moment(parameter);
            case FieldType.Day() -> day(parameter);
            case FieldType.Choices _,
                    FieldType.Officers(),
                    FieldType.EventReferences(),
                    FieldType.LineList _,
                    FieldType.Cameras _ ->
                Optional.of(typed.all(parameter)).filter(all -> !all.isEmpty()).map(Value.Texts::new);
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.Choice _,
                    FieldType.YesNo(),
                    FieldType.Quantity _,
                    FieldType.Officer(),
                    FieldType.Room(),
                    FieldType.EventReference() ->
                Optional.of(typed.one(parameter)).filter(one -> !one.isBlank()).map(Value.Text::new);
            case FieldType.Replacements() -> Optional.empty();
        };
    }

    /** A local date and time as an instant with its offset, ISO 8601. */
    public Optional<Value> moment(String parameter) {
        LocalTimes.Meaning meaning = LocalTimes.read(
                typed.one(parameter + ".date"),
                typed.one(parameter + ".time"),
                typed.one(parameter + ".offset"),
                visit.times().zone(),
                LocalDate.ofInstant(visit.now(), visit.times().zone()));
        return switch (meaning) {
            case LocalTimes.Nothing _ -> Optional.empty();
            case LocalTimes.Exactly(var time) -> Optional.of(new Value.Text(time.toString()));
            case LocalTimes.NoDate _ -> wrong(parameter, "form.wrong-date");
            case LocalTimes.NoTime _ -> wrong(parameter, "form.wrong-time");
            case LocalTimes.Skipped _ -> wrong(parameter, "form.skipped-time");
            case LocalTimes.Twice(var offsets) ->
                wrong(
                        parameter,
                        "form.time-twice",
                        offsets.stream().map(offset -> "UTC" + offset).collect(Collectors.joining(", ")));
        };
    }

    private Optional<Value> day(String parameter) {
        String text = typed.one(parameter);
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = LocalTimes.day(
                text, LocalDate.ofInstant(visit.now(), visit.times().zone()));
        return day.isEmpty() ? wrong(parameter, "form.wrong-date") : day.map(read -> new Value.Text(read.toString()));
    }

    private Optional<Value> wrong(String parameter, String text, Object... values) {
        mistakes.add(Ids.pointer(parameter), visit.wording().say(text, values));
        return Optional.empty();
    }
}
