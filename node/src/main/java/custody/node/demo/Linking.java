package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts real ids in the place of placeholders, and moves every time of a draft to the pace of the play.
 *
 * @param ids from an event's placeholder to the id it was stored under
 * @param times from the day's time to the time of the play
 */
record Linking(UnaryOperator<EventId> ids, UnaryOperator<Instant> times) {

    Booking linked(Booking booking) {
        Instant delivered = booking.deliveredAt();
        return new Booking(
                (Apprehended) linked(booking.apprehended()),
                times.apply(booking.apprehendedAt()),
                delivered == null ? null : times.apply(delivered),
                booking.deliveredBy());
    }

    Draft linked(Draft draft) {
        Occurrence occurrence = draft.occurrence();
        return new Draft(
                linked(draft.fact()),
                new Occurrence(times.apply(occurrence.at()), moved(occurrence.until()), occurrence.source()),
                draft.performedBy(),
                draft.present(),
                draft.place(),
                draft.lateReason(),
                draft.note());
    }

    private @Nullable Instant moved(@Nullable Instant instant) {
        return instant == null ? null : times.apply(instant);
    }

    private Fact linked(Fact fact) {
        EventKind kind = Catalogue.kind(fact);
        Map<String, Value> fields = new LinkedHashMap<>();
        Catalogue.encode(fact)
                .forEach((name, value) -> fields.put(
                        name,
                        kind.field(name).map(field -> linked(field, value)).orElse(value)));
        return Facts.of(kind.name(), fields);
    }

    private Value linked(Field field, Value value) {
        return switch (value) {
            case Value.Text(String text)
            when field.type() instanceof FieldType.Moment ->
                new Value.Text(times.apply(Instant.parse(text)).toString());
            case Value.Text(String text)
            when field.type() instanceof FieldType.EventReference -> new Value.Text(id(text));
            case Value.Texts texts
            when field.type() instanceof FieldType.EventReferences ->
                new Value.Texts(texts.texts().stream().map(this::id).toList());
            case Value.Text _, Value.Texts _, Value.Whole _, Value.Flag _ -> value;
        };
    }

    private String id(String placeholder) {
        return ids.apply(EventId.of(placeholder)).toString();
    }
}
