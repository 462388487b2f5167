package custody.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a query that nobody reads, by name: whoever sends it believes that it narrows the answer. Stands behind the door,
 * so that nobody learns what an endpoint reads who may not use it.
 */
@Configuration
class StrictQuery implements WebMvcConfigurer, HandlerInterceptor {
    private static final int BEHIND_THE_DOOR = 1;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(BEHIND_THE_DOOR);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What a POST takes stands in its body, and a body may look like a query here.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && !request.getMethod().equals("POST")
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(ReadsQuery.class)) {
            Query query = new Query(request);
            query.only(Set.of(Query.PURPOSE));
            query.finish();
        }
        return true;
    }
}
