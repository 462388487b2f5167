package custody.video.rtsp;

import custody.video.media.MalformedMedia;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into messages and interleaved packets (RFC 2326 section 10.12) without copying packets. Stray bytes
 * between them, which some cameras send, are passed over up to a limit. Owned by one session thread.
 */
public final class RtspParser {
    /** What lies at the front of the buffer. */
    public enum Step {
        MORE_NEEDED,
        PACKET,
        MESSAGE
    }

    /** The largest packet with its four bytes of framing; a read buffer must hold it. */
    public static final int LARGEST = 65_535 + 4;

    private static final int MOST_STRAY_BYTES = 64 * 1024;
    private static final byte[] RESPONSE = "RTSP/".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_METHOD = 16;

    private int channel;
    private int packetAt;
    private int packetLength;
    private @Nullable RtspMessage message;
    private long strayBytes;
    private int strayInARow;

    /** Looks at the bytes from position to limit and moves the position behind what it returns. */
    public Step next(ByteBuffer in) throws MalformedMedia {
        while (in.hasRemaining()) {
            int at = in.position();
            int first = in.get(at);
            if (first == '$') {
                return packet(in, at);
            }
            if (first >= 'A' && first <= 'Z') {
                int head = headLength(in, at);
                if (head == 0) {
                    return Step.MORE_NEEDED;
                }
                if (head > 0) {
                    return message(in, at, head);
                }
            }
            skipStray(in);
        }
        return Step.MORE_NEEDED;
    }

    private void skipStray(ByteBuffer in) throws MalformedMedia {
        in.get();
        strayBytes++;
        if (++strayInARow > MOST_STRAY_BYTES) {
            throw new MalformedMedia("not an RTSP stream");
        }
    }

    private Step packet(ByteBuffer in, int at) {
        if (in.remaining() < 4) {
            return Step.MORE_NEEDED;
        }
        int length = in.getShort(at + 2) & 0xffff;
        if (in.remaining() < 4 + length) {
            return Step.MORE_NEEDED;
        }
        channel = in.get(at + 1) & 0xff;
        packetAt = at + 4;
        packetLength = length;
        in.position(at + 4 + length);
        strayInARow = 0;
        return Step.PACKET;
    }

    /** Length of the head with its closing empty line; 0 when more bytes are needed, -1 when this is no message. */
    private static int headLength(ByteBuffer in, int at) {
        if (!beginsMessage(in, at)) {
            return -1;
        }
        int end = Math.min(in.limit(), at + RtspMessage.LONGEST_HEAD);
        for (int i = at + 3; i < end; i++) {
            if (in.get(i) == '\n') {
                boolean emptyLine = in.get(i - 1) == '\n' || (in.get(i - 1) == '\r' && in.get(i - 2) == '\n');
                if (emptyLine) {
                    return i + 1 - at;
                }
            }
        }
        return end == in.limit() && end < at + RtspMessage.LONGEST_HEAD ? 0 : -1;
    }

    private static boolean beginsMessage(ByteBuffer in, int at) {
        boolean response = true;
        for (int i = 0; i < LONGEST_METHOD && at + i < in.limit(); i++) {
            int c = in.get(at + i);
            response &= i >= RESPONSE.length || c == RESPONSE[i];
            if (response && i >= RESPONSE.length - 1) {
                return true;
            }
            if (!response && c == ' ') {
                return i >= 3;
            }
            if (!response && !((c >= 'A' && c <= 'Z') || c == '_')) {
                return false;
            }
        }
        return in.limit() - at < LONGEST_METHOD;
    }

    private Step message(ByteBuffer in, int at, int head) throws MalformedMedia {
        var bytes = new byte[head];
        in.get(at, bytes);
        RtspMessage parsed = RtspMessage.parse(bytes, new byte[0]);
        int bodyLength = bodyLength(parsed);
        if (in.remaining() < head + bodyLength) {
            return Step.MORE_NEEDED;
        }
        var body = new byte[bodyLength];
        in.get(at + head, body);
        in.position(at + head + bodyLength);
        message = RtspMessage.parse(bytes, body);
        strayInARow = 0;
        return Step.MESSAGE;
    }

    private static int bodyLength(RtspMessage message) throws MalformedMedia {
        String text = message.header("content-length").orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw new MalformedMedia("content length");
        }
        int length = Integer.parseInt(text);
        if (length > RtspMessage.LONGEST_BODY) {
            throw new MalformedMedia("body of " + length + " bytes");
        }
        return length;
    }

    /** Channel of the last packet, 0 to 255. */
    public int channel() {
        return channel;
    }

    /** Index of the last packet in the buffer; valid until the buffer is compacted. */
    public int packetAt() {
        return packetAt;
    }

    public int packetLength() {
        return packetLength;
    }

    /** The last message. */
    public RtspMessage message() {
        if (message == null) {
            throw new IllegalStateException("no message was read");
        }
        return message;
    }

    /** Bytes that belonged to nothing. */
    public long strayBytes() {
        return strayBytes;
    }
}
