package custody.web.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Holds back a body until it is whole, if it is of a type that is worth compressing; any other goes straight through. */
final class HeldAnswer extends HttpServletResponseWrapper {
    private static final Set<String> TYPES =
            Set.of("text/html", "text/plain", "application/json", "application/problem+json");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    /** What was held back, as written. */
    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return held() ? new Holding(body) : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!held()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!held()) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    private void forget() {
        writer = null;
        body.reset();
    }

    private boolean held() {
        String type = getContentType();
        if (type == null || containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            return false;
        }
        MediaType media = MediaType.parseMediaType(type);
        return TYPES.contains(media.getType() + "/" + media.getSubtype());
    }

    private static final class Holding extends ServletOutputStream {
        private final ByteArrayOutputStream body;

        Holding(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int one) {
            body.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            body.write(bytes, from, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nothing here is written asynchronously");
        }
    }
}
