package custody.node.wiring;

import custody.node.demo.DemoFacility;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import custody.store.rulepacks.CaseFile;
import custody.store.rulepacks.Offsets;
import custody.store.rulepacks.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One worked case, recorded through the API event for event. */
final class PlayedCase {
    private static final String DESK = "1000001";
    private static final Map<String, String> PLACES = Map.of(
            "place", "apprehension.place",
            "by", "apprehension.by",
            "howFixed", "apprehension.howFixed",
            "basis", "basis.kind",
            "offence", "basis.offence",
            "aggravation", "basis.aggravation",
            "regime", "basis.regime");

    private final LawServer server;
    private final Offsets offsets;
    private final Map<String, String> events = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    private String record = "";

    PlayedCase(LawServer server, Offsets offsets) {
        this.server = server;
        this.offsets = offsets;
    }

    /** Records it; answers what the record refused, empty where all was taken. */
    List<String> play(List<Map<String, Object>> written) {
        for (Map<String, Object> event : written) {
            Map<String, Object> rest = new LinkedHashMap<>(event);
            String at = String.valueOf(rest.remove("at"));
            Object until = rest.remove("until");
            Object label = rest.remove("as");
            Object corrects = rest.remove("corrects");
            Object to = rest.remove("to");
            Map.Entry<String, Object> only = rest.entrySet().iterator().next();
            String kind = only.getKey();
            Map<String, Object> said =
                    CaseFile.named(kind, only.getValue(), name -> Objects.requireNonNull(events.get(name), name));
            said.replaceAll((_, value) -> offsets.date(value));
            if (corrects != null) {
                said.put("corrects", Objects.requireNonNull(events.get(corrects.toString()), corrects.toString()));
                said.putIfAbsent("reason", "помилка");
            }
            if (to != null) {
                said.put("occurredAt", offsets.at(to.toString()).toString());
            }
            String id = kind.equals("apprehended") && record.isEmpty() ? open(at, said) : add(kind, at, until, said);
            events.put(label == null ? kind : label.toString(), id);
        }
        return refused;
    }

    /** The clocks at a time of the case. */
    JsonNode clocks(String at) {
        return server.get(DESK, "/api/v1/records/" + record + "/clocks?at=" + offsets.at(at));
    }

    /** Asks for a cell, with a reason or without one; answers what the API answers. */
    JsonNode allocate(RoomCode cell, String at, @Nullable String reason) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("cell", cell.code()));
        if (reason != null) {
            fields.put("separationReason", reason);
        }
        return server.post(
                DESK,
                "/api/v1/records/" + record + "/events",
                Map.of("kind", "cell-allocated", "occurredAt", offsets.at(at).toString(), "fields", fields));
    }

    private String open(String at, Map<String, Object> said) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("facility", DemoFacility.CODE.code());
        put(body, "apprehension.place", "вул. Вигадана, 1");
        put(body, "apprehension.at", offsets.at(at).toString());
        put(body, "basis.kind", "cpc-208");
        put(body, "person.surname", "Вигаданий");
        Timeline.fields("apprehended", said)
                .forEach((name, value) -> put(body, PLACES.getOrDefault(name, name), plain(value)));
        JsonNode answer = server.post(DESK, "/api/v1/records", body);
        note("apprehended", answer);
        record = answer.path("id").asString("");
        return server.get(DESK, "/api/v1/records/" + record + "/events?limit=1")
                .at("/events/0/id")
                .asString("");
    }

    /** Whoever may write a kind writes it: the desk, else the medic, else the head. */
    private String add(String kind, String at, @Nullable Object until, Map<String, Object> said) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("occurredAt", offsets.at(at).toString());
        if (until != null) {
            body.put("until", offsets.at(until.toString()).toString());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Timeline.fields(kind, said).forEach((name, value) -> put(fields, name, plain(value)));
        body.put("fields", fields);
        String path = "/api/v1/records/" + record + "/events";
        JsonNode answer = server.post(DESK, path, body);
        for (String other : List.of("1000003", "1000005")) {
            if (answer.path("status").asInt(0) == 403) {
                answer = server.post(other, path, body);
            }
        }
        note(kind, answer);
        return answer.path("id").asString("");
    }

    private void note(String kind, JsonNode answer) {
        int status = answer.path("status").asInt(0);
        if (status != 0) {
            refused.add(kind + " " + status + " " + answer.path("type").asString("") + " "
                    + answer.at("/errors/0/pointer").asString("") + " "
                    + answer.at("/errors/0/code").asString(""));
        }
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Flag(boolean flag) -> flag;
            case Value.Texts(List<String> texts) -> texts;
        };
    }

    @SuppressWarnings("unchecked") // a dotted name's first parts are never values themselves
    private static void put(Map<String, Object> into, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.put(name, value);
        } else {
            Map<String, Object> below = (Map<String, Object>)
                    into.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
            put(below, name.substring(dot + 1), value);
        }
    }
}
