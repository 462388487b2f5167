package custody.web.server;

import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has the server make its objects for each request and answer anew. Over HTTP/2 it otherwise uses them again for the next stream
 * as soon as a browser leaves a page, while whoever still writes to that page's live updates may not have noticed: what he
 * writes then belongs to somebody else's answer.
 */
@Configuration
class FreshAnswers {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> freshAnswersForEachStream() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            for (UpgradeProtocol protocol : connector.findUpgradeProtocols()) {
                if (protocol instanceof Http2Protocol http2) {
                    http2.setDiscardRequestsAndResponses(true);
                }
            }
        });
    }
}
