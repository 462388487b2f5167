package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.house.House;
import custody.web.session.Passwords;
import custody.web.session.Turns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The desk")
class SigningInTest extends ServerTest {
    @Autowired
    private Passwords passwords;

    @Test
    @DisplayName("sends whoever is not signed in to the sign-in")
    void sendsStrangersToTheSignIn() {
        Desk stranger = new Desk(port);
        assertEquals("/sign-in", Desk.location(stranger.get("/")));
        assertEquals("/sign-in", Desk.location(stranger.get("/records/new")));
    }

    @Test
    @DisplayName("signs out after 15 minutes without a touch, live updates or not")
    void signsOutWhenIdle() {
        Desk desk = Desk.of(port, "1000001");
        clock.pass(Duration.ofMinutes(10));
        assertEquals(200, desk.get("/live/whiteboard").statusCode());
        clock.pass(Duration.ofMinutes(6));
        assertEquals("/sign-in", Desk.location(desk.get("/live/whiteboard")));
    }

    @Test
    @DisplayName("makes whoever guesses wait longer and longer, and never for ever")
    void makesGuessersWait() {
        Desk desk = new Desk(port);
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(422, desk.signIn("1000008", "wrong password").statusCode());
        }
        HttpResponse<String> answer = desk.signIn("1000008", House.PASSWORD);
        assertEquals(429, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, desk.signIn("1000008", House.PASSWORD).statusCode());
    }

    /** Else the wait would tell which badges exist. */
    @Test
    @DisplayName("makes whoever guesses wait as long for a badge that nobody has")
    void answersBadgesThatNobodyHasLikeOthers() {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int tries = 0; tries < 12; tries++) {
            known.add(guessed("1000009", "guess " + tries));
            unknown.add(guessed("7654321", "guess " + tries));
            clock.pass(Duration.ofSeconds(tries % 3));
        }
        assertEquals(known, unknown);
        assertTrue(unknown.contains("429 2"), unknown.toString());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, new Desk(port).signIn("1000009", House.PASSWORD).statusCode());
    }

    private String guessed(String badge, String password) {
        HttpResponse<String> answer = new Desk(port).signIn(badge, password);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Retry-After").orElse("at once");
    }

    @Test
    @DisplayName("counts guesses that come at the same instant before it judges any")
    void countsGuessesBeforeItJudgesThem() throws Exception {
        List<Desk> desks = Stream.generate(() -> new Desk(port)).limit(12).toList();
        List<Integer> answers;
        try (var guessing = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = guessing
                    .invokeAll(desks.stream()
                            .map(desk -> (Callable<Integer>)
                                    () -> desk.signIn("1000007", "a guess").statusCode())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertEquals(
                3, answers.stream().filter(status -> status == 422).count(), "judged without a wait, of " + answers);
        assertEquals(9, answers.stream().filter(status -> status == 429).count(), answers.toString());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, desks.getFirst().signIn("1000007", House.PASSWORD).statusCode());
    }

    @Test
    @DisplayName("says to try again, and keeps the badge, while too many sign in at once; no try is counted")
    void saysThatTooManySignIn() throws Exception {
        Desk desk = new Desk(port);
        Turns.allTaken(passwords, () -> {
            for (int tries = 0; tries < 4; tries++) {
                HttpResponse<String> answer = desk.signIn("1000007", House.PASSWORD);
                assertEquals(429, answer.statusCode());
                assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
                assertTrue(answer.body().contains("value=\"1000007\""), "what was typed is kept");
                assertTrue(answer.body().contains("Зараз входить забагато людей"));
            }
            desk.post("/sign-in", "/language", Map.of("to", "en", "back", "/sign-in"));
            assertTrue(desk.signIn("1000007", House.PASSWORD).body().contains("Too many people are signing in"));
            assertEquals(0, accounts.find(new Badge("1000007")).orElseThrow().failures());
        });
        assertEquals(303, desk.signIn("1000007", House.PASSWORD).statusCode());
    }
}
