package custody.node.alarms.channels;

import custody.node.alarms.channels.Channel.Failure;
import custody.node.alarms.channels.Channel.NotTaken;
import custody.node.threads.Turns;
import custody.store.alarms.Outbox;
import custody.store.alarms.Outbox.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one channel's messages, on a thread of its own. The queue is the outbox; at most {@link #AT_HAND} messages are
 * in memory. Each address is a delivery of its own, noted as soon as it is taken; a message is delivered when all have it. At
 * least once: what was sent and not yet noted when the node died is sent again, under the same id.
 */
final class Courier implements AutoCloseable {
    static final int AT_HAND = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Channel channel;
    private final Outbox outbox;
    private final InstantSource time;
    private final Turns turns;

    private Courier(Channel channel, Outbox outbox, InstantSource time) {
        this.channel = channel;
        this.outbox = outbox;
        this.time = time;
        this.turns = new Turns("courier-" + channel.name(), this::turn);
    }

    static Courier start(Channel channel, Outbox outbox, InstantSource time) {
        Courier courier = new Courier(channel, outbox, time);
        courier.turns.start();
        return courier;
    }

    Channel channel() {
        return channel;
    }

    void wake() {
        turns.wake();
    }

    private Duration turn() {
        Instant now = time.instant();
        List<Letter> due = outbox.due(channel.name(), now, AT_HAND);
        for (Letter letter : due) {
            if (turns.closed()) {
                break;
            }
            carry(letter);
        }
        if (!due.isEmpty()) {
            return Duration.ZERO;
        }
        return outbox.soonest(channel.name())
                .map(next -> Duration.between(now, next))
                .orElse(Turns.LONGEST_SLEEP);
    }

    /** To each address on its own: what one of them does is nothing to the next. */
    private void carry(Letter letter) {
        List<String> addresses = channel.addresses(letter.rung());
        // Whom it was for was taken out of the settings meanwhile: nobody has been told.
        Failure failure = addresses.isEmpty() ? Failure.FAULT : null;
        for (int place = 1; place <= addresses.size(); place++) {
            Delivery delivery = Delivery.of(letter.id(), addresses.get(place - 1));
            if (letter.taken().contains(delivery.id())) {
                continue;
            }
            if (turns.closed()) {
                return;
            }
            Failure met = attempt(letter, delivery);
            if (met == null) {
                outbox.taken(letter.id(), delivery.id(), time.instant());
            } else {
                LOG.atWarn()
                        .addKeyValue("channel", channel.name())
                        .addKeyValue("message", letter.id())
                        .addKeyValue("rung", letter.rung())
                        .addKeyValue("place", place)
                        .addKeyValue("failure", met)
                        .log("an address did not take a message");
                failure = failure == null ? met : failure;
            }
        }
        if (failure == null) {
            outbox.delivered(letter.id(), time.instant());
        } else {
            notTaken(letter, failure);
        }
    }

    private @Nullable Failure attempt(Letter letter, Delivery delivery) {
        try {
            channel.send(letter, delivery);
            return null;
        } catch (NotTaken refused) {
            return refused.failure();
        } catch (RuntimeException fault) {
            LOG.atWarn()
                    .addKeyValue("channel", channel.name())
                    .addKeyValue("why", fault.getClass().getSimpleName())
                    .log("a message could not be made");
            return Failure.FAULT;
        }
    }

    private void notTaken(Letter letter, Failure failure) {
        Instant now = time.instant();
        Instant again =
                Backoff.next(letter.madeAt(), letter.attempts() + 1, now).orElse(null);
        LOG.atWarn()
                .addKeyValue("channel", channel.name())
                .addKeyValue("message", letter.id())
                .addKeyValue("failure", failure)
                .addKeyValue("again", again)
                .log("a message was not taken");
        outbox.failed(letter.id(), failure.name().toLowerCase(Locale.ROOT).replace('_', '-'), again);
    }

    /** A mail server that does not answer must not hold up the node's end. */
    @Override
    public void close() {
        turns.interrupt();
    }
}
