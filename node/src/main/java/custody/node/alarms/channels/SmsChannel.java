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
    public boolean reaches(Rung rung) {
        return settings.to().containsKey(rung);
    }

    @Override
    public void send(Letter letter) throws NotTaken {
        gateway.send(letter.id(), settings.to().getOrDefault(letter.rung(), List.of()), letters.brief(letter));
    }
}
