package custody.video.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes RTP packets as a camera would, for the depacketiser to take apart. */
final class PacketWriter {
    private int sequence = 65_530;

    ByteBuffer packet(int timestamp, boolean marker, byte[]... parts) {
        var payload = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            payload.writeBytes(part);
        }
        return ByteBuffer.allocate(12 + payload.size())
                .put((byte) 0x80)
                .put((byte) (96 | (marker ? 0x80 : 0)))
                .putShort((short) sequence++)
                .putInt(timestamp)
                .putInt(7)
                .put(payload.toByteArray())
                .flip();
    }

    void skip(int packets) {
        sequence += packets;
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Units of the given length prefixed form. */
    static List<byte[]> split(byte[] sample) {
        var units = new java.util.ArrayList<byte[]>();
        ByteBuffer in = ByteBuffer.wrap(sample);
        while (in.hasRemaining()) {
            var unit = new byte[in.getInt()];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }
}
