package custody.node.alarms.channels;

import custody.node.alarms.channels.Channel.NotTaken;
import java.util.UUID;

/** Whoever sends short messages for us. One call is one message to one number. */
public interface SmsGateway {

    /**
     * Hands a message over; returns when the gateway has taken it. A gateway drops what it has taken under the same id.
     *
     * @param number E.164
     * @throws NotTaken it did not take it
     */
    void send(UUID id, String number, String text) throws NotTaken;
}
