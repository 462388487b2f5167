package custody.web.session;

import custody.web.words.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** In which language somebody wants to be answered: the cookie of the switch; programs say it in their header. */
public final class Languages {
    private static final String COOKIE = "language";
    private static final List<String> PROGRAMS = List.of("/api/", "/v3/", "/ledger/", "/actuator/");

    private Languages() {}

    /** The language of a request. People get Ukrainian until they choose, programs English until they say. */
    public static Language of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        if (ofProgram(path)) {
            return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .flatMap(Language::of)
                    .orElse(Language.EN);
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Language.of(cookie.getValue()).orElse(Language.UK);
                }
            }
        }
        return Language.UK;
    }

    /** Whether programs ask at that path: they are told problems as JSON, in the language that they name. */
    public static boolean ofProgram(String path) {
        return PROGRAMS.stream().anyMatch((path + "/")::startsWith);
    }

    /** Keeps the choice for a year on this device. */
    public static void keep(Language language, boolean secure, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, language.tag())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
