package custody.web.pages;

import custody.web.assets.Assets;
import custody.web.problems.Problem;
import custody.web.problems.ProblemJson;
import custody.web.problems.ProblemName;
import custody.web.problems.Rule;
import custody.web.session.Languages;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a request that the server itself cannot take: a broken line, an encoded slash, an unknown version. It has no
 * session and perhaps no path, so it says no more than which rule was broken. Neither the server's version nor a stack is
 * ever told.
 */
final class UnreadableRequest extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequest.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TemplateEngine templates;
    private final Assets assets;

    UnreadableRequest(TemplateEngine templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean heard = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
        if (heard.get()) {
            try {
                answer(request, response);
            } catch (IOException gone) {
                LOG.debug("nobody hears why a request was not taken");
            }
        }
    }

    private void answer(Request request, Response response) throws IOException {
        String path = path(request);
        boolean program = program(request, path);
        Wording wording = Wording.in(program ? asked(request) : Languages.of(request.getRequest()));
        Problem problem = problem(response.getStatus(), path);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors 'none'");
        response.setContentType(program ? ProblemJson.MEDIA_TYPE : "text/html;charset=UTF-8");
        String body = program
                ? JSON.writeValueAsString(
                        ProblemJson.of(problem, wording, new Times(ZoneOffset.UTC, wording.language())))
                : page(problem, wording);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.finishResponse();
    }

    private String page(Problem problem, Wording wording) {
        StringOutput out = new StringOutput(2_048);
        Map<String, Object> parameters = Map.of(
                "say", wording,
                "style", assets.path("custody.css"),
                "title", problem.title(wording),
                "detail", problem.detail(wording, new Times(ZoneOffset.UTC, wording.language())));
        templates.render("pages/unreadable.jte", parameters, out);
        return out.toString();
    }

    /** The status stays what the server said it is. */
    private static Problem problem(int status, String path) {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                && status != HttpServletResponse.SC_NOT_IMPLEMENTED
                && status != HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED) {
            return Problem.of(ProblemName.FAULT).status(status);
        }
        boolean address = status == HttpServletResponse.SC_BAD_REQUEST && path.contains("%");
        return Problem.breaking(address ? Rule.ADDRESS : Rule.LINE).status(status);
    }

    /** The path as it was sent; empty where there was none that could be read. */
    private static String path(Request request) {
        String sent = request.getCoyoteRequest().requestURI().toString();
        return sent == null ? "" : sent;
    }

    /** A browser says that it takes pages; where the headers were not read, only a path of the desk speaks for one. */
    private static boolean program(Request request, String path) {
        String accept = request.getHeader("Accept");
        return Languages.ofProgram(path) || (accept == null ? !path.startsWith("/") : !accept.contains("text/html"));
    }

    private static Language asked(Request request) {
        return Optional.ofNullable(request.getHeader("Accept-Language"))
                .flatMap(Language::of)
                .orElse(Language.EN);
    }
}
