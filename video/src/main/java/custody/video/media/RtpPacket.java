package custody.video.media;

import java.nio.ByteBuffer;

/** A view of one RTP packet in a read buffer (RFC 3550 section 5.1). Reused for every packet: nothing is allocated while recording. */
public final class RtpPacket {
    private int sequence;
    private int timestamp;
    private int source;
    private int payloadType;
    private boolean marker;
    private int payloadAt;
    private int payloadLength;

    /** Reads the packet of {@code length} bytes at {@code at}; false when it is not a whole RTP packet. */
    public boolean parse(ByteBuffer in, int at, int length) {
        if (length < 12 || at < 0 || length > in.limit() - at) {
            return false;
        }
        int first = in.get(at) & 0xff;
        int second = in.get(at + 1) & 0xff;
        if (first >> 6 != 2) {
            return false;
        }
        int header = 12 + 4 * (first & 0x0f);
        if ((first & 0x10) != 0) {
            if (header + 4 > length) {
                return false;
            }
            header += 4 + 4 * (in.getShort(at + header + 2) & 0xffff);
        }
        int padding = 0;
        if ((first & 0x20) != 0) {
            padding = in.get(at + length - 1) & 0xff;
        }
        if (header + padding > length) {
            return false;
        }
        sequence = in.getShort(at + 2) & 0xffff;
        timestamp = in.getInt(at + 4);
        source = in.getInt(at + 8);
        marker = (second & 0x80) != 0;
        payloadType = second & 0x7f;
        payloadAt = at + header;
        payloadLength = length - header - padding;
        return true;
    }

    public int sequence() {
        return sequence;
    }

    /** The 32 bits of the media clock as sent. */
    public int timestamp() {
        return timestamp;
    }

    public int source() {
        return source;
    }

    public int payloadType() {
        return payloadType;
    }

    /** Last packet of an access unit. */
    public boolean marker() {
        return marker;
    }

    public int payloadAt() {
        return payloadAt;
    }

    public int payloadLength() {
        return payloadLength;
    }
}
