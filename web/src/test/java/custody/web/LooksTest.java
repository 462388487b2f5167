package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk")
class LooksTest extends ServerTest {
    @Test
    @DisplayName("cannot show a record to an investigator")
    void cannotShowARecordToAnInvestigator() {
        String path = Booking.made(Desk.of(port, "1000001"));
        HttpResponse<String> answer = Desk.of(port, "1000004").get(path);
        assertEquals(403, answer.statusCode());
        assertFalse(answer.body().contains("Тестовий"));
    }

    @Test
    @DisplayName("shows only the outline of medical events to whoever may not read them")
    void showsOnlyTheOutline() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        HttpResponse<String> added = Desk.of(port, "1000003")
                .post(
                        path + "/events/new/examined",
                        path + "/events/new/examined",
                        Map.of(
                                "occurredAt.date", "24.11.2026",
                                "occurredAt.time", "11:50",
                                "fields.personSays", "болить плече"));
        assertEquals(303, added.statusCode(), added.body());
        assertTrue(desk.get(path).body().contains("болить плече"));
        assertFalse(Desk.of(port, "1000010").get(path).body().contains("болить плече"));
    }

    @Test
    @DisplayName("shows who looked at a record")
    void showsWhoLooked() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        Desk.of(port, "1000006").get(path);
        assertTrue(desk.get(path + "/readings").body().contains("Лисенко Марія Степанівна"));
    }

    @Test
    @DisplayName("shows who looked first, whatever an open page fetched by itself since, and counts all")
    void showsWhoLookedFirst() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        Desk.of(port, "1000006").get(path);
        for (int refreshed = 0; refreshed < 210; refreshed++) {
            desk.get("/live" + path);
        }
        String newest = desk.get(path + "/readings").body();
        assertTrue(newest.contains("(разів: 199)"), newest);
        assertFalse(newest.contains("Лисенко"));
        assertTrue(newest.contains("відкрита сторінка запису"));
        String oldest = desk.get(path + "/readings?upTo=13").body();
        assertTrue(oldest.contains("Лисенко"));
        assertTrue(newest.contains("rel=\"next\"") && oldest.contains("rel=\"prev\""), oldest);
        assertTrue(oldest.contains("Усього: 213"), oldest);
        desk.post("/", "/language", Map.of("to", "en", "back", "/"));
        assertTrue(desk.get(path + "/readings").body().contains("(times: 19"));
        assertEquals(200, desk.get(path + "/readings?upTo=never").statusCode());
    }

    @Test
    @DisplayName("prints a receipt with its QR code")
    void printsAReceipt() {
        Desk desk = Desk.of(port, "1000001");
        HttpResponse<String> receipt = desk.get(Booking.made(desk) + "/receipts/1");
        assertEquals(200, receipt.statusCode());
        assertTrue(receipt.body().contains("receipt__qr"));
        assertEquals(404, desk.get(Booking.made(desk) + "/receipts/99").statusCode());
    }
}
