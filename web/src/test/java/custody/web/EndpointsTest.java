package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Badge;
import custody.web.session.Needs;
import custody.web.session.NeedsOnRecord;
import custody.web.session.Open;
import custody.web.session.SignedInOnly;
import custody.web.session.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("Every endpoint")
class EndpointsTest extends ServerTest {
    /** What anyone may use without signing in; a new one is a decision. */
    private static final Set<String> OPEN = Set.of(
            "/assets/{fingerprint:[0-9a-f]{16}}/{name:[a-z0-9.-]+}",
            "/error",
            "/first-start",
            "/help",
            "/language",
            "/ledger/**",
            "/problems/{name}",
            "/sign-in",
            "/sign-out");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private List<HandlerMethod> ours() {
        return mapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("custody."))
                .toList();
    }

    @Test
    @DisplayName("says who may use it, in exactly one way")
    void saysWhoMayUseIt() {
        List<String> wrong = new ArrayList<>();
        for (HandlerMethod method : ours()) {
            int said = (method.hasMethodAnnotation(Open.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(Needs.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(NeedsOnRecord.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(SignedInOnly.class) ? 1 : 0);
            if (said != 1) {
                wrong.add(method.toString());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(ours().size() > 30);
    }

    @Test
    @DisplayName("that is open is on the list")
    void thatIsOpenIsOnTheList() {
        Set<String> open = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.hasMethodAnnotation(Open.class)) {
                open.addAll(info.getPatternValues());
            }
        });
        assertEquals(new TreeSet<>(OPEN), open);
    }

    @Test
    @DisplayName("of the API refuses a query that it does not read, and a filter given twice, by name")
    void ofTheApiRefusesAStrangeQuery() {
        for (String badge : List.of("1000001", "1000009", "1000012")) {
            accounts.token(Tokens.digest("query-" + badge), new Badge(badge), MORNING.plus(Duration.ofDays(1)));
        }
        Desk client = new Desk(port);
        int tried = 0;
        for (String path : read()) {
            for (String query : List.of("shoeSize=43", "purpose=care&purpose=court")) {
                List<HttpResponse<String>> answers = List.of("1000001", "1000009", "1000012").stream()
                        .map(badge -> client.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + "?" + query))
                                        .header("Authorization", "Bearer query-" + badge)
                                        .GET()))
                        .toList();
                String name = query.substring(0, query.indexOf('='));
                assertTrue(
                        answers.stream()
                                .anyMatch(answer -> answer.statusCode() == 422
                                        && answer.body().contains("\"pointer\":\"/" + name + "\"")),
                        path + " " + answers.getFirst().body());
                assertTrue(answers.stream().noneMatch(answer -> answer.statusCode() == 200), path);
                tried++;
            }
        }
        assertTrue(tried > 20, "only " + tried);
    }

    /** Addresses of the API that are read, at a record that is there. */
    private List<String> read() {
        String record = Desk.location(Desk.of(port, "1000001")
                .post(
                        "/records/new",
                        "/records/new",
                        Map.of(
                                "person.surname", "Вигаданий",
                                "apprehension.at.date", "24.11.2026",
                                "apprehension.at.time", "08:15",
                                "apprehension.place", "вул. Уявна, 1",
                                "basis.kind", "cpc-208")));
        String id = record.replaceFirst("/records/([0-9a-f-]+).*", "$1");
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> !info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/"))
                .map(pattern -> pattern.replace("{id}", id)
                        .replace("{code}", "UA26-0007")
                        .replaceAll("\\{[a-z]+}", "1"))
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("that is not open cannot be used by a stranger")
    void thatIsNotOpenCannotBeUsedByAStranger() {
        Desk stranger = new Desk(port);
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("custody.")
                    && !method.hasMethodAnnotation(Open.class)) {
                for (String pattern : info.getPatternValues()) {
                    String path = pattern.replaceAll("\\{[a-z]+}", "1");
                    int status = stranger.get(path).statusCode();
                    assertTrue(Set.of(303, 302, 401, 405).contains(status), path + " answered " + status);
                }
            }
        });
    }
}
