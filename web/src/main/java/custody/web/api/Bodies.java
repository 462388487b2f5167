package custody.web.api;

import custody.record.catalogue.FieldError.Code;
import custody.web.problems.Problem;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.problems.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads a request's body, at most 1 MB, whatever its length is said to be. */
final class Bodies {
    private static final int MOST = 1_000_000;

    private Bodies() {}

    static byte[] json(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw unsupported(HttpHeaders.CONTENT_TYPE, "application/json, application/json;charset=utf-8");
        }
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw unsupported(HttpHeaders.CONTENT_ENCODING, "identity");
        }
        if (request.getContentLengthLong() > MOST) {
            throw new ProblemFound(ProblemName.TOO_LARGE);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw new ProblemFound(ProblemName.TOO_LARGE);
            }
            return body;
        } catch (IOException cutOff) {
            throw new ProblemFound(Problem.breaking(Rule.BODY));
        }
    }

    private static ProblemFound unsupported(String header, String options) {
        Map<String, String> limits = Map.of("options", options);
        return new ProblemFound(Problem.header(ProblemName.UNSUPPORTED_MEDIA_TYPE, header, Code.CHOICE, limits));
    }

    /** JSON is UTF-8 (RFC 8259, 8.1); who says another charset would be misread. */
    private static boolean isJson(@Nullable String type) {
        try {
            MediaType said = type == null ? MediaType.ALL : MediaType.parseMediaType(type);
            Charset charset = said.getCharset();
            return said.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
