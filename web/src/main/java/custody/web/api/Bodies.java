package custody.web.api;

import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads a request's body, at most 1 MB, whatever its length is said to be. */
final class Bodies {
    private static final int MOST = 1_000_000;

    private Bodies() {}

    static byte[] json(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw new ProblemFound(ProblemName.UNSUPPORTED_MEDIA_TYPE);
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
            throw new ProblemFound(ProblemName.MALFORMED_REQUEST);
        }
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
