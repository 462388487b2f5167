package custody.web;

import custody.web.assets.Assets;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/**
 * Wires this room. The node adds what it needs: the ports of {@code custody.record.desk} ({@code CustodyRecords}, {@code
 * Facilities}, {@code Officers}, {@code Accounts}, {@code LedgerView}, {@code Changes}), a {@link
 * java.time.InstantSource}, a {@link java.security.SecureRandom}, and {@link WebSettings}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "custody\\.web\\.(video|cameras|api\\.cameras)\\..*"))
@PropertySource("classpath:custody/web/web.properties")
public class WebConfiguration {

    @Bean
    TemplateEngine webTemplates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    Assets webAssets() {
        return new Assets();
    }
}
