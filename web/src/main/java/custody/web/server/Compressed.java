package custody.web.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends pages and answers of the API compressed. The server could do so itself, but it compresses while it sends, and a browser
 * that leaves a page halfway then takes the whole HTTP/2 connection with it, and the next page too; what is compressed as a
 * whole beforehand does not. Streams, footage and files to keep go through untouched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Compressed extends OncePerRequestFilter {
    /** Shorter answers fill one packet either way. */
    private static final int WORTH_IT = 1_024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldAnswer(response);
        chain.doFilter(request, held);
        byte[] body = held.body();
        if (body.length == 0) {
            return;
        }
        if (body.length >= WORTH_IT) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (accepted(request)) {
                body = compress(body);
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean accepted(HttpServletRequest request) {
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    private static byte[] compress(byte[] whole) throws IOException {
        var small = new ByteArrayOutputStream(whole.length / 4);
        try (var gzip = new GZIPOutputStream(small)) {
            gzip.write(whole);
        }
        return small.toByteArray();
    }
}
