package custody.video.simulator;

import custody.video.media.AnnexB;
import custody.video.media.Codec;
import custody.video.media.Octets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A pre-encoded clip, cut into pictures and each picture into RTP payloads, made once and sent to every viewer.
 *
 * @param frames the pictures in order
 * @param format the parameters of the session description
 */
public record Clip(Codec codec, List<Frame> frames, String format) {
    private static final int PAYLOAD = 1_400;

    /** One picture: payloads in order, the last of which carries the marker. */
    public record Frame(List<Octets> payloads, boolean key) {
        public Frame {
            payloads = List.copyOf(payloads);
        }
    }

    public Clip {
        frames = List.copyOf(frames);
        if (frames.stream().noneMatch(Frame::key)) {
            throw new IllegalArgumentException("a clip needs a key frame");
        }
    }

    /** Cuts a stream with start codes. */
    public static Clip of(Codec codec, byte[] annexB) {
        var frames = new ArrayList<Frame>();
        var current = new ArrayList<Octets>();
        boolean pictureInside = false;
        for (Octets unit : AnnexB.units(annexB)) {
            int type = codec.unitType(unit.at(0));
            boolean startsPicture = codec.isPicture(type) && (unit.at(codec.headerLength()) & 0x80) != 0;
            boolean leads = !codec.isPicture(type);
            if (pictureInside && (startsPicture || leads)) {
                frames.add(frame(codec, current));
                current.clear();
                pictureInside = false;
            }
            current.add(unit);
            pictureInside |= codec.isPicture(type);
        }
        if (pictureInside) {
            frames.add(frame(codec, current));
        }
        return new Clip(codec, frames, format(codec, annexB));
    }

    private static Frame frame(Codec codec, List<Octets> units) {
        var payloads = new ArrayList<Octets>();
        boolean key = false;
        for (Octets unit : units) {
            key |= codec.isKey(codec.unitType(unit.at(0)));
            split(codec, unit.toArray(), payloads);
        }
        return new Frame(payloads, key);
    }

    private static void split(Codec codec, byte[] unit, List<Octets> into) {
        if (unit.length <= PAYLOAD) {
            into.add(Octets.of(unit));
            return;
        }
        int head = codec.headerLength();
        for (int at = head; at < unit.length; ) {
            int count = Math.min(PAYLOAD - head - 1, unit.length - at);
            int ends = (at == head ? 0x80 : 0) | (at + count == unit.length ? 0x40 : 0);
            var payload = new byte[head + 1 + count];
            if (codec == Codec.H264) {
                payload[0] = (byte) ((unit[0] & 0xe0) | 28);
                payload[1] = (byte) (ends | (unit[0] & 0x1f));
            } else {
                payload[0] = (byte) ((unit[0] & 0x81) | (49 << 1));
                payload[1] = unit[1];
                payload[2] = (byte) (ends | ((unit[0] >> 1) & 0x3f));
            }
            System.arraycopy(unit, at, payload, head + 1, count);
            into.add(Octets.of(payload));
            at += count;
        }
    }

    private static String format(Codec codec, byte[] annexB) {
        var base64 = Base64.getEncoder();
        var sets = new String[64];
        for (Octets unit : AnnexB.units(annexB)) {
            int type = codec.unitType(unit.at(0));
            if (codec.isParameterSet(type) && sets[type] == null) {
                sets[type] = base64.encodeToString(unit.toArray());
            }
        }
        return codec == Codec.H264
                ? String.format(Locale.ROOT, "packetization-mode=1;sprop-parameter-sets=%s,%s", sets[7], sets[8])
                : String.format(Locale.ROOT, "sprop-vps=%s;sprop-sps=%s;sprop-pps=%s", sets[32], sets[33], sets[34]);
    }
}
