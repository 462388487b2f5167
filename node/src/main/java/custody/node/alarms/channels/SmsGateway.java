package custody.node.alarms.channels;

import custody.node.alarms.channels.Channel.NotTaken;
import java.util.List;
import java.util.UUID;

/** Whoever sends short messages for us. One call is one message to some numbers. */
public interface SmsGateway {

    /**
     * Hands a message over; returns when the gateway has taken it. A gateway drops what it has taken under the same id.
     *
     * @param numbers E.164
     * @throws NotTaken it did not take it
     */
    void send(UUID id, List<String> numbers, String text) throws NotTaken;
}
