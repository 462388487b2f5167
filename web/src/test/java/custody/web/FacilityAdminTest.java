package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Reading;
import custody.record.events.Badge;
import custody.record.places.Facility;
import custody.web.house.InMemoryFacilities;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Administration")
class FacilityAdminTest extends ServerTest {
    private static final String PATH = "/admin/facility";

    @Autowired
    private InMemoryFacilities facilities;

    private static Map<String, String> typed(String name, String value) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "nameUk", "Ізолятор № 7",
                "nameEn", "Facility 7",
                "region", "Київська область",
                "facilityKind", "police-unit",
                "zone", "Europe/Kyiv",
                "areaNorm", "2,5",
                "legalAidCentre", "Центр № 1",
                "prosecutor", "Прокуратура № 2",
                "court", "Суд № 3",
                "hospital", ""));
        typed.put(name, value);
        return typed;
    }

    @Test
    @DisplayName("changes what a facility is, its clocks, its norm and who serves it, and says in the ledger who did")
    void changesAFacility() {
        Facility was = facilities.all().getFirst();
        try {
            Desk administrator = Desk.of(port, "1000009");
            assertEquals(
                    303,
                    administrator.post(PATH, PATH, typed("court", " Суд № 3 ")).statusCode());
            Facility now = facilities.all().getFirst();
            assertEquals(Facility.Kind.POLICE_UNIT, now.kind());
            assertEquals(ZoneId.of("Europe/Kyiv"), now.zone());
            assertEquals(250, now.areaNorm());
            assertEquals(new Facility.Serving("Центр № 1", "Прокуратура № 2", "Суд № 3", null), now.serving());
            assertEquals(was.rooms(), now.rooms());
            assertEquals(was.state(), now.state());
            Reading change = facilities.changes().getLast();
            assertEquals(new Badge("1000009"), change.badge());
            assertEquals("facility-described", change.what());
            String page = administrator.get(PATH).body();
            assertTrue(page.contains("value=\"2.50\""), page);
            assertTrue(page.contains("value=\"Суд № 3\""), page);
        } finally {
            facilities.put(was);
        }
    }

    @Test
    @DisplayName("says of each field what is wrong with it, keeps what was typed, and changes nothing")
    void refusesWhatDoesNotFit() {
        Desk administrator = Desk.of(port, "1000009");
        Facility was = facilities.all().getFirst();
        Map<String, List<String>> wrong = Map.of(
                "nameUk", List.of("", "x".repeat(201)),
                "region", List.of("x".repeat(201)),
                "facilityKind", List.of("", "castle"),
                "zone", List.of("", "Kyiv", "+02:00", "Etc/GMT-2", "Europe/Atlantis", "UTC"),
                "areaNorm", List.of("", "0.99", "20.01", "-4", "four", "4.123", "1e1"),
                "legalAidCentre", List.of("x".repeat(201)),
                "hospital", List.of("x".repeat(201), "bell\u0007"));
        wrong.forEach((name, values) -> values.forEach(value -> {
            HttpResponse<String> answer = administrator.post(PATH, PATH, typed(name, value));
            assertEquals(422, answer.statusCode(), name + " " + value);
            assertTrue(answer.body().contains("href=\"#" + name + "\""), name + " " + value);
            assertTrue(answer.body().contains("value=\"Прокуратура № 2\""), "what was typed is kept");
        }));
        assertEquals(was, facilities.all().getFirst());
    }

    @Test
    @DisplayName("shows what a facility and its rooms were and became, who changed it and when, and no more than that")
    void showsAFacilitysHistory() {
        Facility was = facilities.all().getFirst();
        try {
            Desk administrator = Desk.of(port, "1000009");
            assertEquals(
                    303,
                    administrator
                            .post(PATH, PATH, typed("hospital", "Лікарня № 4"))
                            .statusCode());
            assertEquals(
                    303,
                    administrator
                            .post(PATH, PATH, typed("hospital", "Лікарня № 5"))
                            .statusCode());
            Map<String, String> room = Map.of(
                    "code", "CELL-77",
                    "name", "Камера 77",
                    "kind", "cell",
                    "privacy", "masked",
                    "designation", "anyone",
                    "area", "8,5",
                    "capacity", "2");
            assertEquals(303, administrator.post(PATH, PATH + "/rooms", room).statusCode());
            String page = administrator.get(PATH).body();
            assertTrue(page.contains("Романюк Тарас Ігорович · 1000009"), page);
            assertTrue(page.contains("Лікарня № 4 → Лікарня № 5"), page);
            assertTrue(page.contains("Приміщення «Камера 77» (CELL-77), нове: "), page);
            assertTrue(page.contains("Площа: 8,5\u00a0м²"), page);
            assertTrue(page.indexOf("CELL-77), нове") < page.indexOf("Лікарня № 4 → "), "the newest first");
            int again = page.indexOf("Лікарня № 4 → ");
            assertEquals(-1, page.substring(again, page.indexOf("</tr>", again)).indexOf("Суд № 3"), "unchanged");
        } finally {
            facilities.put(was);
        }
    }

    @Test
    @DisplayName("of a facility is the administrator's alone")
    void isTheAdministrators() {
        assertEquals(403, Desk.of(port, "1000005").get(PATH).statusCode());
    }

    @Test
    @DisplayName("shows what an officer was, who changed it and when")
    void showsAnOfficersHistory() {
        Desk administrator = Desk.of(port, "1000009");
        String path = "/admin/officers/9000078";
        Map<String, String> typed = new HashMap<>(Map.of(
                "badge", "9000078",
                "name", "Новенко Ніна",
                "rank", "сержант",
                "post", "",
                "category", "convoy",
                "active", "true"));
        assertEquals(
                303,
                administrator
                        .post("/admin/officers/new", "/admin/officers/new", typed)
                        .statusCode());
        typed.put("category", "duty-officer");
        typed.remove("active");
        assertEquals(303, administrator.post(path, path, typed).statusCode());
        String page = administrator.get(path).body();
        assertTrue(page.contains("Романюк Тарас Ігорович · 1000009"), page);
        assertTrue(page.contains("Може входити: Так → Ні"), page);
        assertTrue(page.indexOf("→") < page.lastIndexOf("Новенко Ніна"), "the newest first");
        String before = administrator.get("/admin/officers/1000003").body();
        assertTrue(before.contains("За консоллю"), before);
    }
}
