package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.desk.RaisedAlert;
import custody.record.desk.Reading;
import custody.record.desk.Reading.Purpose;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.ClockWarning;
import custody.record.law.rules.Escalation.Rung;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.web.house.InMemoryAlerts;
import custody.web.house.InMemoryOfficers;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("What was stored, and is sent again by somebody who may not write it any more,")
class RepeatedRequestsTest extends ApiServerTest {
    private static final Badge WRITER = new Badge("1000001");

    @Autowired
    private InMemoryOfficers officers;

    @Autowired
    private InMemoryAlerts alerts;

    private Officer writer;

    @BeforeEach
    void remember() {
        writer = officers.find(WRITER).orElseThrow();
        accounts.token(Tokens.digest("colleague"), new Badge("1000010"), MORNING.plus(Duration.ofDays(1)));
    }

    @AfterEach
    void again() {
        officers.put(writer);
    }

    /** May open nothing, add nothing, and take note of no alert. */
    private void becomes(Category category, boolean active) {
        officers.put(
                new Officer(WRITER, writer.name(), writer.rank(), writer.post(), writer.facility(), category, active));
    }

    private HttpResponse<String> as(String other, String path, String body, String key) {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + other)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    @DisplayName("is answered as the first time where it was an entry")
    void anEntry() {
        String path = open() + "/events";
        String key = "shift-" + path;
        HttpResponse<String> first = post(path, MEAL, "Idempotency-Key", key);
        assertEquals(201, first.statusCode(), first.body());
        int stored = records.events();
        becomes(Category.ADVOCATE, true);
        HttpResponse<String> again = post(path, MEAL, "Idempotency-Key", key);
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        assertEquals(first.headers().firstValue("ETag"), again.headers().firstValue("ETag"));
        assertEquals(
                409,
                post(path, MEAL.replace("lunch", "dinner"), "Idempotency-Key", key)
                        .statusCode());
        assertEquals(403, post(path, MEAL, "Idempotency-Key", "new-" + key).statusCode());
        assertEquals(403, as("investigator", path, MEAL, key).statusCode(), "another's badge, the same key and words");
        assertEquals(stored, records.events());
    }

    @Test
    @DisplayName("is not answered to somebody who was dismissed")
    void notToTheDismissed() {
        String path = open() + "/events";
        assertEquals(201, post(path, MEAL, "Idempotency-Key", "gone-" + path).statusCode());
        becomes(writer.category(), false);
        assertEquals(401, post(path, MEAL, "Idempotency-Key", "gone-" + path).statusCode());
    }

    @Test
    @DisplayName("is answered as the first time where it was a new record")
    void aRecord() {
        String key = "a-record-of-its-own";
        HttpResponse<String> first = post("/api/v1/records", GOOD, "Idempotency-Key", key);
        becomes(Category.ADVOCATE, true);
        HttpResponse<String> again = post("/api/v1/records", GOOD, "Idempotency-Key", key);
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        assertEquals(
                403,
                post("/api/v1/records", GOOD, "Idempotency-Key", "new-" + key).statusCode());
    }

    @Test
    @DisplayName("is answered as the first time where note was taken of an alert")
    void anAcknowledgement() {
        RecordId record = RecordId.of(open().replaceFirst(".*/", ""));
        Instant due = MORNING.minus(Duration.ofMinutes(20));
        Draft rang = Draft.of(
                new ClockWarning("relatives", null, 75, due, null),
                new Occurrence(MORNING, null, Occurrence.Source.LIVE));
        EventId alert = assertInstanceOf(
                        Outcome.Stored.class, records.addBySystem(record, rang, new Writer(WRITER, null)))
                .added()
                .getLast()
                .id();
        alerts.clear();
        alerts.put(new RaisedAlert(
                alert,
                record,
                records.read(record, new Reading(WRITER, "", Purpose.CARE, "test"))
                        .orElseThrow()
                        .number(),
                RaisedAlert.Kind.WARNING,
                "relatives",
                "КПК 213(1)",
                due,
                75,
                null,
                due,
                due,
                Rung.CUSTODY_OFFICER,
                null,
                null,
                null));
        String path = "/api/v1/alerts/" + alert + "/acknowledgement";
        HttpResponse<String> first = post(path, "{}", "Idempotency-Key", "seen-" + alert);
        assertEquals(201, first.statusCode(), first.body());
        becomes(Category.MEDIC, true);
        HttpResponse<String> again = post(path, "{}", "Idempotency-Key", "seen-" + alert);
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        assertEquals(403, post(path, "{}", "Idempotency-Key", "new-" + alert).statusCode());
    }

    @Test
    @DisplayName("is told as stored, with its receipt and nothing of the record, where it was a form")
    void aForm() {
        Desk desk = Desk.of(port, WRITER.number());
        String record = Booking.made(desk);
        String page = record + "/events/new/meal";
        Map<String, String> form = new HashMap<>(desk.filled(
                page, Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "11:30", "fields.service", "lunch")));
        HttpResponse<String> first = desk.post(page, form);
        assertEquals(303, first.statusCode(), first.body());
        int stored = records.events();
        assertEquals(Desk.location(first), Desk.location(desk.post(page, form)), "as long as he may look");
        becomes(Category.ADVOCATE, true);
        HttpResponse<String> again = desk.post(page, form);
        assertEquals(200, again.statusCode(), again.body());
        assertTrue(again.body().contains("Уже записано") && again.body().contains("custody/UA26-0007/1"), again.body());
        assertFalse(again.body().contains("Тестовий"), "the person's name");
        form.put("key", "another");
        assertEquals(403, desk.post(page, form).statusCode());
        assertEquals(stored, records.events());
    }

    @Test
    @DisplayName("is told as stored where it was the form of a new record")
    void aFormOfANewRecord() {
        Desk desk = Desk.of(port, WRITER.number());
        Map<String, String> form = desk.filled("/records/new", Booking.FIELDS);
        assertEquals(303, desk.post("/records/new", form).statusCode());
        int stored = records.events();
        becomes(Category.ADVOCATE, true);
        HttpResponse<String> again = desk.post("/records/new", form);
        assertEquals(200, again.statusCode(), again.body());
        assertTrue(again.body().contains("Уже записано"), again.body());
        form.put("key", "another");
        assertEquals(403, desk.post("/records/new", form).statusCode());
        assertEquals(stored, records.events());
    }
}
