package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An answer on its way")
class CompressedTest extends ServerTest {

    private HttpResponse<byte[]> get(String path, String encodings) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept-Encoding", encodings)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    @DisplayName("is compressed as a whole where the browser takes it so, and says how long it is")
    void isCompressed() throws Exception {
        HttpResponse<byte[]> plain = get("/sign-in", "identity");
        HttpResponse<byte[]> small = get("/sign-in", "br, gzip");
        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("gzip", header(small, "Content-Encoding"));
        for (HttpResponse<byte[]> answer : List.of(plain, small)) {
            assertEquals("Accept-Encoding", header(answer, "Vary"));
            assertEquals(String.valueOf(answer.body().length), header(answer, "Content-Length"));
        }
        assertTrue(small.body().length * 2 < plain.body().length);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertEquals(title(plain.body()), title(gzip.readAllBytes()));
        }
    }

    private static String title(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        return html.substring(html.indexOf("<title>"), html.indexOf("</title>"));
    }

    @Test
    @DisplayName("stays as it is where it is short and where compression is refused")
    void staysAsItIs() throws Exception {
        assertEquals("", header(get("/sign-in", "gzip;q=0"), "Content-Encoding"));
        HttpResponse<byte[]> problem = get("/api/v1/records", "gzip");
        assertEquals(401, problem.statusCode());
        assertEquals("", header(problem, "Content-Encoding"));
        assertTrue(new String(problem.body(), StandardCharsets.UTF_8).contains("\"status\":401"));
    }
}
