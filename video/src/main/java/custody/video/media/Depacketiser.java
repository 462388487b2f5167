package custody.video.media;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * RTP packets of one stream to access units: single units, aggregations and fragments of H.264 (RFC 6184 sections 5.6, 5.7.1,
 * 5.8) and of H.265 (RFC 7798 sections 4.4.1 to 4.4.3). Owned by one session thread.
 *
 * <p>A picture ends at the marker bit or when the timestamp changes, since some cameras never set the marker. Nothing that
 * arrives here throws: what cannot be read is counted and left out, because the next picture may be whole.
 */
public final class Depacketiser {
    /** Larger than any key frame of an 8K camera at a sane rate. */
    public static final int LARGEST_PICTURE = 8 * 1024 * 1024;

    /** Receives each picture; an exception of it (disk full) passes through to the session. */
    @FunctionalInterface
    public interface Pictures {
        void picture(AccessUnit unit) throws IOException;
    }

    private final Codec codec;
    private final ParameterSets sets;
    private final Pictures pictures;
    private final RtpPacket packet = new RtpPacket();
    private final MediaClock clock = new MediaClock();
    private final AccessUnit unit;

    private boolean open;
    private int openTimestamp;
    private int unitAt = -1;
    private int lastSequence = -1;
    private int payloadType;

    private long packets;
    private long lostPackets;
    private long malformedPackets;
    private long oversizedPictures;
    private long damagedPictures;

    /** {@code payloadType} from the session description; packets of another type (audio, metadata on the same channel) are passed over. */
    public Depacketiser(ParameterSets sets, int payloadType, Pictures pictures) {
        this(sets, payloadType, LARGEST_PICTURE, pictures);
    }

    Depacketiser(ParameterSets sets, int payloadType, int largestPicture, Pictures pictures) {
        this.codec = sets.codec();
        this.sets = sets;
        this.payloadType = payloadType;
        this.pictures = pictures;
        this.unit = new AccessUnit(largestPicture);
    }

    /** Takes the packet of {@code length} bytes at {@code at}, read at {@code arrivalNanos}. */
    public void take(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException {
        if (!packet.parse(in, at, length)) {
            malformedPackets++;
            return;
        }
        if (packet.payloadType() != payloadType) {
            return;
        }
        packets++;
        countLoss();
        if (open && packet.timestamp() != openTimestamp) {
            finishPicture();
        }
        if (!open) {
            open = true;
            openTimestamp = packet.timestamp();
            unit.begin(clock.unwrap(openTimestamp), arrivalNanos);
        }
        if (packet.payloadLength() > codec.headerLength()) {
            boolean whole = switch (codec) {
                case H264 -> takeH264(in, packet.payloadAt(), packet.payloadLength());
                case H265 -> takeH265(in, packet.payloadAt(), packet.payloadLength());
            };
            if (!whole) {
                malformedPackets++;
                unit.markDamaged();
            }
        }
        if (packet.marker()) {
            finishPicture();
        }
    }

    private void countLoss() {
        int sequence = packet.sequence();
        if (lastSequence >= 0) {
            int missing = (sequence - lastSequence - 1) & 0xffff;
            // More than half the circle is a late or repeated packet, not 32 768 lost ones.
            if (missing > 0 && missing < 0x8000) {
                lostPackets += missing;
                dropOpenUnit();
                if (open) {
                    unit.markDamaged();
                }
            }
        }
        lastSequence = sequence;
    }

    private boolean takeH264(ByteBuffer in, int at, int length) {
        int type = in.get(at) & 0x1f;
        if (type >= 1 && type <= 23) {
            return wholeUnit(in, at, length);
        }
        if (type == 24) {
            return aggregation(in, at + 1, length - 1);
        }
        if (type == 28 && length > 2) {
            int header = in.get(at + 1) & 0xff;
            int first = (in.get(at) & 0xe0) | (header & 0x1f);
            return fragment(in, at + 2, length - 2, header, first, -1);
        }
        return false;
    }

    private boolean takeH265(ByteBuffer in, int at, int length) {
        int type = (in.get(at) >> 1) & 0x3f;
        if (type < 48) {
            return wholeUnit(in, at, length);
        }
        if (type == 48) {
            return aggregation(in, at + 2, length - 2);
        }
        if (type == 49 && length > 3) {
            int header = in.get(at + 2) & 0xff;
            int first = (in.get(at) & 0x81) | ((header & 0x3f) << 1);
            return fragment(in, at + 3, length - 3, header, first, in.get(at + 1) & 0xff);
        }
        return false;
    }

    private boolean aggregation(ByteBuffer in, int from, int length) {
        int p = from;
        int end = from + length;
        while (end - p > 2) {
            int size = in.getShort(p) & 0xffff;
            p += 2;
            if (size <= codec.headerLength() || size > end - p || !wholeUnit(in, p, size)) {
                return false;
            }
            p += size;
        }
        return p == end;
    }

    private boolean wholeUnit(ByteBuffer in, int at, int length) {
        dropOpenUnit();
        if (!beginUnit(length)) {
            return false;
        }
        append(in, at, length);
        endUnit();
        return true;
    }

    private boolean fragment(ByteBuffer in, int at, int length, int header, int first, int second) {
        if ((header & 0x80) != 0) {
            dropOpenUnit();
            if (!beginUnit(length + 2)) {
                return false;
            }
            unit.raw().put((byte) first);
            if (second >= 0) {
                unit.raw().put((byte) second);
            }
        }
        if (unitAt < 0) {
            return false;
        }
        if (!unit.room(length)) {
            oversized();
            return false;
        }
        append(in, at, length);
        if ((header & 0x40) != 0) {
            endUnit();
        }
        return true;
    }

    private boolean beginUnit(int length) {
        if (!unit.room(length + 4)) {
            oversized();
            return false;
        }
        unitAt = unit.raw().position();
        unit.raw().putInt(0);
        return true;
    }

    private void append(ByteBuffer in, int at, int length) {
        ByteBuffer out = unit.raw();
        out.put(out.position(), in, at, length).position(out.position() + length);
    }

    private void endUnit() {
        ByteBuffer out = unit.raw();
        int start = unitAt + 4;
        int length = out.position() - start;
        int type = codec.unitType(out.get(start) & 0xff);
        if (codec.isParameterSet(type)) {
            try {
                sets.take(Octets.of(out, start, length));
            } catch (MalformedMedia refused) {
                malformedPackets++;
            }
            out.position(unitAt);
        } else if (codec.isDelimiter(type)) {
            out.position(unitAt);
        } else {
            out.putInt(unitAt, length);
            if (codec.isKey(type)) {
                unit.markKey();
            }
        }
        unitAt = -1;
    }

    private void dropOpenUnit() {
        if (unitAt >= 0) {
            unit.raw().position(unitAt);
            unitAt = -1;
            unit.markDamaged();
        }
    }

    private void oversized() {
        oversizedPictures++;
        dropOpenUnit();
    }

    private void finishPicture() throws IOException {
        dropOpenUnit();
        open = false;
        if (unit.damaged()) {
            damagedPictures++;
        }
        if (unit.length() > 0) {
            pictures.picture(unit);
        }
    }

    public long packets() {
        return packets;
    }

    public long lostPackets() {
        return lostPackets;
    }

    public long malformedPackets() {
        return malformedPackets;
    }

    public long oversizedPictures() {
        return oversizedPictures;
    }

    public long damagedPictures() {
        return damagedPictures;
    }
}
