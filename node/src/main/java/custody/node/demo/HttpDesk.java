package custody.node.demo;

import custody.record.desk.Receipt;
import custody.record.detention.Booking;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.EventId;
import custody.record.events.RecordId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes through the API of a running node, as a client that is cut off now and then: an answer that does not come is
 * asked for again under the same {@code Idempotency-Key} until the patience ends. Only what was answered counts as
 * acknowledged. Safe for many threads if {@code tokens} is.
 */
public final class HttpDesk implements Desk {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Set<Integer> AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Place(RecordId record, int version) {}

    private final URI node;
    private final HttpClient client;
    private final Function<Badge, String> tokens;
    private final Duration patience;
    private final Map<Place, EventId> events = new ConcurrentHashMap<>();

    /**
     * A client of that node.
     *
     * @param node root, {@code https://localhost:8443}
     * @param client trusts the node's certificate
     * @param tokens an API token for each badge
     * @param patience how long a node that does not answer is asked again
     */
    public HttpDesk(URI node, HttpClient client, Function<Badge, String> tokens, Duration patience) {
        this.node = node;
        this.client = client;
        this.tokens = tokens;
        this.patience = patience;
    }

    @Override
    public Answer open(Booking booking, Badge who, String key) {
        return post("/api/v1/records", ApiBodies.booking(booking), who, key, null);
    }

    @Override
    public Answer add(RecordId record, Draft draft, Badge who, String key) {
        return post("/api/v1/records/" + record + "/events", ApiBodies.event(draft), who, key, record);
    }

    /** The API names the event it added; of a booking's own events the node is asked, as the custody officer may. */
    @Override
    public EventId event(RecordId record, int version) {
        return events.computeIfAbsent(new Place(record, version), this::ask);
    }

    private EventId ask(Place place) {
        String one = "/events?limit=1&cursor=" + (place.version() - 1);
        HttpRequest request = request("/api/v1/records/" + place.record() + one, DemoOfficers.CUSTODY)
                .GET()
                .build();
        JsonNode event = JSON.readTree(send(request).body()).at("/events/0");
        if (event.path("version").asInt(0) != place.version()) {
            throw new IllegalStateException("the node does not list a version of a record that it stored");
        }
        return EventId.of(event.path("id").asString());
    }

    private Answer post(String path, Map<String, Object> body, Badge who, String key, @Nullable RecordId record) {
        HttpRequest request = request(path, who)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() / 100 == 2) {
            return stored(answer, record);
        }
        return new Answer.Refused(problem(response.statusCode(), answer));
    }

    private Answer.Stored stored(JsonNode answer, @Nullable RecordId known) {
        String id = answer.path("id").asString();
        int version = answer.path("version").asInt();
        RecordId record = known == null ? RecordId.of(id) : known;
        if (known != null) {
            events.put(new Place(known, version), EventId.of(id));
        }
        List<Receipt> receipts = new ArrayList<>();
        answer.path("receipts").forEach(receipt -> receipts.add(receipt(receipt)));
        return new Answer.Stored(record, version, receipts);
    }

    /** Names rules and fields; whatever was typed stays out of it. */
    private static String problem(int status, JsonNode answer) {
        StringBuilder problem =
                new StringBuilder(status + " " + answer.path("type").asString(""));
        for (JsonNode error : answer.path("errors")) {
            problem.append(' ')
                    .append(error.path("pointer").asString(""))
                    .append(' ')
                    .append(error.path("code").asString(""));
        }
        return problem.toString();
    }

    private static Receipt receipt(JsonNode receipt) {
        return new Receipt(
                receipt.path("origin").asString(""),
                receipt.path("index").asLong(),
                receipt.path("leafHash").asString(""),
                Receipt.State.RECORDED);
    }

    private HttpRequest.Builder request(String path, Badge who) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + tokens.apply(who));
    }

    private HttpResponse<String> send(HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (!AGAIN.contains(response.statusCode()) || System.nanoTime() > end) {
                    return response;
                }
            } catch (IOException cutOff) {
                if (System.nanoTime() > end) {
                    throw new NodeSilent(cutOff);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new NodeSilent(stopped);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The node did not answer for longer than the patience; what was asked last may or may not be stored. */
    public static final class NodeSilent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NodeSilent(Exception cause) {
            super("the node did not answer", cause);
        }
    }
}
