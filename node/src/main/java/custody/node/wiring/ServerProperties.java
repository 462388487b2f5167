package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.node.tls.NodeCertificates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The framework's properties of a node, derived from its settings: nobody configures the framework itself. */
final class ServerProperties {
    private ServerProperties() {}

    static Map<String, Object> of(Settings settings, NodeCertificates certificates) {
        Map<String, Object> properties = always();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        switch (settings.tls()) {
            case Settings.Tls.Internal() -> tls(properties, certificates.certificate(), certificates.key());
            case Settings.Tls.Files(Path certificate, Path key) -> tls(properties, certificate, key);
            case Settings.Tls.Off() -> properties.put("server.forward-headers-strategy", "native");
        }
        return properties;
    }

    /** Those that no setting changes. */
    static Map<String, Object> always() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.application.name", "custody");
        properties.put("spring.jmx.enabled", "false");
        operations(properties);
        return properties;
    }

    private static void tls(Map<String, Object> properties, Path certificate, Path key) {
        properties.put("server.ssl.enabled", "true");
        properties.put("server.ssl.certificate", certificate.toUri().toString());
        properties.put("server.ssl.certificate-private-key", key.toUri().toString());
        properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        properties.put("server.http2.enabled", "true");
    }

    private static void operations(Map<String, Object> properties) {
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        properties.put("management.endpoint.health.show-details", "never");
        properties.put("management.observations.enable.spring.security", "false");
    }
}
