package custody.node.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.tls.TrustedClient;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One node as people run it, used through its commands and its API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeNodeIT {
    /** The same for all bookings, so that one that is sent again is word for word what it was. */
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Stands in every personal field; must never stand in a log or in clear on the disk. */
    private static final String CANARY = "Канарейченко";

    private static final String PLAIN_CANARY = "Kanareichenko";

    @TempDir
    static Path folder;

    private PreparedFolder prepared;
    private NodeProcess node;
    private Desk officer;

    @BeforeAll
    void start() throws IOException, InterruptedException, GeneralSecurityException {
        prepared = new PreparedFolder(folder.resolve("data"));
        node = NodeProcess.start(prepared.data());
        officer = new Desk(node, prepared.token("1000001"));
    }

    @AfterAll
    void stop() {
        officer.close();
        node.close();
    }

    @Test
    void aRecordGoesFromApprehensionToReleaseThroughTheApi() throws IOException, InterruptedException {
        JsonNode booked = Desk.json(book("from-start-to-end"));
        String id = booked.path("id").asString();
        assertEquals(3, booked.path("version").asInt());
        assertFalse(booked.path("receipt").path("leafHash").asString("").isEmpty());
        add(
                id,
                "rights-explained",
                "{\"rights\":[\"defender\"],\"language\":\"uk\",\"understood\":true,\"signature\":\"signed\"}");
        add(id, "notice", "{\"addressee\":\"legal-aid\",\"outcome\":\"reached\",\"channel\":\"telephone\"}");
        add(id, "check-made", "{\"condition\":\"calm-awake\"}");
        add(id, "released", "{\"ground\":\"no-suspicion\"}");
        HttpResponse<String> again = post(id, "released", "{\"ground\":\"no-suspicion\"}", "release-twice");
        assertEquals(409, again.statusCode());
        assertTrue(Desk.json(again).path("type").asString().endsWith("already-recorded"), again.body());
        add(id, "record-closed", "{}");
        add(id, "addendum", "{\"text\":\"Копію запису вручено.\"}");
        HttpResponse<String> events = officer.get("/api/v1/records/" + id + "/events");
        assertEquals(200, events.statusCode());
        assertTrue(events.body().contains("addendum"), events.body());
    }

    @Test
    void theSameRequestTwiceMakesOneRecord() throws IOException, InterruptedException {
        JsonNode first = Desk.json(book("same-key"));
        HttpResponse<String> second = book("same-key");
        assertEquals(201, second.statusCode());
        assertEquals(first.path("id").asString(), Desk.json(second).path("id").asString());
        assertEquals(
                first.path("receipt").path("index").asLong(),
                Desk.json(second).path("receipt").path("index").asLong());
    }

    @Test
    void anEventBeforeTheApprehensionIsRefusedAndNothingIsStored() throws IOException, InterruptedException {
        String id = Desk.json(book("before-apprehension")).path("id").asString();
        String early = "{\"kind\":\"meal\",\"occurredAt\":\"2020-01-01T00:00:00Z\",\"fields\":{}}";
        HttpResponse<String> refused = officer.post("/api/v1/records/" + id + "/events", early, "early-meal");
        assertEquals(409, refused.statusCode(), refused.body());
        // The alarm clock may have written by now; nobody ate.
        assertFalse(officer.get("/api/v1/records/" + id + "/events").body().contains("\"meal\""));
    }

    @Test
    void anInvestigatorCannotReadConfidentialQuestioningNorAStrangerAnything() throws Exception {
        String id = Desk.json(book("investigator")).path("id").asString();
        add(id, "detainee-questioned", "{\"circumstances\":\"таємниця " + CANARY + "\"}");
        try (Desk investigator = new Desk(node, prepared.token("1000004"));
                Desk stranger = new Desk(node, "no-such-token")) {
            assertFalse(
                    investigator.get("/api/v1/records/" + id + "/events").body().contains("таємниця"));
            assertEquals(401, stranger.get("/api/v1/records/" + id).statusCode());
        }
    }

    @Test
    void theFolderAgreesWithItselfWhileTheNodeRuns() throws IOException, InterruptedException {
        book("before-check");
        NodeProcess.Ended check = NodeProcess.command("check", prepared.data().toString());
        assertEquals(0, check.exit(), check.output());
    }

    @Test
    void aBackupTakenWhileRunningIsRestoredAndAgrees() throws IOException, InterruptedException {
        book("before-backup");
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        NodeProcess.Ended taken =
                NodeProcess.command("backup", "--data", prepared.data().toString(), "--to", backup.toString());
        assertEquals(0, taken.exit(), taken.output());
        NodeProcess.Ended put =
                NodeProcess.command("restore", "--from", backup.toString(), "--data", restored.toString());
        assertEquals(0, put.exit(), put.output());
        NodeProcess.Ended check = NodeProcess.command("check", restored.toString());
        assertEquals(0, check.exit(), check.output());
        Path table = backup.resolve("tables").resolve("leaf.copy");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        NodeProcess.Ended refused = NodeProcess.command(
                "restore",
                "--from",
                backup.toString(),
                "--data",
                folder.resolve("other").toString());
        assertNotEquals(0, refused.exit());
        assertTrue(refused.output().contains("tables/leaf.copy"), refused.output());
    }

    @Test
    void everyoneInCustodyStandsOnDiskReadyToPrintForTheNodesAccountOnly() throws IOException, InterruptedException {
        Path list = prepared.data().resolve("printed").resolve("in-custody.uk.html");
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(list)) {
            assertTrue(System.nanoTime() < end, "no list within 30 s");
            Thread.sleep(100);
        }
        assertTrue(Files.readString(list).contains("Затримані особи"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list)));
    }

    @Test
    void noNameStandsInTheLogs() throws IOException, InterruptedException, GeneralSecurityException {
        book("canary");
        for (String line : List.of(
                "GET /" + PLAIN_CANARY + " HTTP/1.1",
                "DELETE /records/" + PLAIN_CANARY + " HTTP/1.1",
                "GET /api/v1/" + PLAIN_CANARY + " HTTP/1.1",
                "GET /records/" + PLAIN_CANARY + "%2F HTTP/1.1",
                "GET /records?q=" + PLAIN_CANARY + "%ff HTTP/1.1",
                "GET /records?q=" + PLAIN_CANARY + "|{ HTTP/1.1",
                "GET /sign-in HTTP/1.1\r\nCookie: language=\"" + PLAIN_CANARY + "\u0001",
                "GET /sign-in HTTP/1.1\r\n" + PLAIN_CANARY)) {
            assertTrue(raw(line).startsWith("HTTP/1.1 "), line);
        }
        officer.get("/api/v1/records?q=" + java.net.URLEncoder.encode(CANARY, java.nio.charset.StandardCharsets.UTF_8));
        String log = Files.readString(prepared.data().resolve("logs").resolve("node.log"));
        assertFalse(log.contains(CANARY), "a name stands in the log");
        List<String> lines =
                log.lines().filter(line -> line.contains(PLAIN_CANARY)).toList();
        assertEquals(List.of(), lines, "what was asked for stands in the log");
        assertFalse(node.output().contains(CANARY), "a name stands on the console");
    }

    /** What no client library sends, and its answer. */
    private String raw(String line) throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient client = TrustedClient.of(prepared.data());
                Socket socket = client.sslContext()
                        .getSocketFactory()
                        .createSocket("localhost", node.url().getPort())) {
            String request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aSecondNodeOnTheSameFolderIsToldSo() throws IOException, InterruptedException {
        NodeProcess.Ended second =
                NodeProcess.command("run", "--data", prepared.data().toString(), "--port", "0");
        assertEquals(1, second.exit(), second.output());
    }

    @Test
    void theDemoIsRefusedOnAFolderWithRealData() throws IOException, InterruptedException {
        NodeProcess.Ended demo =
                NodeProcess.command("run", "--demo", "--data", prepared.data().toString(), "--port", "0");
        assertEquals(1, demo.exit());
        assertTrue(demo.output().contains("holds real data"), demo.output());
    }

    private HttpResponse<String> book(String key) throws IOException, InterruptedException {
        String body = "{\"facility\":\"UA26-0007\",\"person\":{\"surname\":\"" + CANARY
                + "\",\"givenName\":\"Вигадана\",\"birthDate\":\"1990-01-31\",\"sex\":\"female\",\"citizenship\":\"UA\"},"
                + "\"apprehension\":{\"at\":\"" + begun.minus(50, ChronoUnit.MINUTES)
                + "\",\"place\":\"вул. Вигадана, 1\",\"by\":[\"1000002\"]},"
                + "\"basis\":{\"kind\":\"cpc-208\",\"offence\":\"185(3)\"},\"delivery\":{\"at\":\""
                + begun.minus(20, ChronoUnit.MINUTES) + "\"}}";
        HttpResponse<String> response = officer.post("/api/v1/records", body, key);
        assertEquals(201, response.statusCode(), response.body());
        return response;
    }

    private void add(String id, String kind, String fields) throws IOException, InterruptedException {
        HttpResponse<String> response = post(id, kind, fields, kind + "-" + id);
        assertEquals(201, response.statusCode(), response.body());
    }

    private HttpResponse<String> post(String id, String kind, String fields, String key)
            throws IOException, InterruptedException {
        String body = "{\"kind\":\"" + kind + "\",\"occurredAt\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\",\"fields\":" + fields + "}";
        return officer.post("/api/v1/records/" + id + "/events", body, key);
    }
}
