package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.web.house.House;
import custody.web.session.Passwords;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Whoever knows the old password")
class PasswordRaceTest extends ServerTest {
    private static final String OWNER = "1000008";
    private static final String RESET = "/admin/officers/" + OWNER;
    private static final String ADMINISTRATORS = "the administrator's new word";
    private static final String INTRUDERS = "the intruder's new word";

    @Autowired
    private Passwords passwords;

    @AfterEach
    void asBefore() {
        accounts.password(new Badge(OWNER), passwords.hash(House.PASSWORD));
    }

    @Test
    @DisplayName("does not set another over the one that an administrator set while the old one was being proved")
    void hasNotTheLastWord() {
        Desk intruder = Desk.of(port, OWNER);
        Desk administrator = Desk.of(port, "1000009");
        Map<String, String> reset = administrator.filled(RESET, Map.of("password", ADMINISTRATORS));
        Map<String, String> own =
                intruder.filled("/my-password", Map.of("old", House.PASSWORD, "fresh", INTRUDERS, "again", INTRUDERS));
        accounts.whenProved(() -> {
            HttpResponse<String> set = administrator.post(RESET + "/password", reset);
            assertEquals(200, set.statusCode(), set.body());
        });
        assertEquals(422, intruder.post("/my-password", own).statusCode());
        assertEquals(303, new Desk(port).signIn(OWNER, ADMINISTRATORS).statusCode());
        assertEquals(422, new Desk(port).signIn(OWNER, INTRUDERS).statusCode());
        assertEquals("/sign-in", Desk.location(intruder.get("/")));
    }
}
