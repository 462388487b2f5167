package custody.web;

import custody.web.house.House;
import custody.web.words.Placeholders;
import custody.web.words.RawCodes;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a screen: keeps cookies, finds form tokens, follows nothing by itself. */
public final class Desk {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** A fresh browser at a server on this port. */
    public Desk(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Signed in as the badge's owner. */
    public static Desk of(int port, String badge) {
        Desk desk = new Desk(port);
        HttpResponse<String> answer = desk.signIn(badge, House.PASSWORD);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
        return desk;
    }

    /** Tries to sign in. */
    public HttpResponse<String> signIn(String badge, String password) {
        return post("/sign-in", "/sign-in", Map.of("badge", badge, "password", password));
    }

    /** Fetches a page. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Opens the page {@code from}, then sends its form, with its hidden fields, to {@code to}. */
    public HttpResponse<String> post(String from, String to, Map<String, String> fields) {
        return post(to, filled(from, fields));
    }

    /** The form on a page, its hidden fields and what is typed. */
    public Map<String, String> filled(String page, Map<String, String> fields) {
        String html = get(page).body();
        Map<String, String> all = new LinkedHashMap<>();
        find(TOKEN, html, "_csrf", all);
        find(KEY, html, "key", all);
        find(VERSION, html, "version", all);
        find(SEEN, html, "seen", all);
        all.putAll(fields);
        return all;
    }

    /** Sends a form as it is. */
    public HttpResponse<String> post(String to, Map<String, String> fields) {
        return post(to, fields.entrySet());
    }

    /** Sends a form in which a field may stand more than once. */
    public HttpResponse<String> post(String to, Collection<Map.Entry<String, String>> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach(field -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(base + to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends anything. No answer may show a place of a text that was left open, and no Ukrainian page a raw code. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            List<String> left = Placeholders.leftIn(answer.body());
            if (!left.isEmpty()) {
                throw new IllegalStateException(left + " left open by " + answer.uri() + ": " + answer.body());
            }
            List<String> raw = RawCodes.shownIn(answer.body());
            if (!raw.isEmpty()) {
                throw new IllegalStateException(raw + " shown raw by " + answer.uri() + ": " + answer.body());
            }
            return answer;
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Listens to server-sent events until the first line of data, and hangs up. */
    public String listen(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path)).GET().build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data:")).findFirst().orElse("");
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Opens a WebSocket as a page of {@code origin} would. */
    public CompletableFuture<WebSocket> socket(String path, String origin, WebSocket.Listener listener) {
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(base.replace("http:", "ws:") + path), listener);
    }

    /** Where a redirect leads. */
    public static String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return location.startsWith("http")
                ? URI.create(location).getRawPath()
                        + (URI.create(location).getRawQuery() == null
                                ? ""
                                : "?" + URI.create(location).getRawQuery())
                : location;
    }

    private static void find(Pattern pattern, String html, String name, Map<String, String> into) {
        Matcher matcher = pattern.matcher(html);
        if (matcher.find()) {
            into.put(name, matcher.group(1));
        }
    }
}
