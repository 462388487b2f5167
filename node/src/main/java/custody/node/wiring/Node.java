package custody.node.wiring;

import custody.node.alarms.Alarms;
import custody.node.alarms.DeclaringMartialLaw;
import custody.node.alarms.LawInForce;
import custody.node.configuration.Settings;
import custody.node.tls.NodeCertificates;
import custody.node.video.VideoRoom;
import custody.record.law.Lawbook;
import custody.store.Store;
import custody.web.WebSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running node. Starts in the order database, ledger, first-start content, pages; stops in the reverse order, so that
 * nothing is accepted that cannot be kept.
 */
public final class Node implements AutoCloseable {
    private static final long PRINTED_LIST_SECONDS = 180;

    private final Store store;
    private final ConfigurableApplicationContext pages;
    private final Alarms alarms;
    private final VideoRoom video;
    private final ControlSocket control;
    private final ScheduledExecutorService minutes;
    private final URI url;

    private Node(
            Store store,
            ConfigurableApplicationContext pages,
            Alarms alarms,
            VideoRoom video,
            ControlSocket control,
            URI url) {
        this.store = store;
        this.pages = pages;
        this.alarms = alarms;
        this.video = video;
        this.control = control;
        this.url = url;
        this.minutes = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("minutes").factory());
    }

    /** Starts a node and says on {@code out} where it is and how to sign in. */
    public static Node start(Settings settings, PrintWriter out) throws IOException, GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        NodeClock clock = new NodeClock();
        NodeCertificates certificates = new NodeCertificates(settings.data());
        if (settings.tls() instanceof Settings.Tls.Internal) {
            certificates.ensure(Instant.now());
        }
        if (settings.demo()) {
            DemoStart.rewind(new DemoMemory(settings.data()), clock);
        }
        Store store = StoreOpening.open(settings, clock);
        Alarms alarms = null;
        try {
            FirstStart first = FirstStart.of(settings, store, clock, random, out);
            Lawbook law = LawInForce.of(settings.data(), store, out::println);
            alarms = Alarms.start(store, law, settings.channels(), InstantSource.system());
            VideoRoom video = new VideoRoom(settings, store, InstantSource.system(), alarms::wakeForCameras);
            ConfigurableApplicationContext pages =
                    pages(settings, store, alarms, video, law, random, certificates, first.code());
            URI url = url(settings, pages);
            ControlSocket control = ControlSocket.open(settings.data(), new Control(store, random), url);
            Node node = new Node(store, pages, alarms, video, control, url);
            node.everyMinute(settings, law);
            out.println("Ready: " + url);
            first.say(out, url);
            out.flush();
            first.goOn();
            video.start();
            return node;
        } catch (RuntimeException | IOException failed) {
            if (alarms != null) {
                alarms.close();
            }
            store.close();
            throw failed;
        }
    }

    /** Where pages and API answer. */
    public URI url() {
        return url;
    }

    private void everyMinute(Settings settings, Lawbook law) {
        var _ = minutes.scheduleAtFixedRate(new Heartbeat(store), 1, 60, TimeUnit.SECONDS);
        settings.printedList().ifPresent(folder -> {
            PrintedListing printed = new PrintedListing(store, law, settings, folder, InstantSource.system());
            // The handle is let go: the watcher lives as long as the store.
            var _ = store.changes().watch(printed::noticed);
            var _ = minutes.scheduleAtFixedRate(printed, 10, PRINTED_LIST_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static ConfigurableApplicationContext pages(
            Settings settings,
            Store store,
            Alarms alarms,
            VideoRoom video,
            Lawbook law,
            SecureRandom random,
            NodeCertificates certificates,
            @Nullable String firstStartCode) {
        boolean secure = !(settings.tls() instanceof Settings.Tls.Off);
        WebSettings web = new WebSettings(settings.facility(), settings.demo(), firstStartCode, secure);
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setDefaultProperties(ServerProperties.of(settings, certificates));
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            var beans = (org.springframework.context.support.GenericApplicationContext) context;
            beans.registerBean(custody.record.desk.CustodyRecords.class, store::records);
            beans.registerBean(custody.record.desk.Facilities.class, store::facilities);
            beans.registerBean(custody.record.desk.Officers.class, store::officers);
            beans.registerBean(custody.record.desk.Accounts.class, store::accounts);
            beans.registerBean(custody.record.desk.LedgerView.class, store::ledger);
            beans.registerBean(custody.record.desk.Changes.class, store::changes);
            VideoBeans.register(beans, video);
            beans.registerBean(custody.record.desk.RaisedAlerts.class, store::raisedAlerts);
            beans.registerBean(custody.record.desk.CameraAlarms.class, store::cameraAlarms);
            beans.registerBean(
                    custody.record.desk.DeclaredMartialLaw.class,
                    () -> new DeclaringMartialLaw(store.martialLaw(), alarms::wake));
            beans.registerBean(Lawbook.class, () -> law);
            beans.registerBean(InstantSource.class, InstantSource::system);
            beans.registerBean(SecureRandom.class, () -> random);
            beans.registerBean(WebSettings.class, () -> web);
            beans.registerBean(LedgerHealth.class, () -> new LedgerHealth(store));
        });
        return application.run();
    }

    private static URI url(Settings settings, ConfigurableApplicationContext pages) {
        var server = ((ServletWebServerApplicationContext) pages).getWebServer();
        int port = server == null ? settings.port() : server.getPort();
        String scheme = settings.tls() instanceof Settings.Tls.Off ? "http" : "https";
        return URI.create(scheme + "://localhost:" + port + "/");
    }

    @Override
    public void close() {
        minutes.shutdownNow();
        control.close();
        alarms.close();
        pages.close();
        video.close();
        store.close();
    }
}
