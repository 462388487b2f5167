package custody.node.alarms.channels;

import custody.record.law.Lawbook;
import custody.record.law.rules.Escalation.Rung;
import custody.store.alarms.Outbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every way out of this node that is set up, each with its courier. */
public final class Channels implements AutoCloseable {
    private final List<Courier> couriers;

    private Channels(List<Courier> couriers) {
        this.couriers = List.copyOf(couriers);
    }

    /** Starts a courier for each channel that is set up. */
    public static Channels start(ChannelSettings settings, Lawbook law, Outbox outbox, InstantSource time) {
        List<Channel> ways = new ArrayList<>();
        Letters letters = new Letters(law);
        settings.email().ifPresent(email -> ways.add(new EmailChannel(email, letters)));
        settings.webhook().ifPresent(webhook -> ways.add(new WebhookChannel(webhook, letters, time)));
        settings.sms()
                .ifPresent(sms -> ways.add(new SmsChannel(new HttpSmsGateway(sms.url(), sms.token()), sms, letters)));
        return new Channels(
                ways.stream().map(way -> Courier.start(way, outbox, time)).toList());
    }

    /** Names of all that are set up. */
    public List<String> names() {
        return couriers.stream().map(courier -> courier.channel().name()).toList();
    }

    /** Names of the channels that reach somebody on a rung. */
    public List<String> reaching(Rung rung) {
        return couriers.stream()
                .map(Courier::channel)
                .filter(channel -> !channel.addresses(rung).isEmpty())
                .map(Channel::name)
                .toList();
    }

    /** There is something to carry: look at once. Never blocks. */
    public void wake(String channel) {
        couriers.stream()
                .filter(courier -> courier.channel().name().equals(channel))
                .forEach(Courier::wake);
    }

    @Override
    public void close() {
        couriers.forEach(Courier::close);
    }
}
