package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Facility;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import custody.web.house.House;
import custody.web.house.InMemoryFacilities;
import custody.web.house.InMemoryOfficers;
import custody.web.house.video.InMemoryVideo;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node that serves this house, another facility of its region, and one of another region. */
@DisplayName("Whoever watches over one region")
class RegionsTest extends ServerTest {
    private static final FacilityCode NEAR = new FacilityCode("UA26-0008");
    private static final FacilityCode FAR = new FacilityCode("UA46-0001");

    @Autowired
    InMemoryFacilities facilities;

    @Autowired
    InMemoryOfficers officers;

    @Autowired
    InMemoryVideo video;

    private String here = "";
    private String near = "";
    private String far = "";

    @BeforeEach
    void open() {
        facility(NEAR, House.facility().region());
        facility(FAR, "Інша область");
        officer("2000001", House.FACILITY, Category.CUSTODY_OFFICER);
        officer("2000002", NEAR, Category.CUSTODY_OFFICER);
        officer("2000003", FAR, Category.CUSTODY_OFFICER);
        officer("2000011", NEAR, Category.HUMAN_RIGHTS_REGION);
        officer("2000012", FAR, Category.HUMAN_RIGHTS_REGION);
        officer("2000013", FAR, Category.HUMAN_RIGHTS_DEPARTMENT);
        here = book("2000001", House.FACILITY, "Тутешній");
        near = book("2000002", NEAR, "Близький");
        far = book("2000003", FAR, "Далекий");
    }

    private void facility(FacilityCode code, String region) {
        Facility house = House.facility();
        facilities.put(new Facility(
                code,
                code.code(),
                code.code(),
                region,
                house.kind(),
                house.state(),
                house.zone(),
                house.areaNorm(),
                house.serving(),
                List.of()));
    }

    private void officer(String badge, FacilityCode facility, Category category) {
        officers.put(new Officer(new Badge(badge), "Вигадана Особа", "", "", facility, category, true));
        accounts.token(Tokens.digest(badge), new Badge(badge), MORNING.plus(Duration.ofDays(1)));
    }

    private HttpRequest.Builder request(String badge, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + badge);
    }

    private HttpResponse<String> get(String badge, String path) {
        return new Desk(port).send(request(badge, path).GET());
    }

    private String book(String badge, FacilityCode facility, String surname) {
        String booking = """
                {"facility":"%s","person":{"surname":"%s","givenName":"Степан"},
                 "apprehension":{"at":"2026-11-24T08:15:00+02:00","place":"вул. Уявна, 1","by":["%s"]},
                 "basis":{"kind":"cpc-208"}}""".formatted(facility, surname, badge);
        HttpResponse<String> answer = new Desk(port)
                .send(request(badge, "/api/v1/records")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(booking)));
        assertEquals(201, answer.statusCode(), answer.body());
        return Desk.location(answer);
    }

    private void reads(String badge, String record, boolean may) {
        for (String path : List.of("", "/events", "/clocks", "/tasks")) {
            HttpResponse<String> answer = get(badge, record + path);
            assertEquals(may ? 200 : 403, answer.statusCode(), badge + " " + path);
            assertEquals(!may, answer.body().contains("/problems/not-permitted"), answer.body());
        }
    }

    @Test
    @DisplayName("reads the records of its facilities, and of no other")
    void readsItsRecords() {
        reads("2000011", here, true);
        reads("2000011", near, true);
        reads("2000011", far, false);
        reads("2000012", here, false);
        reads("2000012", far, true);
        reads("2000013", here, true);
        reads("2000013", far, true);
        reads("2000001", here, true);
        reads("2000001", near, false);
    }

    @Test
    @DisplayName("finds those alone in a search, and cannot ask for another facility")
    void findsThoseAlone() {
        finds("2000011", true, true, false);
        finds("2000001", true, false, false);
        finds("2000013", true, true, true);
        assertEquals(200, search("2000011", "?facility=" + NEAR).statusCode());
        assertEquals(403, search("2000011", "?facility=" + FAR).statusCode());
        assertEquals(403, search("2000001", "?facility=" + NEAR).statusCode());
        assertEquals(200, search("2000013", "?facility=" + FAR).statusCode());
    }

    private HttpResponse<String> search(String badge, String query) {
        return get(badge, "/api/v1/records" + query);
    }

    private void finds(String badge, boolean here, boolean near, boolean far) {
        String found = search(badge, "?limit=200").body();
        assertEquals(here, found.contains(id(this.here)), badge);
        assertEquals(near, found.contains(id(this.near)), badge);
        assertEquals(far, found.contains(id(this.far)), badge);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    @DisplayName("sees nothing of this house from another region: no whiteboard, no alert, no camera")
    void seesNothingFromAnotherRegion() {
        video.viewings.clear();
        for (String path : List.of("/api/v1/whiteboard", "/api/v1/alerts", "/api/v1/cameras", "/api/v1/records")) {
            assertEquals(403, get("2000012", path).statusCode(), path);
            assertEquals(200, get("2000011", path).statusCode(), path);
        }
        assertFalse(get("2000012", "/api/v1/whiteboard").body().contains("Тутешній"));
        assertEquals(
                List.of("2000012 REFUSED"),
                video.viewings.stream()
                        .map(one -> one.person() + " " + one.kind())
                        .toList(),
                "a program that is refused the cameras leaves a leaf too");
        String told = get("2000012", "/api/v1/whiteboard").body();
        assertTrue(told.contains("another region"), told);
    }
}
