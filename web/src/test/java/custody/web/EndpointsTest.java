package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.web.session.Needs;
import custody.web.session.NeedsOnRecord;
import custody.web.session.Open;
import custody.web.session.SignedInOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("Every endpoint")
class EndpointsTest extends ServerTest {
    /** What anyone may use without signing in; a new one is a decision. */
    private static final Set<String> OPEN = Set.of(
            "/assets/{fingerprint:[0-9a-f]{16}}/{name:[a-z0-9.-]+}",
            "/error",
            "/first-start",
            "/help",
            "/language",
            "/ledger/**",
            "/problems/{name}",
            "/sign-in",
            "/sign-out");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private List<HandlerMethod> ours() {
        return mapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("custody."))
                .toList();
    }

    @Test
    @DisplayName("says who may use it, in exactly one way")
    void saysWhoMayUseIt() {
        List<String> wrong = new ArrayList<>();
        for (HandlerMethod method : ours()) {
            int said = (method.hasMethodAnnotation(Open.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(Needs.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(NeedsOnRecord.class) ? 1 : 0)
                    + (method.hasMethodAnnotation(SignedInOnly.class) ? 1 : 0);
            if (said != 1) {
                wrong.add(method.toString());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(ours().size() > 30);
    }

    @Test
    @DisplayName("that is open is on the list")
    void thatIsOpenIsOnTheList() {
        Set<String> open = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.hasMethodAnnotation(Open.class)) {
                open.addAll(info.getPatternValues());
            }
        });
        assertEquals(new TreeSet<>(OPEN), open);
    }

    @Test
    @DisplayName("that is not open cannot be used by a stranger")
    void thatIsNotOpenCannotBeUsedByAStranger() {
        Desk stranger = new Desk(port);
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("custody.")
                    && !method.hasMethodAnnotation(Open.class)) {
                for (String pattern : info.getPatternValues()) {
                    String path = pattern.replaceAll("\\{[a-z]+}", "1");
                    int status = stranger.get(path).statusCode();
                    assertTrue(Set.of(303, 302, 401, 405).contains(status), path + " answered " + status);
                }
            }
        });
    }
}
