package custody.node.alarms.channels;

import custody.store.alarms.FixedIds;
import java.util.UUID;

/**
 * One message to one address. Each is sent and noted on its own, so that an address that takes nothing keeps nothing from the
 * others.
 *
 * @param id made of message and address: the same however often it is sent, and the address cannot be read from it
 * @param address as in the settings
 */
record Delivery(UUID id, String address) {
    static Delivery of(UUID message, String address) {
        return new Delivery(FixedIds.of(message + "/" + address), address);
    }
}
