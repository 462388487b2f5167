package custody.web.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What is typed is judged by the catalogue and the record. The framework's own judge, which finds nothing to judge here, is
 * not made ready at each start.
 */
@Configuration
class OneJudge implements WebMvcConfigurer {
    @Override
    public Validator getValidator() {
        return new Validator() {
            @Override
            public boolean supports(Class<?> type) {
                return false;
            }

            @Override
            public void validate(Object target, Errors errors) {
                throw new UnsupportedOperationException("supports nothing");
            }
        };
    }
}
