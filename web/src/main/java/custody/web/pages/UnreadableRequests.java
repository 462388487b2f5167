package custody.web.pages;

import custody.web.assets.Assets;
import gg.jte.TemplateEngine;
import org.apache.catalina.Pipeline;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts our own words in the place of the server's own error page, for requests that no filter and no endpoint ever sees. */
@Component
final class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final TemplateEngine templates;
    private final Assets assets;

    UnreadableRequests(TemplateEngine templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass("");
            Pipeline pipeline = host.getPipeline();
            pipeline.addValve(new UnreadableRequest(templates, assets));
        });
    }
}
