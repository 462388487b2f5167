package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.configuration.SettingsFile;
import custody.node.wiring.StoreOpening;
import custody.store.database.Database.Access;
import custody.store.database.Database.Login;
import custody.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A node over an external PostgreSQL, a second one of the program's own; both are used as programs use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private EmbeddedPostgres database;
    private PreparedFolder prepared;
    private Path config;
    private NodeProcess node;
    private Desk officer;

    @BeforeAll
    void start() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        database = EmbeddedPostgres.start(elsewhere, new SecureRandom());
        Access owner = database.access(Login.OWNER);
        Path password = Files.writeString(folder.resolve("owner.password"), owner.password() + "\n");
        config = Files.writeString(
                folder.resolve("config"),
                "bind = 127.0.0.1\ndatabase.url = " + owner.url().replaceFirst("\\?.*", "") + "\ndatabase.user = "
                        + owner.user() + "\ndatabase.password-file = " + password + "\n");
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        prepared = new PreparedFolder(data, StoreOpening.server(new SettingsFile(config).settings(data, 0, false)));
        node = NodeProcess.start(data, "--config", config.toString());
        officer = new Desk(node, prepared.token("1000001"));
    }

    @AfterAll
    void stop() {
        officer.close();
        node.close();
        database.close();
    }

    private static String booking() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return "{\"facility\":\"UA26-0007\",\"person\":{\"surname\":\"Стійкий\"},\"apprehension\":{\"at\":\""
                + now.minus(50, ChronoUnit.MINUTES) + "\",\"place\":\"вул. Вигадана, 1\",\"by\":[\"1000002\"]},"
                + "\"basis\":{\"kind\":\"cpc-208\"},\"delivery\":{\"at\":\"" + now.minus(20, ChronoUnit.MINUTES)
                + "\"}}";
    }

    @BeforeEach
    void databaseIsThere() throws Exception {
        database.revive();
        for (Instant end = Instant.now().plus(PATIENCE);
                officer.get("/api/v1/whiteboard").statusCode() != 200; ) {
            assertTrue(Instant.now().isBefore(end), "the node does not find its database again");
            Thread.sleep(100);
        }
    }

    private String book(String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = officer.post("/api/v1/records", booking(), key);
        assertEquals(201, answer.statusCode(), answer.body());
        return "/api/v1/records/" + Desk.json(answer).path("id").asString();
    }

    private static String meal(String service) {
        return "{\"kind\":\"meal\",\"occurredAt\":\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + "\",\"fields\":{\"service\":\"" + service + "\"}}";
    }

    private int events(String record, String kind) throws IOException, InterruptedException {
        return Desk.json(officer.get(record + "/events?limit=200&kind=" + kind))
                .path("events")
                .size();
    }

    @Test
    void aDatabaseThatIsGoneIsSaidAndWorkGoesOnWhenItIsBack() throws Exception {
        String record = book("before-the-stop");
        database.close();
        String body = meal("lunch");
        HttpResponse<String> gone = officer.post(record + "/events", body, "while-gone");
        for (Instant end = Instant.now().plus(PATIENCE); gone.statusCode() != 503; ) {
            assertTrue(Instant.now().isBefore(end), gone.statusCode() + gone.body());
            gone = officer.post(record + "/events", body, "while-gone");
        }
        assertEquals(
                "application/problem+json",
                gone.headers().firstValue("Content-Type").orElse(""),
                gone.body());
        assertEquals(
                "/problems/storage-unavailable", Desk.json(gone).path("type").asString(), gone.body());
        assertTrue(gone.headers().firstValue("Retry-After").isPresent());
        database.revive();
        HttpResponse<String> back = officer.post(record + "/events", body, "while-gone");
        for (Instant end = Instant.now().plus(PATIENCE); back.statusCode() != 201; ) {
            assertTrue(Instant.now().isBefore(end), back.statusCode() + back.body());
            Thread.sleep(100);
            back = officer.post(record + "/events", body, "while-gone");
        }
        assertEquals(1, events(record, "meal"));
        NodeProcess.Ended check =
                NodeProcess.command("check", prepared.data().toString(), "--config", config.toString());
        assertEquals(0, check.exit(), check.output());
    }

    /** Sends the same at the same time from many. */
    private static List<HttpResponse<String>> together(List<Callable<HttpResponse<String>>> wishes) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : people.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void oneKeyAtTheSameTimeFromManyMakesOneRecordAndOneEvent() throws Exception {
        String body = booking();
        List<Callable<HttpResponse<String>>> bookings = new ArrayList<>();
        for (int wish = 0; wish < 24; wish++) {
            bookings.add(() -> officer.post("/api/v1/records", body, "many-at-once"));
        }
        Set<String> ids = new TreeSet<>();
        for (HttpResponse<String> answer : together(bookings)) {
            assertEquals(201, answer.statusCode(), answer.body());
            ids.add(Desk.json(answer).path("id").asString());
        }
        assertEquals(1, ids.size(), ids.toString());
        String record = "/api/v1/records/" + ids.iterator().next();
        String lunch = meal("lunch");
        List<Callable<HttpResponse<String>>> meals = new ArrayList<>();
        for (int wish = 0; wish < 24; wish++) {
            meals.add(() -> officer.post(record + "/events", lunch, "one-lunch"));
        }
        Set<String> receipts = new TreeSet<>();
        for (HttpResponse<String> answer : together(meals)) {
            assertEquals(201, answer.statusCode(), answer.body());
            receipts.add(Desk.json(answer).path("receipt").path("leafHash").asString());
        }
        assertEquals(1, receipts.size(), receipts.toString());
        assertEquals(1, events(record, "meal"));
    }

    @Test
    void oneKeyWithDifferentBodiesStoresOneOfThem() throws Exception {
        String record = book("different-bodies");
        List<Callable<HttpResponse<String>>> meals = new ArrayList<>();
        for (int wish = 0; wish < 24; wish++) {
            String body = meal(List.of("breakfast", "lunch", "dinner", "extra").get(wish % 4));
            meals.add(() -> officer.post(record + "/events", body, "one-of-four"));
        }
        int stored = 0;
        for (HttpResponse<String> answer : together(meals)) {
            if (answer.statusCode() == 201) {
                stored++;
            } else {
                assertEquals(409, answer.statusCode(), answer.body());
                assertEquals(
                        "/problems/key-reused", Desk.json(answer).path("type").asString(), answer.body());
            }
        }
        assertEquals(6, stored, "the one that was first, and its repetitions");
        assertEquals(1, events(record, "meal"));
    }

    @Test
    void aPageIsShownInWordsWhileTheDatabaseIsGone() throws Exception {
        database.close();
        try {
            HttpResponse<String> page = officer.get("/");
            assertTrue(Set.of(302, 303, 503).contains(page.statusCode()), page.statusCode() + page.body());
            HttpResponse<String> whiteboard = officer.get("/api/v1/whiteboard");
            assertEquals(503, whiteboard.statusCode(), whiteboard.body());
            assertTrue(whiteboard.body().contains("/problems/storage-unavailable"), whiteboard.body());
        } finally {
            database.revive();
        }
    }

    @Test
    void figuresAreForWhoeverMaySeeTheTechnicalState() throws Exception {
        try (Desk stranger = new Desk(node, "no-such-token");
                Desk administrator = new Desk(node, prepared.token("1000009"))) {
            HttpResponse<String> unknown = stranger.get("/actuator/prometheus");
            assertEquals(401, unknown.statusCode());
            assertTrue(unknown.body().contains("/problems/sign-in-needed"), unknown.body());
            HttpResponse<String> refused = officer.get("/actuator/prometheus");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("/problems/not-permitted"), refused.body());
            HttpResponse<String> figures = administrator.get("/actuator/prometheus");
            assertEquals(200, figures.statusCode(), figures.body());
            assertTrue(figures.body().contains("jvm_memory_used_bytes"), figures.body());
            assertEquals(200, stranger.get("/actuator/health").statusCode());
        }
    }

    @Test
    void nothingBadIsStored() throws Exception {
        String record = book("bad-input");
        int before = recordsSoFar();
        List<String> bodies = List.of(
                "",
                "{",
                "[]",
                "{\"kind\":\"meal\",\"kind\":\"meal\"}",
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"note\":\"" + "x".repeat(2_000_000) + "\"}",
                "{\"kind\":\"feast\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"fields\":{}}",
                meal("lunch").replace("lunch", "brunch"),
                meal("lunch").replace("\"lunch\"", "7"),
                meal("lunch").replace("\"service\"", "\"course\""),
                meal("lunch").replace("\"fields\"", "\"place\":\"NOWHERE\",\"fields\""),
                "{\"kind\":\"meal\",\"occurredAt\":\"2199-01-01T00:00:00Z\",\"fields\":{}}",
                "{\"kind\":\"meal\",\"occurredAt\":\"2001-01-01T00:00:00Z\",\"fields\":{}}",
                "{\"kind\":\"addendum\",\"occurredAt\":\"" + Instant.now() + "\",\"fields\":{\"text\":\"зарано\"}}");
        int asked = 0;
        for (String body : bodies) {
            for (String path : List.of("/api/v1/records", record + "/events")) {
                HttpResponse<String> answer = officer.post(path, body, "bad-" + asked++);
                assertEquals(4, answer.statusCode() / 100, body + answer.body());
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body());
            }
        }
        assertEquals(before, recordsSoFar());
        Set<String> kinds = new TreeSet<>();
        Desk.json(officer.get(record + "/events?limit=200"))
                .path("events")
                .forEach(event -> kinds.add(event.path("kind").asString()));
        // What the node itself says of a new record's law and clocks may stand there by now.
        kinds.removeAll(Set.of("law-applied", "clock-warning", "clock-breached", "flag-raised"));
        assertEquals(Set.of("apprehended", "delivered", "registered"), kinds);
    }

    private int recordsSoFar() throws IOException, InterruptedException {
        return Desk.json(officer.get("/api/v1/records?limit=200"))
                .path("records")
                .size();
    }
}
