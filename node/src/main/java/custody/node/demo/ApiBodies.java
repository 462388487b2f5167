package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bookings and drafts as the bodies of the API (docs/formats/api.md). Maps keep the order of the contract. */
final class ApiBodies {
    /** Fields of the apprehension whose place in a booking's body is another. */
    private static final Map<String, String> PLACES = Map.of(
            "person.description", "person.unknown.description",
            "place", "apprehension.place",
            "by", "apprehension.by",
            "howFixed", "apprehension.howFixed",
            "basis", "basis.kind",
            "offence", "basis.offence",
            "aggravation", "basis.aggravation",
            "regime", "basis.regime");

    private ApiBodies() {}

    static Map<String, Object> booking(Booking booking) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("facility", DemoFacility.CODE.code());
        Catalogue.encode(booking.apprehended())
                .forEach((name, value) -> put(body, PLACES.getOrDefault(name, name), plain(value)));
        put(body, "apprehension.at", booking.apprehendedAt().toString());
        Instant delivered = booking.deliveredAt();
        if (delivered != null) {
            put(body, "delivery.at", delivered.toString());
            put(body, "delivery.by", badges(booking.deliveredBy()));
        }
        return body;
    }

    static Map<String, Object> event(Draft draft) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", Catalogue.kind(draft.fact()).name());
        body.put("occurredAt", draft.occurrence().at().toString());
        text(body, "until", draft.occurrence().until());
        text(body, "place", draft.place());
        body.put("performedBy", badges(draft.performedBy()));
        body.put("present", draft.present());
        text(body, "lateReason", draft.lateReason());
        text(body, "note", draft.note());
        Map<String, Object> fields = new LinkedHashMap<>();
        Catalogue.encode(draft.fact()).forEach((name, value) -> put(fields, name, plain(value)));
        body.put("fields", fields);
        return body;
    }

    private static void text(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    private static List<String> badges(List<Badge> badges) {
        return badges.stream().map(Badge::number).toList();
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Flag(boolean flag) -> flag;
            case Value.Texts(List<String> texts) -> texts;
        };
    }

    /** A dotted name is a place in nested objects. */
    private static void put(Map<String, Object> into, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.put(name, value);
            return;
        }
        Object nested = into.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
        if (nested instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // made by this method, one line above
            Map<String, Object> inner = (Map<String, Object>) map;
            put(inner, name.substring(dot + 1), value);
        }
    }
}
