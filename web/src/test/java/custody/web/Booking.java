package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.Map;

/** A new record as somebody types it. */
final class Booking {
    static final Map<String, String> FIELDS = Map.of(
            "person.surname", "Тестовий",
            "person.givenName", "Петро",
            "apprehension.at.date", "24.11.2026",
            "apprehension.at.time", "09:15",
            "apprehension.place", "вул. Уявна, 3",
            "apprehension.by", "1000002",
            "basis.kind", "cpc-208",
            "delivery.at.date", "24.11.2026",
            "delivery.at.time", "10:05");

    private Booking() {}

    /** Makes it at that desk; answers where the record is. */
    static String made(Desk desk) {
        HttpResponse<String> answer = desk.post("/records/new", "/records/new", FIELDS);
        assertEquals(303, answer.statusCode(), answer.body());
        return Desk.location(answer).replaceFirst("\\?.*", "");
    }
}
