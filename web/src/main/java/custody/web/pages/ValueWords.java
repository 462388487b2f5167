package custody.web.pages;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.web.forms.People;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field's value in words: labels for choices, names for badges, local times.
 *
 * @param wording language
 * @param times zone
 * @param people names
 * @param events events of the record, for what refers to them
 */
record ValueWords(Wording wording, Times times, People people, Function<EventId, Optional<Event>> events) {

    String say(Field field, Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> wording.say(flag ? "form.yes" : "form.no");
            case Value.Whole(long number) ->
                field.type() instanceof FieldType.Quantity quantity
                                && !quantity.unit().isEmpty()
                        ? number + "\u00a0" + wording.unit(quantity.unit())
                        : Long.toString(number);
            case Value.Texts(List<String> texts) ->
                texts.stream().map(text -> word(field, text)).collect(Collectors.joining("; "));
            case Value.Text(String text) -> text.isEmpty() ? wording.say("value.taken-away") : word(field, text);
        };
    }

    private String word(Field field, String text) {
        return switch (field.name().substring(field.name().lastIndexOf('.') + 1)) {
            case "language", "languages" -> wording.languageOf(text);
            case "citizenship" -> wording.countryOf(text);
            default -> word(field.type(), text);
        };
    }

    private String word(FieldType type, String text) {
        return switch (type) {
            case FieldType.Choice choice -> wording.option(choice.set(), text);
            case FieldType.Choices choices -> wording.option(choices.set(), text);
            // A correction that is only shown yet holds it as it was typed, with its offset and without seconds.
            case FieldType.Moment() -> times.full(OffsetDateTime.parse(text).toInstant());
            case FieldType.Day() -> times.date(LocalDate.parse(text));
            case FieldType.Officer(), FieldType.Officers() ->
                people.names(List.of(new Badge(text))).getFirst();
            case FieldType.Room() -> people.roomName(new RoomCode(text));
            case FieldType.YesNo() -> wording.say(text.equals("true") ? "form.yes" : "form.no");
            case FieldType.EventReference(), FieldType.EventReferences() -> event(text);
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.Quantity _,
                    FieldType.LineList _,
                    FieldType.Cameras _,
                    FieldType.Replacements() -> text;
        };
    }

    /** The event as one finds it on the timeline; its id where it is not of this record. */
    private String event(String id) {
        return events.apply(EventId.of(id))
                .map(event -> wording.kind(Catalogue.kind(event.fact())) + ", " + times.full(event.occurredAt()))
                .orElse(id);
    }
}
