package custody.node.commands;

import custody.node.tls.TrustedClient;
import custody.node.wiring.ControlSocket;
import custody.store.bench.Load;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody bench pages}: how long pages and API of a loaded node take, as one browser on the same machine sees it. */
@Command(
        name = "pages",
        description = "Time of pages and API of a node that runs on a folder made by bench load.",
        mixinStandardHelpOptions = true)
final class BenchPages implements Callable<Integer> {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern RECORD = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String[] BEGINNINGS = {"виг", "марадук", "зразичак", "оле", "небу", "скл", "про", "умовир"};
    private static final int WARM_UP = 40;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Data folder of the running node.")
    private Path data = Path.of("bench-data");

    @Option(names = "--requests", paramLabel = "N", description = "Requests a row.", defaultValue = "300")
    private int requests;

    private final Random random = new Random(1);
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Where the next request of a row goes. */
    private interface Addresses {
        String next() throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws Exception {
        URI base = URI.create(
                ControlSocket.ask(data, "url").orElseThrow(() -> new IOException("no node runs on " + data)));
        String token = ControlSocket.ask(data, "token " + Load.OFFICER.badge()).orElseThrow();
        try (HttpClient program = TrustedClient.of(data);
                HttpClient browser = TrustedClient.builder(data)
                        .cookieHandler(new CookieManager())
                        .build()) {
            Asking pages = new Asking(browser, base, "");
            Asking api = new Asking(program, base, token);
            signIn(pages);
            String[] records = records(api);
            row("whiteboard page", pages, () -> "");
            row("record page", pages, () -> "records/" + one(records));
            row("search page", pages, () -> "records?q=" + encoded(one(BEGINNINGS)));
            row("GET /api/v1/whiteboard", api, () -> "api/v1/whiteboard");
            row("GET /api/v1/records?q=", api, () -> "api/v1/records?q=" + encoded(one(BEGINNINGS)));
            row("GET /api/v1/records?limit=50", api, () -> "api/v1/records?limit=50");
            row("GET /api/v1/records/{id}", api, () -> "api/v1/records/" + one(records));
            row("GET /api/v1/records/{id}/events", api, () -> "api/v1/records/" + one(records) + "/events");
        }
        return 0;
    }

    /** Sends requests with whatever makes the asker known. */
    private record Asking(HttpClient client, URI base, String token) {
        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(request(path).GET());
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static void signIn(Asking pages) throws IOException, InterruptedException {
        Matcher form = TOKEN.matcher(pages.get("sign-in").body());
        if (!form.find()) {
            throw new IOException("the sign-in has no form");
        }
        String body = "_csrf=" + encoded(form.group(1)) + "&badge=" + Load.OFFICER.badge() + "&password="
                + encoded(BenchLoad.PASSWORD);
        int status = pages.send(pages.request("sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
        if (status != 303) {
            throw new IOException("the officer of the load cannot sign in: " + status);
        }
    }

    /** Records from all the years, most of them not looked at before: found by number, at random. */
    private String[] records(Asking api) throws IOException, InterruptedException {
        String[] found = new String[2 * requests];
        for (int place = 0; place < found.length; place++) {
            Matcher id = RECORD.matcher("");
            for (int tries = 0; tries < 1000 && !id.find(); tries++) {
                String number = Integer.toString(1 + random.nextInt(20_000));
                id = RECORD.matcher(
                        api.get("api/v1/records?limit=1&q=" + number).body());
            }
            found[place] = id.group(1);
        }
        return found;
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void row(String name, Asking asking, Addresses addresses) throws IOException, InterruptedException {
        double[] millis = new double[requests];
        long bytes = 0;
        for (int turn = -WARM_UP; turn < requests; turn++) {
            String path = addresses.next();
            long start = System.nanoTime();
            HttpResponse<String> answer = asking.get(path);
            double took = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IOException(name + " answered " + answer.statusCode() + " at " + path);
            }
            if (turn >= 0) {
                millis[turn] = took;
                bytes += answer.body().length();
            }
        }
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "%-34s p50 %7.1f ms   p95 %7.1f ms   max %7.1f ms   %,d characters%n",
                name,
                millis[requests / 2],
                millis[requests * 95 / 100],
                millis[requests - 1],
                bytes / requests);
    }
}
