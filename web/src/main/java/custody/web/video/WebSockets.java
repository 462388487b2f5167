package custody.web.video;

import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the server's own WebSocket container; sockets themselves are opened by endpoints, behind the same door as pages. */
@Configuration
class WebSockets {
    private static final int RESET = 5;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketContainer() {
        return factory -> {
            factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
            factory.addConnectorCustomizers(connector -> {
                for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
                    if (protocol instanceof Http2Protocol http2) {
                        // Each page that is left resets its live streams; the server took a person who reads page
                        // after page for an attacker and closed the connection.
                        http2.setOverheadResetFactor(RESET);
                    }
                }
            });
        };
    }
}
