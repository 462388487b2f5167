package custody.node.wiring;

import custody.node.alarms.Alarms;
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
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running node. The pages answer when database, ledger and first-start content are there, and are gone before those
 * are, so that nothing is accepted that cannot be kept.
 */
public final class Node implements AutoCloseable {
    private static final long PRINTED_LIST_SECONDS = 180;

    private final Store store;
    private final ConfigurableApplicationContext pages;
    private final Alarms alarms;
    private final VideoRoom video;
    private final ControlSocket control;
    private final ScheduledExecutorService minutes;

    /** Not that of the heartbeat: the folder of the printed list may lie on a share that hangs. */
    private final ScheduledExecutorService printing;

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
        this.minutes = thread("minutes");
        this.printing = thread("printing");
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
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
        Opening opening = Opening.begin(settings, clock, random, out);
        try {
            ConfigurableApplicationContext pages = pages(settings, opening, random, certificates);
            Opening.Opened opened = opening.opened();
            URI url = url(settings, pages);
            ControlSocket control = ControlSocket.open(settings.data(), new Control(opened.store(), random), url);
            Node node = new Node(opened.store(), pages, opened.alarms(), opened.video(), control, url);
            node.everyMinute(settings, opened.law());
            out.println("Ready: " + url);
            opened.first().say(out, url);
            out.flush();
            opened.first().goOn();
            opened.video().start();
            return node;
        } catch (RuntimeException | IOException failed) {
            opening.giveUp();
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
            var _ = printing.scheduleAtFixedRate(printed, 10, PRINTED_LIST_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static ConfigurableApplicationContext pages(
            Settings settings, Opening opening, SecureRandom random, NodeCertificates certificates) {
        Framework.prepare();
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setMainApplicationClass(Prepared.class);
        application.setDefaultProperties(ServerProperties.of(settings, certificates));
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            var beans = (org.springframework.context.support.GenericApplicationContext) context;
            StoreBeans.register(beans, opening);
            VideoBeans.register(beans, () -> opening.opened().video());
            beans.registerBean(InstantSource.class, InstantSource::system);
            beans.registerBean(SecureRandom.class, () -> random);
            boolean secure = !(settings.tls() instanceof Settings.Tls.Off);
            beans.registerBean(
                    WebSettings.class,
                    () -> new WebSettings(
                            settings.facility(),
                            settings.demo(),
                            opening.opened().first().code(),
                            secure));
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
        printing.shutdownNow();
        control.close();
        alarms.close();
        pages.close();
        video.close();
        store.close();
    }
}
