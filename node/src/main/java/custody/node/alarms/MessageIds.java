package custody.node.alarms;

import custody.record.events.EventId;
import custody.record.law.rules.Escalation.Rung;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names messages by what they say and to whom, so that a message made twice is one message. */
final class MessageIds {
    private MessageIds() {}

    /** First 16 bytes of SHA-256 over the three, as a UUID of version 8 (RFC 9562, 5.8). */
    static UUID of(EventId alert, Rung rung, String channel) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((alert + "/" + rung + "/" + channel).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
            long low = (bytes.getLong() & ~(0b11L << 62)) | (0b10L << 62);
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
