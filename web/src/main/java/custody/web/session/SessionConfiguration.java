package custody.web.session;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the visit into endpoints and the door before them. */
@Configuration
class SessionConfiguration implements WebMvcConfigurer {
    private final VisitArgument visits;
    private final Door door;

    SessionConfiguration(VisitArgument visits, Door door) {
        this.visits = visits;
        this.door = door;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(door);
    }
}
