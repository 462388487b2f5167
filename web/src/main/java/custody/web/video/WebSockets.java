package custody.web.video;

import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the server's own WebSocket container; sockets themselves are opened by endpoints, behind the same door as pages. */
@Configuration
class WebSockets {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketContainer() {
        return factory ->
                factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }
}
