package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk")
class DeskTest extends ServerTest {
    @Test
    @DisplayName("can open a record in six fields and shows it on the whiteboard")
    void canOpenARecordInSixFields() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        String page = desk.get(path).body();
        assertTrue(page.contains("Тестовий Петро"));
        assertTrue(page.contains("24.11.2026, 09:15"));
        assertTrue(page.contains("запечатано"));
        assertTrue(desk.get("/").body().contains(path));
    }

    @Test
    @DisplayName("keeps what was typed when something is wrong, and links the error to its field")
    void keepsWhatWasTyped() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> wrong = new HashMap<>(Booking.FIELDS);
        wrong.put("apprehension.at.time", "25:70");
        wrong.put("basis.kind", "");
        int before = records.events();
        HttpResponse<String> answer = desk.post("/records/new", "/records/new", wrong);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#apprehension-at\""));
        assertTrue(answer.body().contains("href=\"#basis-kind\""));
        assertTrue(answer.body().contains("value=\"25:70\""));
        assertTrue(answer.body().contains("value=\"Тестовий\""));
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("finds nothing by a date that is none, and says which")
    void findsNothingByAWrongDate() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        assertTrue(desk.get("/records?from=24.11.2026").body().contains(path));
        HttpResponse<String> answer = desk.get("/records?from=31.02.2026&to=x");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("href=\"#from\"") && answer.body().contains("href=\"#to\""), answer.body());
        assertTrue(answer.body().contains("value=\"31.02.2026\""));
        assertFalse(answer.body().contains(path));
    }

    @Test
    @DisplayName("finds nothing by a state that is none or a name that is too long, and says so")
    void findsNothingByAFilterThatIsNone() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        assertTrue(desk.get("/records?state=in-custody").body().contains(path));
        for (String filter : new String[] {"state=asleep", "q=" + "x".repeat(201)}) {
            HttpResponse<String> answer = desk.get("/records?" + filter);
            assertEquals(422, answer.statusCode(), filter);
            String field = filter.substring(0, filter.indexOf('='));
            assertTrue(answer.body().contains("href=\"#" + field + "\""), answer.body());
            assertFalse(answer.body().contains(path), filter);
        }
    }

    @Test
    @DisplayName("cannot create anything twice by a double click")
    void cannotCreateTwice() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> form = desk.filled("/records/new", Booking.FIELDS);
        HttpResponse<String> first = desk.post("/records/new", form);
        int after = records.events();
        HttpResponse<String> second = desk.post("/records/new", form);
        assertEquals(Desk.location(first), Desk.location(second));
        assertEquals(after, records.events());
    }

    @Test
    @DisplayName("shows what others wrote meanwhile and keeps what was typed")
    void showsWhatOthersWroteMeanwhile() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        Map<String, String> mine = desk.filled(
                path + "/events/new/check-made",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "11:59", "fields.seen", "сидить на ліжку"));
        desk.post(
                path + "/events/new/meal",
                path + "/events/new/meal",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "11:58", "fields.service", "lunch"));
        HttpResponse<String> answer = desk.post(path + "/events/new/check-made", mine);
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("Харчування"));
        assertTrue(answer.body().contains("сидить на ліжку"));
        Map<String, String> again = new HashMap<>(mine);
        again.put("version", answer.body().replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1"));
        assertEquals(303, desk.post(path + "/events/new/check-made", again).statusCode());
    }

    @Test
    @DisplayName("shows what a correction would change, then puts it beside the original")
    void putsACorrectionBesideTheOriginal() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        String form = path + "/events/1/correct";
        Map<String, String> typed = new HashMap<>(Map.of(
                "reason", "описка в номері будинку",
                "occurredAt.date", "24.11.2026",
                "occurredAt.time", "09:15",
                "fields.person.surname", "Тестовий",
                "fields.person.givenName", "Петро",
                "fields.place", "вул. Уявна, 33",
                "fields.by", "1000002",
                "fields.basis", "cpc-208"));
        Map<String, String> filled = desk.filled(form, typed);
        HttpResponse<String> review = desk.post(form, filled);
        assertEquals(200, review.statusCode());
        assertTrue(review.body().contains("<del>вул. Уявна, 3</del>"), review.body());
        filled.put("confirm", shown(review));
        Map<String, String> unseen = new HashMap<>(filled);
        unseen.put("fields.place", "вул. Уявна, 333");
        HttpResponse<String> again = desk.post(form, unseen);
        assertEquals(200, again.statusCode(), "what was not shown is shown, not added");
        assertTrue(again.body().contains("<ins>вул. Уявна, 333</ins>"), again.body());
        assertEquals(303, desk.post(form, filled).statusCode());
        String page = desk.get(path).body();
        assertTrue(page.contains("описка в номері будинку"));
        assertTrue(page.contains("вул. Уявна, 33"));
        assertFalse(page.contains("вул. Уявна, 333"));
    }

    @Test
    @DisplayName("refuses a correction that names an officer or a room that is not there, at its field")
    void refusesACorrectionThatNamesNobody() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        assertEquals(
                303,
                desk.post(
                                path + "/events/new/moved",
                                path + "/events/new/moved",
                                Map.of(
                                        "occurredAt.date", "24.11.2026",
                                        "occurredAt.time", "11:41",
                                        "fields.escort", "1000002",
                                        "fields.to", "INT-1"))
                        .statusCode());
        String form = path + "/events/4/correct";
        int before = records.events();
        for (Map.Entry<String, String> wrong :
                Map.of("fields.escort", "9999999", "fields.to", "CELL-99").entrySet()) {
            Map<String, String> typed = new HashMap<>(Map.of(
                    "reason", "описка",
                    "occurredAt.date", "24.11.2026",
                    "occurredAt.time", "11:41",
                    "fields.escort", "1000002",
                    "fields.to", "INT-1"));
            typed.put(wrong.getKey(), wrong.getValue());
            HttpResponse<String> answer = desk.post(form, desk.filled(form, typed));
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("href=\"#" + wrong.getKey().replace('.', '-') + "\""), answer.body());
        }
        assertEquals(before, records.events());
    }

    /** What the button stands for that adds a correction as it was shown. */
    static String shown(HttpResponse<String> review) {
        return review.body().replaceFirst("(?s).*name=\"confirm\" value=\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    @DisplayName("refuses an event before the apprehension in a sentence, and keeps what was typed")
    void refusesInASentence() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        HttpResponse<String> answer = desk.post(
                path + "/events/new/meal",
                path + "/events/new/meal",
                Map.of("occurredAt.date", "24.11.2026", "occurredAt.time", "05:00", "fields.diet", "без солі"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("під контролем лише з 24.11.2026, 09:15"));
        assertTrue(answer.body().contains("href=\"#occurredAt\""), "it leads to the time");
        assertTrue(answer.body().contains("без солі"));
    }

    @Test
    @DisplayName("has a form for every kind that its officer may add")
    void hasAFormForEveryKind() {
        Desk desk = Desk.of(port, "1000001");
        String path = Booking.made(desk);
        String kinds = desk.get(path + "/events/new").body();
        java.util.regex.Matcher links = java.util.regex.Pattern.compile("href=\"(" + path + "/events/new/[a-z-]+)\"")
                .matcher(kinds);
        int seen = 0;
        while (links.find()) {
            HttpResponse<String> form = desk.get(links.group(1));
            assertEquals(200, form.statusCode(), links.group(1));
            assertFalse(form.body().contains("field."), links.group(1));
            seen++;
        }
        assertTrue(seen > 60, "only " + seen);
    }

    @Test
    @DisplayName("speaks English when asked, and remembers")
    void speaksEnglish() {
        Desk desk = Desk.of(port, "1000001");
        desk.post("/", "/language", Map.of("to", "en", "back", "/help"));
        assertTrue(desk.get("/").body().contains("<html lang=\"en\""));
        assertTrue(desk.get("/").body().contains("Whiteboard"));
    }

    @Test
    @DisplayName("cannot be led elsewhere by the language switch")
    void cannotBeLedElsewhere() {
        Desk desk = new Desk(port);
        assertEquals("/", Desk.location(desk.post("/help", "/language", Map.of("to", "en", "back", "//elsewhere"))));
    }

    @Test
    @DisplayName("cannot take a form without its token")
    void cannotTakeAForgedForm() {
        Desk desk = Desk.of(port, "1000001");
        int before = records.events();
        assertEquals(403, desk.post("/records/new", Booking.FIELDS).statusCode());
        assertEquals(before, records.events());
    }

    @Test
    @DisplayName("shows markup that was typed as text")
    void showsMarkupAsText() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> evil = new HashMap<>(Booking.FIELDS);
        evil.put("person.surname", "<script>alert(1)</script>");
        String path =
                Desk.location(desk.post("/records/new", "/records/new", evil)).replaceFirst("\\?.*", "");
        assertFalse(desk.get(path).body().contains("<script>alert"));
        assertFalse(desk.get("/").body().contains("<script>alert"));
    }

    @Test
    @DisplayName("says so when the database is gone, and keeps standing")
    void saysSoWhenTheDatabaseIsGone() {
        Desk desk = Desk.of(port, "1000001");
        records.gone(true);
        HttpResponse<String> answer = desk.get("/");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("База даних недоступна"));
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
        records.gone(false);
        assertEquals(200, desk.get("/").statusCode());
    }

    @Test
    @DisplayName("sends no inline style or script, and a policy that forbids them")
    void sendsNothingInline() {
        Desk desk = Desk.of(port, "1000001");
        for (String page : new String[] {"/", "/records/new", "/records", "/help", Booking.made(desk)}) {
            HttpResponse<String> answer = desk.get(page);
            assertFalse(answer.body().contains(" style="), page);
            assertFalse(answer.body().contains("<script>"), page);
            assertFalse(answer.body().matches("(?s).*\\son[a-z]+=\".*"), page);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        }
    }
}
