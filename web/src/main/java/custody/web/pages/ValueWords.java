package custody.web.pages;

import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.web.forms.People;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field's value in words: labels for choices, names for badges, local times.
 *
 * @param wording language
 * @param times zone
 * @param people names
 */
record ValueWords(Wording wording, Times times, People people) {

    String say(Field field, Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> wording.say(flag ? "form.yes" : "form.no");
            case Value.Whole(long number) ->
                field.type() instanceof FieldType.Quantity quantity
                                && !quantity.unit().isEmpty()
                        ? number + "\u00a0" + wording.unit(quantity.unit())
                        : Long.toString(number);
            case Value.Texts(List<String> texts) ->
                texts.stream().map(text -> word(field.type(), text)).collect(Collectors.joining("; "));
            case Value.Text(String text) -> text.isEmpty() ? wording.say("value.taken-away") : word(field.type(), text);
        };
    }

    private String word(FieldType type, String text) {
        return switch (type) {
            case FieldType.Choice choice -> wording.option(choice.set(), text);
            case FieldType.Choices choices -> wording.option(choices.set(), text);
            case FieldType.Moment() -> times.full(Instant.parse(text));
            case FieldType.Day() -> times.date(LocalDate.parse(text));
            case FieldType.Officer(), FieldType.Officers() ->
                people.names(List.of(new Badge(text))).getFirst();
            case FieldType.Room() -> people.roomName(new RoomCode(text));
            case FieldType.YesNo() -> wording.say(text.equals("true") ? "form.yes" : "form.no");
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.Quantity _,
                    FieldType.EventReference(),
                    FieldType.EventReferences(),
                    FieldType.LineList _,
                    FieldType.Replacements() -> text;
        };
    }
}
