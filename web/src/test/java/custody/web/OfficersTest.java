package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import custody.web.house.House;
import custody.web.house.InMemoryOfficers;
import custody.web.session.Passwords;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The desk")
class OfficersTest extends ServerTest {
    @Autowired
    private Passwords passwords;

    @Autowired
    private InMemoryOfficers officers;

    @Test
    @DisplayName("ends an officer's sessions everywhere when the password is set anew, and nobody else's")
    void endsSessionsWithANewPassword() {
        Desk stolen = Desk.of(port, "1000001");
        Desk other = Desk.of(port, "1000008");
        Desk administrator = Desk.of(port, "1000009");
        clock.pass(Duration.ofSeconds(1));
        String credentials = "/admin/officers/1000001";
        assertEquals(
                200,
                administrator
                        .post(credentials, credentials + "/password", Map.of("password", House.PASSWORD))
                        .statusCode());
        assertEquals("/sign-in", Desk.location(stolen.get("/")));
        assertEquals(200, other.get("/").statusCode());
        assertEquals(200, Desk.of(port, "1000001").get("/").statusCode());
    }

    @Test
    @DisplayName("writes down who set whose password, made whose token, revoked whose tokens")
    void writesDownWhoLetsWhomIn() {
        Desk administrator = Desk.of(port, "1000009");
        String officer = "/admin/officers/1000003";
        int before = accounts.changes().size();
        administrator.post(officer, officer + "/password", Map.of("password", House.PASSWORD));
        administrator.post(officer, officer + "/token", Map.of());
        administrator.post(officer, officer + "/revoke", Map.of());
        Accounts.By by = new Accounts.Signed(new Badge("1000009"));
        assertEquals(
                Stream.of(CredentialChange.Kind.values())
                        .map(kind -> new CredentialChange(kind, new Badge("1000003"), by))
                        .toList(),
                accounts.changes().subList(before, accounts.changes().size()));
    }

    @Test
    @DisplayName("lets a head change only those who serve custody here, and make nobody else")
    void letsAHeadChangeOnlyHisOwn() {
        Desk head = Desk.of(port, "1000005");
        int before = accounts.changes().size();
        for (String badge : List.of("1000004", "1000005", "1000006", "1000007", "1000008", "1000009", "1000012")) {
            String officer = "/admin/officers/" + badge;
            assertEquals(403, head.get(officer).statusCode(), badge);
            for (String what : List.of("", "/password", "/token", "/revoke")) {
                assertEquals(
                        403,
                        head.post("/admin/officers/1000001", officer + what, Map.of("password", House.PASSWORD))
                                .statusCode(),
                        badge + what);
            }
            assertFalse(head.get("/admin").body().contains("href=\"" + officer + "\""), badge);
        }
        assertEquals(before, accounts.changes().size());
        assertTrue(head.get("/admin").body().contains("href=\"/admin/officers/1000001\""));
        Map<String, String> prosecutor =
                Map.of("badge", "9000009", "name", "Вигаданий Прокурор", "category", "prosecutor", "active", "true");
        HttpResponse<String> refused = head.post("/admin/officers/new", "/admin/officers/new", prosecutor);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("призначає адміністратор"));
        Map<String, String> risen = Map.of("name", "Мельник Оксана", "category", "administrator", "active", "true");
        assertEquals(
                422,
                head.post("/admin/officers/1000003", "/admin/officers/1000003", risen)
                        .statusCode());
    }

    @Test
    @DisplayName("keeps an officer of another facility where he serves when something else of him is changed")
    void keepsAnOfficerWhereHeServes() {
        FacilityCode elsewhere = new FacilityCode("UA26-0099");
        officers.put(
                new Officer(new Badge("9000077"), "Приїжджий Лікар", "", "", elsewhere, Officer.Category.MEDIC, false));
        String path = "/admin/officers/9000077";
        Map<String, String> typed = Map.of("name", "Приїжджий Лікар", "rank", "лікар", "category", "medic");
        assertEquals(403, Desk.of(port, "1000005").get(path).statusCode(), "another facility's");
        assertEquals(303, Desk.of(port, "1000009").post(path, path, typed).statusCode());
        Officer after = officers.find(new Badge("9000077")).orElseThrow();
        assertEquals(elsewhere, after.facility());
        assertEquals("лікар", after.rank());
    }

    @Test
    @DisplayName("lets everybody change the own password by the old one, which ends all the own sessions")
    void letsEverybodyChangeTheOwnPassword() {
        Desk desk = Desk.of(port, "1000010");
        Desk other = Desk.of(port, "1000010");
        assertTrue(desk.get("/").body().contains("href=\"/my-password\""), "the header leads there");
        Map<String, String> typed =
                Map.of("old", House.PASSWORD, "fresh", "a longer pass phrase", "again", "a longer pass phrase");
        assertEquals(422, my(desk, typed, "fresh", "short").statusCode());
        assertEquals(422, my(desk, typed, "again", "another pass phrase").statusCode());
        assertEquals(422, my(desk, typed, "old", "").statusCode());
        HttpResponse<String> wrong = my(desk, typed, "old", "not the password");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Теперішній пароль неправильний"));
        assertEquals(1, accounts.find(new Badge("1000010")).orElseThrow().failures(), "it counts as a try");
        assertEquals("/sign-in?changed=1", Desk.location(my(desk, typed, "old", House.PASSWORD)));
        assertEquals("/sign-in", Desk.location(other.get("/")));
        assertTrue(desk.get("/sign-in?changed=1").body().contains("Пароль змінено"));
        assertEquals(422, desk.signIn("1000010", House.PASSWORD).statusCode());
        assertEquals(303, desk.signIn("1000010", "a longer pass phrase").statusCode());
        Badge own = new Badge("1000010");
        assertEquals(
                new CredentialChange(CredentialChange.Kind.PASSWORD_SET, own, new Accounts.Signed(own)),
                accounts.changes().getLast());
        desk.post("/", "/language", Map.of("to", "en", "back", "/my-password"));
        assertTrue(desk.get("/my-password").body().contains("Change the password"));
        accounts.password(own, passwords.hash(House.PASSWORD));
    }

    @Test
    @DisplayName("makes whoever guesses the old password wait as at the sign-in")
    void makesGuessersOfTheOldPasswordWait() {
        Desk desk = Desk.of(port, "1000002");
        Map<String, String> typed =
                Map.of("old", "a guess", "fresh", "a longer pass phrase", "again", "a longer pass phrase");
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(422, my(desk, typed, "old", "guess " + tries).statusCode());
        }
        HttpResponse<String> answer = my(desk, typed, "old", House.PASSWORD);
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, new Desk(port).signIn("1000002", House.PASSWORD).statusCode());
    }

    private static HttpResponse<String> my(Desk desk, Map<String, String> typed, String name, String value) {
        Map<String, String> changed = new HashMap<>(typed);
        changed.put(name, value);
        return desk.post("/my-password", "/my-password", changed);
    }

    @Test
    @DisplayName("refuses to appoint an investigator custody officer, with the article")
    void refusesToAppointAnInvestigator() {
        HttpResponse<String> answer = Desk.of(port, "1000009")
                .post(
                        "/admin/officers/1000004",
                        "/admin/officers/1000004",
                        Map.of("name", "Ткаченко Андрій Львович", "category", "custody-officer", "active", "true"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("212"));
    }
}
