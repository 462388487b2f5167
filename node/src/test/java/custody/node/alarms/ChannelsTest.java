package custody.node.alarms;

import static custody.node.alarms.AlarmHouse.comes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import custody.node.alarms.channels.ChannelSettings;
import custody.node.alarms.channels.ChannelSettings.Email;
import custody.node.alarms.channels.ChannelSettings.MailTls;
import custody.node.alarms.channels.ChannelSettings.Secret;
import custody.node.alarms.channels.ChannelSettings.Sms;
import custody.node.alarms.channels.ChannelSettings.Webhook;
import custody.record.desk.WaitingMessage;
import custody.record.events.Basis;
import custody.record.events.RecordId;
import custody.record.law.rules.Escalation.Rung;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server and real HTTP servers, with the real outbox. */
@DisplayName("A message about an alert")
final class ChannelsTest {
    private static final Secret SECRET = new Secret("a secret of the test");

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Queue<Post> posts = new ConcurrentLinkedQueue<>();
    private final AlarmHouse house = AlarmHouse.open(InstantSource.system());
    private HttpServer http = server();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Set<String> unknownNumbers = ConcurrentHashMap.newKeySet();

    private record Post(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private HttpServer server() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", this::take);
            made.start();
            return made;
        } catch (IOException unusable) {
            throw new java.io.UncheckedIOException(unusable);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(new Post(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        boolean refuse = exchange.getRequestURI().getPath().equals("/hook")
                && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        boolean unknown = unknownNumbers.stream().anyMatch(body::contains);
        exchange.sendResponseHeaders(unknown ? 422 : refuse ? 503 : 204, -1);
        exchange.close();
    }

    @BeforeEach
    void open() {
        mail.start();
        mail.setUser("custody", "pass word");
    }

    @AfterEach
    void close() {
        house.close();
        http.stop(0);
        mail.stop();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    private Email email(int port) {
        return new Email(
                "127.0.0.1",
                port,
                MailTls.OFF,
                Optional.of("custody"),
                Optional.of(new Secret("pass word")),
                "custody@unit.example",
                Map.of(Rung.CUSTODY_OFFICER, List.of("desk@unit.example", "duty@unit.example")));
    }

    private ChannelSettings all(int smtp) {
        return new ChannelSettings(
                Optional.of(email(smtp)),
                Optional.of(new Webhook(url("/hook"), SECRET)),
                Optional.of(new Sms(
                        url("/sms"), new Secret("token"), Map.of(Rung.CUSTODY_OFFICER, List.of("+380440000000")))));
    }

    private RecordId broken() {
        return house.book(Duration.ofHours(4), Basis.ADMINISTRATIVE);
    }

    private List<Post> to(String path) {
        return posts.stream().filter(post -> post.path().equals(path)).toList();
    }

    private List<WaitingMessage> waiting() {
        return house.store().raisedAlerts().waiting(AlarmHouse.HOME);
    }

    @Test
    @DisplayName("about cameras leaves by every channel as well, one for all that were lost together")
    void aboutCameras() throws Exception {
        Instant now = Instant.now();
        for (int i = 1; i <= 12; i++) {
            house.store().cameraAlarms().raise(AlarmHouse.HOME, "cam-" + i, "offline", now.minusSeconds(9), now);
        }
        try (Alarms _ =
                Alarms.start(house.store(), house.law(), all(mail.getSmtp().getPort()), InstantSource.system())) {
            assertTrue(comes(() -> !to("/sms").isEmpty()
                    && !to("/hook").isEmpty()
                    && mail.getReceivedMessages().length == 2
                    && waiting().isEmpty()));
        }
        assertEquals(1, to("/sms").size());
        assertEquals(1, to("/hook").size());
        String body = to("/hook").getFirst().body();
        assertTrue(body.contains("\"type\":\"camera.trouble\""), body);
        assertTrue(body.contains("\"alarms\":12"), body);
        assertTrue(to("/sms").getFirst().body().contains("немає зв’язку; разом сповіщень: 12"));
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertTrue(subject(letter).contains("offline"), subject(letter));
    }

    @Test
    @DisplayName("leaves by e-mail, webhook and SMS, once each, and names nobody")
    void leavesByEveryChannel() throws Exception {
        RecordId record = broken();
        try (Alarms _ =
                Alarms.start(house.store(), house.law(), all(mail.getSmtp().getPort()), InstantSource.system())) {
            assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
            assertTrue(comes(() ->
                    !to("/sms").isEmpty() && waiting().isEmpty() && !to("/hook").isEmpty()));
            assertTrue(comes(() -> mail.getReceivedMessages().length >= 2));
            assertTrue(comes(() -> waiting().isEmpty()));
        }
        String number = house.read(record).number().toString();
        long distinct = to("/hook").stream()
                .map(post -> post.header("Webhook-Id"))
                .distinct()
                .count();
        assertEquals(to("/hook").size(), distinct, "no message was sent twice");
        assertEquals(2 * distinct, mail.getReceivedMessages().length, "one copy to each of the two addresses");
        MimeMessage letter = Arrays.stream(mail.getReceivedMessages())
                .filter(message -> subject(message).contains("КУпАП 263"))
                .findFirst()
                .orElseThrow();
        String text = subject(letter) + letter.getContent();
        assertTrue(text.contains(number) && text.contains("Строк порушено") && text.contains("Deadline passed"), text);
        assertTrue(letter.getMessageID().endsWith("@unit.example>"));
        String everything = text + posts;
        for (String personal : List.of(AlarmHouse.SURNAME, "Іван", "вул. Вигадана")) {
            assertFalse(everything.contains(personal), personal);
        }
        assertEquals("Bearer token", to("/sms").getFirst().header("Authorization"));
        assertTrue(to("/sms").getFirst().body().contains("\"to\":[\"+380440000000\"]"));
    }

    private static String subject(MimeMessage message) {
        try {
            return String.valueOf(message.getSubject());
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    @DisplayName("is signed over id, time and body, and comes again under the same id until it is taken")
    void isSignedAndComesAgain() throws Exception {
        refusals.set(1);
        RecordId record = broken();
        ChannelSettings settings =
                new ChannelSettings(Optional.empty(), Optional.of(new Webhook(url("/hook"), SECRET)), Optional.empty());
        try (Alarms _ = Alarms.start(house.store(), house.law(), settings, InstantSource.system())) {
            assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
            assertTrue(comes(() -> waiting().stream().anyMatch(message -> "busy".equals(message.failure()))));
            assertTrue(comes(() -> waiting().isEmpty()), "five seconds later it is taken");
        }
        Post refused = to("/hook").getFirst();
        long copies = to("/hook").stream()
                .filter(post -> post.header("Webhook-Id").equals(refused.header("Webhook-Id")))
                .count();
        assertEquals(2, copies);
        for (Post post : to("/hook")) {
            assertEquals(signature(post), post.header("Webhook-Signature"));
        }
    }

    private static String signature(Post post) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = post.header("Webhook-Id") + "." + post.header("Webhook-Timestamp") + "." + post.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("that cannot leave by a dead channel is shown, and holds up no other channel")
    void cannotHoldUpOthers() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        RecordId record = broken();
        try (Alarms _ = Alarms.start(house.store(), house.law(), all(nobody), InstantSource.system())) {
            assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
            assertTrue(comes(() -> !to("/hook").isEmpty() && !to("/sms").isEmpty()));
            assertTrue(comes(() -> waiting().stream().anyMatch(message -> "unreachable".equals(message.failure()))));
        }
        WaitingMessage message = waiting().stream()
                .filter(each -> "unreachable".equals(each.failure()))
                .findFirst()
                .orElseThrow();
        assertEquals("email", message.channel());
        assertNotNull(message.again());
    }

    @Test
    @DisplayName(
            "reaches every address of a rung but the one that the mail server refuses, and that one as soon as it is there")
    void reachesEveryOtherAddress() throws IOException {
        try (PickyMailServer server = new PickyMailServer("gone@unit.example")) {
            RecordId record = broken();
            Email email = new Email(
                    "127.0.0.1",
                    server.port(),
                    MailTls.OFF,
                    Optional.empty(),
                    Optional.empty(),
                    "custody@unit.example",
                    Map.of(Rung.CUSTODY_OFFICER, List.of("gone@unit.example", "duty@unit.example")));
            ChannelSettings settings = new ChannelSettings(Optional.of(email), Optional.empty(), Optional.empty());
            try (Alarms _ = Alarms.start(house.store(), house.law(), settings, InstantSource.system())) {
                assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
                assertTrue(comes(() -> waiting().stream().anyMatch(ChannelsTest::refusedByOne)));
                assertTrue(server.taken().stream().allMatch(taken -> taken.to().equals("duty@unit.example")));
                server.accept("gone@unit.example");
                assertTrue(comes(() -> waiting().isEmpty()));
            }
            List<PickyMailServer.Taken> taken = server.taken();
            assertEquals(taken.size(), taken.stream().distinct().count(), "nobody has the same message twice");
            assertEquals(messageIds(taken, "duty@unit.example"), messageIds(taken, "gone@unit.example"));
        }
    }

    private static boolean refusedByOne(WaitingMessage message) {
        return "refused".equals(message.failure()) && message.reached() == 1;
    }

    private static Set<String> messageIds(List<PickyMailServer.Taken> taken, String to) {
        return taken.stream()
                .filter(each -> each.to().equals(to))
                .map(PickyMailServer.Taken::messageId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    @DisplayName(
            "goes to each telephone number under an id of its own, and none waits for a number that the gateway does not know")
    void goesToEachNumber() {
        unknownNumbers.add("+380440000001");
        RecordId record = broken();
        Sms sms = new Sms(
                url("/sms"),
                new Secret("token"),
                Map.of(Rung.CUSTODY_OFFICER, List.of("+380440000001", "+380440000002")));
        ChannelSettings settings = new ChannelSettings(Optional.empty(), Optional.empty(), Optional.of(sms));
        try (Alarms _ = Alarms.start(house.store(), house.law(), settings, InstantSource.system())) {
            assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
            assertTrue(comes(() -> waiting().stream().anyMatch(ChannelsTest::refusedByOne)));
            unknownNumbers.clear();
            assertTrue(comes(() -> waiting().isEmpty()));
        }
        assertEquals(
                keys("+380440000002").size(),
                keys("+380440000002").stream().distinct().count());
        assertEquals(
                keys("+380440000002").size(),
                keys("+380440000001").stream().distinct().count(),
                "tried again under the same id");
        assertTrue(keys("+380440000001").stream().noneMatch(keys("+380440000002")::contains));
    }

    private List<String> keys(String number) {
        return to("/sms").stream()
                .filter(post -> post.body().contains("\"to\":[\"" + number + "\"]"))
                .map(post -> post.header("Idempotency-Key"))
                .toList();
    }

    @Test
    @DisplayName("that was made before a stop leaves after the next start")
    void leavesAfterTheNextStart() {
        refusals.set(Integer.MAX_VALUE);
        RecordId record = broken();
        ChannelSettings settings =
                new ChannelSettings(Optional.empty(), Optional.of(new Webhook(url("/hook"), SECRET)), Optional.empty());
        try (Alarms _ = Alarms.start(house.store(), house.law(), settings, InstantSource.system())) {
            assertTrue(comes(() -> house.breaches(record, "admin").size() == 1));
            assertTrue(comes(() -> !waiting().isEmpty() && !to("/hook").isEmpty()));
        }
        refusals.set(0);
        int made = waiting().size();
        assertTrue(made > 0);
        try (Alarms _ = Alarms.start(house.store(), house.law(), settings, InstantSource.system())) {
            assertTrue(comes(() -> waiting().isEmpty()));
        }
    }
}
