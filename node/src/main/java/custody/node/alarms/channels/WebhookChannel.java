package custody.node.alarms.channels;

import custody.node.alarms.channels.ChannelSettings.Webhook;
import custody.record.catalogue.Wire;
import custody.record.desk.CameraAlarm;
import custody.record.desk.RaisedAlert;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Outbox.Letter;
import custody.store.alarms.Outbox.Matter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a program of every rung that is reached (docs/formats/webhook.md). */
final class WebhookChannel implements Channel {
    /** One for every rung. Its URL is not its name: a path may hold a secret, and whoever moves it wants no second copy. */
    private static final List<String> PROGRAM = List.of("webhook");

    private final Webhook settings;
    private final Letters letters;
    private final InstantSource time;
    private final Posting posting = new Posting();

    WebhookChannel(Webhook settings, Letters letters, InstantSource time) {
        this.settings = settings;
        this.letters = letters;
        this.time = time;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<String> addresses(Rung rung) {
        return PROGRAM;
    }

    @Override
    public void send(Letter letter, Delivery delivery) throws NotTaken {
        byte[] body = Json.of(members(letter)).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(time.instant().getEpochSecond());
        posting.post(HttpRequest.newBuilder(settings.url())
                .timeout(Posting.TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "custody-records")
                .header("Webhook-Id", letter.id().toString())
                .header("Webhook-Timestamp", timestamp)
                .header("Webhook-Signature", Signature.of(settings.secret(), letter.id(), timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private Map<String, Object> members(Letter letter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", letter.id().toString());
        switch (letter.matter()) {
            case Matter.OfRecord(var alert) -> {
                json.put("type", "alert." + Wire.name(alert.kind()));
                told(json, letter);
                of(json, alert);
            }
            case Matter.OfCameras(var alarm, var alarms) -> {
                json.put("type", "camera.trouble");
                told(json, letter);
                of(json, alarm);
                json.put("alarms", alarms);
            }
        }
        json.put("text", letters.subject(letter));
        return json;
    }

    private static void told(Map<String, Object> json, Letter letter) {
        json.put("rung", Wire.name(letter.rung()));
        json.put("madeAt", letter.madeAt().toString());
    }

    private static void of(Map<String, Object> json, RaisedAlert alert) {
        json.put("alert", alert.event().toString());
        json.put("facility", alert.number().facility().code());
        json.put("record", alert.number().toString());
        json.put("rule", alert.rule());
        put(json, "provision", alert.provision());
        json.put("percent", alert.percent());
        put(json, "due", alert.due());
        json.put("cameTrueAt", alert.cameTrueAt().toString());
        json.put("raisedAt", alert.raisedAt().toString());
        put(json, "acknowledgedAt", alert.acknowledgedAt());
    }

    private static void of(Map<String, Object> json, CameraAlarm alarm) {
        json.put("alert", alarm.id().toString());
        json.put("facility", alarm.facility().code());
        json.put("camera", alarm.camera());
        json.put("trouble", alarm.trouble());
        json.put("cameTrueAt", alarm.cameTrueAt().toString());
        json.put("raisedAt", alarm.raisedAt().toString());
        put(json, "wellAt", alarm.settledAt());
        put(json, "acknowledgedAt", alarm.acknowledgedAt());
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value instanceof Instant || value instanceof String) {
            json.put(name, value.toString());
        }
    }
}
