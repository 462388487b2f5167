package custody.node.alarms.channels;

import custody.node.alarms.channels.Channel.NotTaken;
import custody.node.alarms.channels.ChannelSettings.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A gateway by HTTP POST: {@code {"id","to":[…],"text"}} with a bearer token, taken with a 2xx (docs/formats/webhook.md). */
final class HttpSmsGateway implements SmsGateway {
    private final URI url;
    private final Secret token;
    private final Posting posting = new Posting();

    HttpSmsGateway(URI url, Secret token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public void send(UUID id, String number, String text) throws NotTaken {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id.toString());
        json.put("to", List.of(number));
        json.put("text", text);
        posting.post(HttpRequest.newBuilder(url)
                .timeout(Posting.TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.value())
                .header("Idempotency-Key", id.toString())
                .POST(BodyPublishers.ofString(Json.of(json)))
                .build());
    }
}
