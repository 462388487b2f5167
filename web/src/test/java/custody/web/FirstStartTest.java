package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.house.House;
import custody.web.house.HouseClock;
import custody.web.house.InMemoryAccounts;
import custody.web.house.InMemoryOfficers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** A server of its own: it begins without a single account. */
@SpringBootTest(classes = House.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
@DisplayName("The first start")
class FirstStartTest {
    private static final Map<String, String> RIGHT = Map.of(
            "code",
            "one-time-code",
            "badge",
            "9000001",
            "name",
            "Перший Адміністратор",
            "password",
            "a long pass phrase");

    /** Each test an hour later: one server serves them all and remembers wrong codes. */
    private static Instant morning = Instant.parse("2026-11-24T01:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private HouseClock clock;

    @Autowired
    private InMemoryAccounts accounts;

    @Autowired
    private InMemoryOfficers officers;

    @BeforeEach
    void nobodyYet() {
        clock.set(morning);
        morning = morning.plus(Duration.ofHours(1));
        accounts.clear();
    }

    private HttpResponse<String> send(Desk desk, Map<String, String> typed) {
        return desk.post("/first-start", "/first-start", typed);
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new java.util.HashMap<>(RIGHT);
        changed.put(name, value);
        return changed;
    }

    @Test
    @DisplayName("makes whoever has the code the administrator, signed in at once, and is closed ever after")
    void makesTheAdministrator() {
        Desk desk = new Desk(port);
        HttpResponse<String> made = send(desk, RIGHT);
        assertEquals("/admin", Desk.location(made));
        assertEquals(200, desk.get("/admin").statusCode());
        assertTrue(officers.find(new Badge("9000001")).orElseThrow().active());
        Desk late = new Desk(port);
        assertEquals("/sign-in", Desk.location(late.get("/first-start")));
        assertEquals(303, new Desk(port).signIn("9000001", "a long pass phrase").statusCode());
    }

    @Test
    @DisplayName("cannot be passed with a wrong code, nor guessed faster than one try in two seconds")
    void cannotBeGuessed() {
        Desk desk = new Desk(port);
        HttpResponse<String> wrong = send(desk, with("code", "zero-time-code"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("href=\"#code\""));
        assertTrue(wrong.body().contains("value=\"9000001\""), "what was typed is kept");
        HttpResponse<String> early = send(desk, RIGHT);
        assertEquals(429, early.statusCode(), "the right code too soon after a wrong one");
        assertTrue(early.body().contains("Зачекайте 2 с"), "it says to wait");
        assertTrue(early.body().contains("value=\"one-time-code\""), "and keeps what was typed");
        assertEquals("2", early.headers().firstValue("Retry-After").orElse(""));
        desk.post("/first-start", "/language", Map.of("to", "en", "back", "/first-start"));
        assertTrue(send(desk, RIGHT).body().contains("Wait 2 seconds"));
        clock.set(clock.instant().plus(Duration.ofSeconds(5)));
        assertEquals(303, send(desk, RIGHT).statusCode());
    }

    @Test
    @DisplayName("cannot be held shut by whoever tries without pause: an early try makes the wait no longer")
    void cannotBeHeldShut() {
        Desk pest = new Desk(port);
        assertEquals(422, send(pest, with("code", "zero-time-code")).statusCode());
        clock.set(clock.instant().plus(Duration.ofMillis(1_900)));
        assertEquals(429, send(pest, with("code", "zero-time-code")).statusCode());
        clock.set(clock.instant().plus(Duration.ofMillis(200)));
        assertEquals(303, send(new Desk(port), RIGHT).statusCode());
    }

    @Test
    @DisplayName("names each field that is wrong and makes nobody")
    void namesWrongFields() {
        Desk desk = new Desk(port);
        for (String name : new String[] {"badge", "name", "password"}) {
            HttpResponse<String> answer = send(desk, with(name, name.equals("badge") ? "не жетон" : ""));
            assertEquals(422, answer.statusCode(), name);
            assertTrue(answer.body().contains("href=\"#" + name + "\""), name);
        }
        assertTrue(!accounts.any());
    }
}
