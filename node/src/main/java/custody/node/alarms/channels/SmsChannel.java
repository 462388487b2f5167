package custody.node.alarms.channels;

import custody.node.alarms.channels.ChannelSettings.Sms;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Outbox.Letter;
import java.util.List;

/** Short messages through a gateway. */
final class SmsChannel implements Channel {
    private final SmsGateway gateway;
    private final Sms settings;
    private final Letters letters;

    SmsChannel(SmsGateway gateway, Sms settings, Letters letters) {
        this.gateway = gateway;
        this.settings = settings;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public List<String> addresses(Rung rung) {
        return settings.to().getOrDefault(rung, List.of());
    }

    @Override
    public void send(Letter letter, Delivery delivery) throws NotTaken {
        gateway.send(delivery.id(), delivery.address(), letters.brief(letter));
    }
}
