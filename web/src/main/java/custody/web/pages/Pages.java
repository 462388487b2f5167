package custody.web.pages;

import custody.web.WebSettings;
import custody.web.assets.Assets;
import custody.web.session.Visits;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Renders templates. No page is kept by a browser or on the way: it holds personal data. */
@Component
public class Pages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine templates;
    private final Visits visits;
    private final Assets assets;
    private final WebSettings settings;

    Pages(TemplateEngine templates, Visits visits, Assets assets, WebSettings settings) {
        this.templates = templates;
        this.visits = visits;
        this.assets = assets;
        this.settings = settings;
    }

    /** A page, 200. */
    public ResponseEntity<String> show(HttpServletRequest request, String template, Map<String, Object> parameters) {
        return show(request, 200, template, parameters);
    }

    /** A page with a status. */
    public ResponseEntity<String> show(
            HttpServletRequest request, int status, String template, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("frame", frame(request));
        StringOutput out = new StringOutput(32_768);
        templates.render(template + ".jte", all, out);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(out.toString());
    }

    /** After a form was taken: look at the result with a new request, so that reloading sends nothing again. */
    public static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** Where the language switch comes back to: the page, or the form that was sent from its own address. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (request.getMethod().equals("GET")) {
            return query == null ? path : path + "?" + query;
        }
        return path.startsWith("/records/") ? path : "/";
    }

    Frame frame(HttpServletRequest request) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(visits.of(request), assets, csrf, settings.demo(), request.getRequestURI(), back(request));
    }
}
