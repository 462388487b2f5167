package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.record.events.RoomCode;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.record.places.Room;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import custody.web.house.InMemoryOfficers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A form that puts a whole thing, sent after somebody else changed it,")
class ChangedMeanwhileTest extends ServerTest {
    private static final Badge OFFICER = new Badge("9000091");
    private static final String PATH = "/admin/officers/" + OFFICER;
    private static final String FACILITY = "/admin/facility";

    @Autowired
    private InMemoryOfficers officers;

    @Autowired
    private InMemoryFacilities facilities;

    private Facility house;

    @BeforeEach
    void asItWas() {
        house = facilities.find(House.FACILITY).orElseThrow();
        officers.put(new Officer(OFFICER, "Гай Іван", "сержант", "", House.FACILITY, Category.CONVOY, true));
    }

    @AfterEach
    void asBefore() {
        facilities.put(house);
    }

    private static Map<String, String> officer(String rank) {
        return Map.of("name", "Гай Іван", "rank", rank, "post", "", "category", "convoy", "active", "true");
    }

    private static String seen(String page) {
        return page.replaceFirst("(?s).*?name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    @DisplayName(
            "lets no dismissed officer in again; it says who he is now, keeps what was typed, and is put when sent again")
    void anOfficer() {
        Desk desk = Desk.of(port, "1000009");
        Map<String, String> form = new HashMap<>(desk.filled(PATH, officer("старший сержант")));
        officers.put(new Officer(OFFICER, "Гай Іван", "сержант", "", House.FACILITY, Category.CONVOY, false));
        HttpResponse<String> answer = desk.post(PATH, form);
        assertEquals(409, answer.statusCode(), answer.body());
        assertFalse(officers.find(OFFICER).orElseThrow().active());
        assertTrue(answer.body().contains("<li><strong>Може входити</strong>: –</li>"), answer.body());
        assertFalse(answer.body().contains("<li><strong>Звання"), "only what others changed");
        assertTrue(answer.body().contains("value=\"старший сержант\""), "what was typed is kept");
        assertTrue(answer.body().contains("Усе одно зберегти"));
        form.put("seen", seen(answer.body()));
        form.remove("active");
        assertEquals(303, desk.post(PATH, form).statusCode());
        assertEquals("старший сержант", officers.find(OFFICER).orElseThrow().rank());
    }

    @Test
    @DisplayName(
            "is no conflict where it is corrected after a mistake and nobody changed anything, in another language too")
    void noConflict() {
        Desk desk = Desk.of(port, "1000009");
        Map<String, String> form = new HashMap<>(desk.filled(PATH, officer("майор")));
        form.put("name", "");
        HttpResponse<String> wrong = desk.post(PATH, form);
        assertEquals(422, wrong.statusCode());
        form.put("name", "Гай Іван");
        form.put("seen", seen(wrong.body()));
        form.put("lang", "en");
        assertEquals(303, desk.post(PATH, form).statusCode());
    }

    @Test
    @DisplayName("is a conflict where it does not say what it was filled from")
    void withoutWhatWasSeen() {
        Desk desk = Desk.of(port, "1000009");
        Map<String, String> form = new HashMap<>(desk.filled(PATH, officer("майор")));
        form.remove("seen");
        assertEquals(409, desk.post(PATH, form).statusCode());
    }

    private Map<String, String> described(String hospital) {
        return Map.of(
                "nameUk",
                house.nameUk(),
                "nameEn",
                house.nameEn(),
                "region",
                house.region(),
                "facilityKind",
                "temporary-detention-facility",
                "zone",
                "Europe/Kyiv",
                "areaNorm",
                "4",
                "hospital",
                hospital);
    }

    @Test
    @DisplayName("does not take a facility's court away; a room that was added since is no conflict, and stays")
    void aFacility() {
        Desk desk = Desk.of(port, "1000009");
        Map<String, String> form = new HashMap<>(desk.filled(FACILITY, described("Лікарня № 8")));
        Desk other = Desk.of(port, "1000009");
        assertEquals(
                303,
                other.post(FACILITY, FACILITY + "/rooms", room("CELL-55", "normal"))
                        .statusCode());
        assertEquals(303, desk.post(FACILITY, form).statusCode());
        assertTrue(now().room(new RoomCode("CELL-55")).isPresent());
        form = new HashMap<>(desk.filled(FACILITY, described("Лікарня № 9")));
        Map<String, String> others = new HashMap<>(described("Лікарня № 8"));
        others.put("court", "Суд № 5");
        assertEquals(303, other.post(FACILITY, FACILITY, others).statusCode());
        HttpResponse<String> answer = desk.post(FACILITY, form);
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals("Суд № 5", now().serving().court());
        assertTrue(answer.body().contains("</strong>: Суд № 5</li>"), answer.body());
        assertTrue(answer.body().contains("value=\"Лікарня № 9\""), "what was typed is kept");
    }

    private Facility now() {
        return facilities.find(House.FACILITY).orElseThrow();
    }

    private static Map<String, String> room(String code, String privacy) {
        return Map.of(
                "code", code,
                "name", "Камера 55",
                "kind", "cell",
                "privacy", privacy,
                "designation", "anyone",
                "area", "8",
                "capacity", "2");
    }

    @Test
    @DisplayName("does not make a room that is private by now an ordinary one")
    void aRoom() {
        Desk desk = Desk.of(port, "1000009");
        Desk other = Desk.of(port, "1000009");
        assertEquals(
                303,
                desk.post(FACILITY, FACILITY + "/rooms", room("CELL-55", "normal"))
                        .statusCode());
        Map<String, String> form = new HashMap<>(desk.filled(FACILITY, room("CELL-55", "normal")));
        assertEquals(
                303,
                other.post(FACILITY, FACILITY + "/rooms", room("CELL-55", "masked"))
                        .statusCode());
        HttpResponse<String> answer = desk.post(FACILITY + "/rooms", form);
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals(
                Room.Privacy.MASKED,
                now().room(new RoomCode("CELL-55")).orElseThrow().privacy());
        form.put("seen", seen(answer.body()));
        assertEquals(303, desk.post(FACILITY + "/rooms", form).statusCode());
    }
}
