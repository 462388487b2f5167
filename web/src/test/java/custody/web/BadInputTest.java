package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.events.Badge;
import custody.web.Spoiling.Spoilt;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field of every kind through HTTP, made from the catalogue: a new kind is tried without a line here. */
@DisplayName("Bad input to the API")
class BadInputTest extends ServerTest {
    private static final long SEED = 20_261_125L;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> BADGES =
            IntStream.rangeClosed(1, 10).mapToObj(n -> "10000%02d".formatted(n)).toList();
    private static final FieldType MOMENT = new FieldType.Moment();

    private final Random random = new Random(SEED);
    private Desk client;
    private String record;
    private Spoiling spoiling;

    @BeforeEach
    void open() {
        client = new Desk(port);
        for (String badge : BADGES) {
            accounts.token(Tokens.digest("bad-" + badge), new Badge(badge), MORNING.plus(Duration.ofDays(1)));
        }
        HttpResponse<String> answer = post("/api/v1/records", "1000001", booking());
        assertEquals(201, answer.statusCode(), answer.body());
        record = Desk.location(answer);
        JsonNode events = JSON.readTree(
                client.send(request(record + "/events", "1000001").GET()).body());
        spoiling = new Spoiling(random, events.path("events").get(0).path("id").asString());
    }

    private static Map<String, Object> booking() {
        Map<String, Object> dotted = new LinkedHashMap<>();
        dotted.put("facility", "UA26-0007");
        dotted.put("person.surname", "Вигаданий");
        dotted.put("apprehension.at", "2026-11-24T08:15:00+02:00");
        dotted.put("apprehension.place", "вул. Уявна, 1");
        dotted.put("apprehension.by", List.of("1000002"));
        dotted.put("basis.kind", "cpc-208");
        dotted.put("delivery.at", "2026-11-24T09:02:00+02:00");
        return dotted;
    }

    private HttpRequest.Builder request(String path, String badge) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer bad-" + badge);
    }

    private HttpResponse<String> post(String path, String badge, Map<String, Object> dotted) {
        return client.send(request(path, badge)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Spoiling.tree(dotted)))));
    }

    private Map<String, Object> event(EventKind kind) {
        Map<String, Object> dotted = new LinkedHashMap<>();
        dotted.put("kind", kind.name());
        dotted.put("occurredAt", "2026-11-24T11:00:00+02:00");
        spoiling.right(kind).forEach((name, value) -> dotted.put("fields." + name, value));
        return dotted;
    }

    /** Whoever may add that kind by hand; empty for what the system writes. */
    private Optional<String> whoMay(EventKind kind) {
        Map<String, Object> nothing = Map.of("kind", kind.name());
        return BADGES.stream()
                .filter(badge -> post(record + "/events", badge, nothing).statusCode() == 422)
                .findFirst();
    }

    private List<EventKind> kinds() {
        return Catalogue.kinds().stream()
                .filter(kind -> whoMay(kind).isPresent())
                .toList();
    }

    private void refused(String path, String badge, Map<String, Object> dotted, String pointer, String rule) {
        int before = records.events();
        HttpResponse<String> answer = post(path, badge, dotted);
        String said = "seed " + SEED + ", " + dotted.getOrDefault("kind", "booking") + " " + pointer + " " + rule + ": "
                + answer.statusCode() + " " + answer.body();
        assertEquals(422, answer.statusCode(), said);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""),
                said);
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertEquals(1, errors.size(), said);
        assertEquals(pointer, errors.get(0).path("pointer").asString(), said);
        assertEquals(rule, errors.get(0).path("code").asString(), said);
        assertTrue(!errors.get(0).path("detail").asString("").isBlank(), said);
        assertEquals(before, records.events(), said);
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
        Map<String, Object> spoilt = new LinkedHashMap<>(all);
        spoilt.put(name, value);
        return spoilt;
    }

    private static Map<String, Object> without(Map<String, Object> all, String name) {
        Map<String, Object> spoilt = new LinkedHashMap<>(all);
        spoilt.remove(name);
        return spoilt;
    }

    private static String pointer(String dotted) {
        return "/" + dotted.replace('.', '/');
    }

    @Test
    @DisplayName("cannot pass any field of any kind, and stores nothing")
    void cannotPassAnyField() {
        int tried = 0;
        int written = 0;
        for (EventKind kind : Catalogue.kinds()) {
            Optional<String> badge = whoMay(kind);
            if (badge.isEmpty()) {
                continue;
            }
            written++;
            for (Field field : kind.fields()) {
                String name = "fields." + field.name();
                for (Spoilt spoilt : spoiling.wrong(field.type())) {
                    Map<String, Object> body = with(event(kind), name, spoilt.value());
                    refused(record + "/events", badge.get(), body, pointer(name) + spoilt.below(), spoilt.rule());
                    tried++;
                }
                if (field.demand() == Field.Demand.REQUIRED) {
                    refused(record + "/events", badge.get(), without(event(kind), name), pointer(name), "required");
                }
            }
        }
        assertTrue(written > 80 && tried > 2_000, "tried only " + tried + " of " + written + " kinds");
    }

    @Test
    @DisplayName("cannot bring a field that the kind does not have, at any depth")
    void cannotBringAForeignField() {
        for (EventKind kind : kinds()) {
            String badge = whoMay(kind).orElseThrow();
            refused(record + "/events", badge, with(event(kind), "fields.shoeSize", 43), "/fields/shoeSize", "unknown");
            refused(record + "/events", badge, with(event(kind), "fields.zz", Map.of()), "/fields/zz", "unknown");
            refused(record + "/events", badge, with(event(kind), "shoeSize", 43), "/shoeSize", "unknown");
        }
    }

    @Test
    @DisplayName("cannot spoil what every kind has: times, officers, place, notes")
    void cannotSpoilWhatEveryKindHas() {
        Map<String, FieldType> common = Map.of(
                "performedBy", new FieldType.Officers(),
                "place", new FieldType.Room(),
                "lateReason", new FieldType.Lines(1_000),
                "note", new FieldType.Lines(4_000));
        List<EventKind> kinds = new ArrayList<>(kinds());
        java.util.Collections.shuffle(kinds, random);
        for (EventKind kind : kinds.subList(0, Boolean.getBoolean("custody.long") ? kinds.size() : 8)) {
            String badge = whoMay(kind).orElseThrow();
            common.forEach((name, type) -> {
                for (Spoilt spoilt : spoiling.wrong(type)) {
                    // A list's items are named by their place.
                    boolean item = spoilt.value() instanceof List<?> list
                            && spoilt.below().isEmpty()
                            && type instanceof FieldType.Officers
                            && list.size() <= FieldType.MOST_ITEMS;
                    String below = item ? "/" + (((List<?>) spoilt.value()).size() - 1) : spoilt.below();
                    refused(
                            record + "/events",
                            badge,
                            with(event(kind), name, spoilt.value()),
                            "/" + name + below,
                            spoilt.rule());
                }
            });
        }
    }

    @Test
    @DisplayName("cannot say a time that is no time, lies ahead, or ends before it begins")
    void cannotSayAWrongTime() {
        for (EventKind kind : kinds()) {
            String badge = whoMay(kind).orElseThrow();
            Map<String, Object> right = event(kind);
            refused(record + "/events", badge, without(right, "occurredAt"), "/occurredAt", "required");
            refused(record + "/events", badge, with(right, "occurredAt", "учора"), "/occurredAt", "format");
            refused(record + "/events", badge, with(right, "occurredAt", 7), "/occurredAt", "type");
            refused(
                    record + "/events",
                    badge,
                    with(right, "occurredAt", "1899-12-31T00:00:00Z"),
                    "/occurredAt",
                    "order");
            refused(record + "/events", badge, with(right, "until", "2026-11-24T10:59:59+02:00"), "/until", "order");
        }
    }

    @Test
    @DisplayName("cannot place any kind in the future or before the apprehension: 409 with the field")
    void cannotPlaceAKindOutsideTheCustody() {
        for (EventKind kind : kinds()) {
            String badge = whoMay(kind).orElseThrow();
            if (kind.name().equals("correction")) {
                continue;
            }
            refusedByDomain(kind, badge, "occurredAt", "2026-11-24T12:01:01+02:00", "occurs-in-future", "future");
            refusedByDomain(kind, badge, "until", "2026-11-24T12:01:01+02:00", "occurs-in-future", "future");
            refusedByDomain(kind, badge, "occurredAt", "2026-11-24T08:14:59+02:00", "before-apprehension", "order");
        }
    }

    private void refusedByDomain(EventKind kind, String badge, String name, String time, String problem, String rule) {
        int before = records.events();
        HttpResponse<String> answer = post(record + "/events", badge, with(event(kind), name, time));
        String said = kind.name() + " " + answer.statusCode() + " " + answer.body();
        assertEquals(409, answer.statusCode(), said);
        JsonNode json = JSON.readTree(answer.body());
        assertEquals("/problems/" + problem, json.path("type").asString(), said);
        assertEquals("/" + name, json.path("errors").path(0).path("pointer").asString(), said);
        assertEquals(rule, json.path("errors").path(0).path("code").asString(), said);
        assertEquals(before, records.events(), said);
    }

    @Test
    @DisplayName("cannot point to an event that is not there: 409 with the field")
    void cannotPointNowhere() {
        String nowhere = "00000000-0000-4000-8000-000000000000";
        int tried = 0;
        for (EventKind kind : kinds()) {
            for (Field field : kind.fields()) {
                if (field.type() instanceof FieldType.EventReference) {
                    int before = records.events();
                    HttpResponse<String> answer = post(
                            record + "/events",
                            whoMay(kind).orElseThrow(),
                            with(event(kind), "fields." + field.name(), nowhere));
                    assertEquals(409, answer.statusCode(), kind.name() + answer.body());
                    JsonNode json = JSON.readTree(answer.body());
                    assertEquals("/problems/unknown-event", json.path("type").asString(), answer.body());
                    assertEquals(
                            "/fields/" + field.name(),
                            json.path("errors").path(0).path("pointer").asString(),
                            answer.body());
                    assertEquals(before, records.events());
                    tried++;
                }
            }
        }
        assertTrue(tried > 4, "only " + tried);
    }

    @Test
    @DisplayName(
            "cannot correct an entry into naming an officer, a room or a camera that is not there, nor into what cannot be read")
    void cannotCorrectIntoNothing() {
        int tried = 0;
        int corrected = 0;
        for (EventKind kind : kinds()) {
            List<Field> naming =
                    kind.fields().stream().filter(field -> names(field.type())).toList();
            if (naming.isEmpty() || kind.name().equals("correction")) {
                continue;
            }
            // A record of its own: after a complaint that names everybody nobody corrects anything.
            open();
            String badge = whoMay(kind).orElseThrow();
            HttpResponse<String> written = post(record + "/events", badge, event(kind));
            if (written.statusCode() != 201) {
                continue;
            }
            Map<String, Object> correction =
                    correction(JSON.readTree(written.body()).path("id").asString());
            if (post(record + "/events", badge, correction).statusCode() == 403) {
                continue;
            }
            corrected++;
            for (Field field : naming) {
                String name = "fields.fields." + field.name();
                for (Spoilt spoilt : spoiling.wrong(field.type())) {
                    // Of an object the names below are refused, one by one.
                    if (spoilt.value() instanceof Map) {
                        continue;
                    }
                    String below = pointer(name) + spoilt.below();
                    refused(record + "/events", badge, with(correction, name, spoilt.value()), below, spoilt.rule());
                    tried++;
                }
            }
        }
        assertTrue(corrected >= 6 && tried > 60, "tried only " + tried + " of " + corrected + " kinds");
    }

    private static boolean names(FieldType type) {
        return type instanceof FieldType.Officer
                || type instanceof FieldType.Officers
                || type instanceof FieldType.Room
                || type instanceof FieldType.Cameras;
    }

    private static Map<String, Object> correction(String event) {
        Map<String, Object> dotted = new LinkedHashMap<>();
        dotted.put("kind", "correction");
        dotted.put("occurredAt", "2026-11-24T12:00:00+02:00");
        dotted.put("fields.corrects", event);
        dotted.put("fields.reason", "описка");
        return dotted;
    }

    @Test
    @DisplayName("cannot write what only the system writes, whoever asks")
    void cannotWriteWhatTheSystemWrites() {
        int kinds = 0;
        for (EventKind kind : Catalogue.kinds()) {
            if (whoMay(kind).isEmpty()) {
                kinds++;
                for (String badge : BADGES) {
                    int before = records.events();
                    HttpResponse<String> answer = post(record + "/events", badge, event(kind));
                    assertEquals(403, answer.statusCode(), kind.name() + " " + badge + answer.body());
                    assertEquals(before, records.events());
                }
            }
        }
        assertTrue(kinds >= 6, "only " + kinds);
    }

    @Test
    @DisplayName("cannot pass any field of a booking, and stores nothing")
    void cannotPassAnyFieldOfABooking() {
        EventKind apprehended = Catalogue.kind("apprehended").orElseThrow();
        Map<String, String> names = Map.of(
                "place", "apprehension.place",
                "by", "apprehension.by",
                "howFixed", "apprehension.howFixed",
                "basis", "basis.kind",
                "offence", "basis.offence",
                "aggravation", "basis.aggravation",
                "regime", "basis.regime",
                "person.description", "person.unknown.description");
        Map<String, FieldType> fields = new LinkedHashMap<>();
        apprehended.fields().forEach(field -> fields.put(names.getOrDefault(field.name(), field.name()), field.type()));
        assertTrue(fields.size() > 20, "only " + fields.keySet());
        fields.put("delivery.by", new FieldType.Officers());
        fields.forEach((name, type) -> {
            for (Spoilt spoilt : spoiling.wrong(type)) {
                boolean item = name.equals("delivery.by")
                        && spoilt.value() instanceof List<?> list
                        && spoilt.below().isEmpty()
                        && list.size() <= FieldType.MOST_ITEMS;
                String below = item ? "/" + (((List<?>) spoilt.value()).size() - 1) : spoilt.below();
                refused(
                        "/api/v1/records",
                        "1000001",
                        with(booking(), name, spoilt.value()),
                        pointer(name) + below,
                        spoilt.rule());
            }
        });
        for (String time : List.of("apprehension.at", "delivery.at")) {
            for (Spoilt spoilt : spoiling.wrong(MOMENT)) {
                String rule = "2200-01-01T00:00:00Z".equals(spoilt.value())
                        ? "future"
                        : spoilt.rule().equals("range") ? "order" : spoilt.rule();
                if (time.equals("delivery.at") || !rule.equals("future")) {
                    refused("/api/v1/records", "1000001", with(booking(), time, spoilt.value()), pointer(time), rule);
                }
            }
        }
    }

    @Test
    @DisplayName("cannot put a word where a booking has a group of fields")
    void cannotFlattenABooking() {
        for (String group : List.of("person", "apprehension", "basis", "delivery")) {
            Map<String, Object> body = booking();
            body.keySet().removeIf(name -> name.startsWith(group + "."));
            body.put(group, "слово");
            HttpResponse<String> answer = post("/api/v1/records", "1000001", body);
            assertEquals(422, answer.statusCode(), answer.body());
            JsonNode first = JSON.readTree(answer.body()).path("errors").get(0);
            assertEquals("/" + group, first.path("pointer").asString(), answer.body());
            assertEquals("type", first.path("code").asString(), answer.body());
        }
    }

    @Test
    @DisplayName("cannot open a record in a facility that is not served")
    void cannotOpenElsewhere() {
        for (String facility : List.of("UA99-0000", "", "ua26-0007", "UA26-0007\n", "' OR 1=1", "UA26-0007/../x")) {
            Map<String, Object> body = with(booking(), "facility", facility);
            HttpResponse<String> answer = post("/api/v1/records", "1000001", body);
            assertEquals(422, answer.statusCode(), facility + answer.body());
            assertTrue(answer.body().contains("\"pointer\":\"/facility\""), answer.body());
        }
    }

    @Test
    @DisplayName("cannot be anything but one strict JSON object of at most 1 MB, wherever it is sent")
    void cannotBeAnythingElse() {
        for (String path : List.of("/api/v1/records", record + "/events")) {
            for (String body : List.of(
                    "",
                    " ",
                    "[]",
                    "null",
                    "7",
                    "{",
                    "{}{}",
                    "{\"kind\":\"meal\",}",
                    "{\"kind\":\"meal\",\"kind\":\"drink\"}",
                    "{\"fields\":{\"service\":\"lunch\",\"service\":\"dinner\"}}",
                    "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                    "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                    "{\"a\":1" + "0".repeat(10_000) + "}",
                    "{\"" + "n".repeat(10_000) + "\":1}",
                    "{'kind':'meal'}",
                    "{\"a\":NaN}",
                    "{\"a\":/* no */1}",
                    "<event/>")) {
                malformed(
                        path, "application/json", HttpRequest.BodyPublishers.ofString(body), 400, "malformed-request");
            }
            byte[] noText = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, '(', '"', '}'};
            malformed(
                    path, "application/json", HttpRequest.BodyPublishers.ofByteArray(noText), 400, "malformed-request");
            for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x")) {
                malformed(path, type, HttpRequest.BodyPublishers.ofString("{}"), 415, "unsupported-media-type");
            }
            malformed(path, "application/json", huge(false), 413, "too-large");
            malformed(path, "application/json", huge(true), 413, "too-large");
        }
    }

    /** 10 MB of JSON, with or without saying so beforehand. */
    private static HttpRequest.BodyPublisher huge(boolean unannounced) {
        byte[] body =
                ("{\"note\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return unannounced
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))
                : HttpRequest.BodyPublishers.ofByteArray(body);
    }

    private void malformed(
            String path, String type, HttpRequest.BodyPublisher body, int status, String problem, String... headers) {
        int before = records.events();
        HttpRequest.Builder request =
                request(path, "1000001").header("Content-Type", type).POST(body);
        HttpResponse<String> answer = client.send(headers.length == 0 ? request : request.headers(headers));
        String said = path + " " + type + " " + answer.statusCode() + " " + answer.body();
        assertEquals(status, answer.statusCode(), said);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""),
                said);
        assertEquals(
                "/problems/" + problem,
                JSON.readTree(answer.body()).path("type").asString(),
                said);
        assertEquals(before, records.events(), said);
    }

    @Test
    @DisplayName("cannot come with a request key or a version that is none")
    void cannotComeWithBadHeaders() {
        String meal = "{\"kind\":\"meal\",\"occurredAt\":\"2026-11-24T11:00:00+02:00\",\"fields\":{}}";
        for (String key : List.of("", "two words", "x".repeat(201))) {
            bad(meal, "Idempotency-Key", key);
        }
        for (String version : List.of("3", "W/\"3\"", "\"x\"", "\"99999999999\"", "")) {
            bad(meal, "If-Match", version);
        }
    }

    private void bad(String body, String header, String value) {
        var publisher = HttpRequest.BodyPublishers.ofString(body);
        malformed(record + "/events", "application/json", publisher, 400, "malformed-request", header, value);
    }
}
