package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Speaks to the API with a token of the custody officer. */
abstract class ApiServerTest extends ServerTest {
    static final String GOOD = """
            {"facility":"UA26-0007",
             "person":{"surname":"Вигаданий","givenName":"Степан","birthDate":"1990-01-31","sex":"male"},
             "apprehension":{"at":"2026-11-24T08:15:00+02:00","place":"вул. Уявна, 1","by":["1000002"]},
             "basis":{"kind":"cpc-208","offence":"185(3)"},
             "delivery":{"at":"2026-11-24T09:02:00+02:00"}}""";

    static final String MEAL = """
            {"kind":"meal","occurredAt":"2026-11-24T11:00:00+02:00","fields":{"service":"lunch"}}""";

    final String token = "token-of-the-custody-officer";

    Desk client;

    @BeforeEach
    void tokens() {
        client = new Desk(port);
        accounts.token(Tokens.digest(token), new Badge("1000001"), MORNING.plus(Duration.ofDays(1)));
        accounts.token(Tokens.digest("investigator"), new Badge("1000004"), MORNING.plus(Duration.ofDays(1)));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    String open() {
        HttpResponse<String> answer = post("/api/v1/records", GOOD);
        assertEquals(201, answer.statusCode(), answer.body());
        return Desk.location(answer);
    }
}
