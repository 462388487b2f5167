package custody.node.wiring;

import custody.node.demo.DemoFacility;
import custody.node.demo.DemoOfficers;
import custody.record.events.Badge;
import custody.record.law.Lawbook;
import custody.store.Store;
import custody.video.archive.Viewings;
import custody.web.WebSettings;
import custody.web.entry.FacilityCameras;
import custody.web.session.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and API over a store, under a law and a clock of the test's own, with a token for each badge. */
final class LawServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext pages;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Store store;
    private final Instant now;
    private final Map<String, String> tokens = new HashMap<>();

    private LawServer(ConfigurableApplicationContext pages, Store store, Instant now) {
        var server = ((ServletWebServerApplicationContext) pages).getWebServer();
        this.pages = pages;
        this.base = URI.create("http://localhost:" + (server == null ? 0 : server.getPort()));
        this.store = store;
        this.now = now;
    }

    /** Adds the demo's facility and people to an empty store. */
    static void people(Store store) {
        store.facilities().put(DemoFacility.facility());
        DemoOfficers.all().forEach(store.officers()::put);
    }

    /** Starts a server whose clock stands still at {@code now}. */
    static LawServer start(Store store, Lawbook law, Instant now) {
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                0,
                "server.address",
                "localhost",
                "spring.main.banner-mode",
                "off",
                "spring.jmx.enabled",
                "false",
                // Cameras and alerts are not asked here, and so need nobody who answers for them.
                "spring.main.lazy-initialization",
                "true"));
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(custody.record.desk.CustodyRecords.class, store::records);
            beans.registerBean(custody.record.desk.Facilities.class, store::facilities);
            beans.registerBean(custody.record.desk.Officers.class, store::officers);
            beans.registerBean(custody.record.desk.Accounts.class, store::accounts);
            beans.registerBean(custody.record.desk.LedgerView.class, store::ledger);
            beans.registerBean(custody.record.desk.Changes.class, store::changes);
            beans.registerBean(Lawbook.class, () -> law);
            // Whoever may not write a kind is refused before another writes it; nobody asks for pictures here.
            beans.registerBean(Viewings.class, () -> _ -> {});
            beans.registerBean(FacilityCameras.class, () -> _ -> List.of(), own -> own.setPrimary(true));
            beans.registerBean(InstantSource.class, () -> InstantSource.fixed(now));
            beans.registerBean(SecureRandom.class, () -> new SecureRandom());
            beans.registerBean(WebSettings.class, () -> new WebSettings(DemoFacility.CODE, false, null, false));
        });
        return new LawServer(application.run(), store, now);
    }

    JsonNode post(String badge, String path, Map<String, Object> body) {
        return send(request(badge, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    JsonNode get(String badge, String path) {
        return send(request(badge, path).GET());
    }

    private HttpRequest.Builder request(String badge, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(badge, this::token));
    }

    private String token(String badge) {
        String token = Tokens.fresh(new SecureRandom());
        store.accounts()
                .token(
                        Tokens.digest(token),
                        new Badge(badge),
                        now.plus(Duration.ofDays(1)),
                        new custody.record.desk.Accounts.Console());
        return token;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
