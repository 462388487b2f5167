package custody.node.wiring;

import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.core.SpringProperties;

/** What the framework is told before it starts and takes from nowhere else. */
final class Framework {
    private Framework() {}

    static void prepare() {
        // How the pages are wired was worked out by the build.
        SpringProperties.setFlag("spring.aot.enabled");
        // It would make ready at once what a start needs later, or never: the cores have enough to do.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        // The logging is set up already; the framework would begin anew. The web server's lines are led to it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
