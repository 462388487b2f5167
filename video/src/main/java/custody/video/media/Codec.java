package custody.video.media;

import java.util.Optional;

/** The two codings that cameras send and this room records. Numbers of unit types: ITU-T H.264 table 7-1, H.265 table 7-1. */
public enum Codec {
    H264("H264", 1) {
        @Override
        public int unitType(int firstByte) {
            return firstByte & 0x1f;
        }

        @Override
        public boolean isKey(int unitType) {
            return unitType == 5;
        }

        @Override
        public boolean isPicture(int unitType) {
            return unitType >= 1 && unitType <= 5;
        }

        @Override
        public boolean isParameterSet(int unitType) {
            return unitType == 7 || unitType == 8;
        }

        @Override
        public boolean isDelimiter(int unitType) {
            return unitType >= 9 && unitType <= 11;
        }
    },
    H265("H265", 2) {
        @Override
        public int unitType(int firstByte) {
            return (firstByte >> 1) & 0x3f;
        }

        @Override
        public boolean isKey(int unitType) {
            return unitType >= 16 && unitType <= 21;
        }

        @Override
        public boolean isPicture(int unitType) {
            return unitType < 32;
        }

        @Override
        public boolean isParameterSet(int unitType) {
            return unitType >= 32 && unitType <= 34;
        }

        @Override
        public boolean isDelimiter(int unitType) {
            return unitType >= 35 && unitType <= 37;
        }
    };

    /** Ticks a second of every RTP video clock (RFC 6184 section 8.2.1, RFC 7798 section 7.1). */
    public static final int CLOCK = 90_000;

    private final String rtpName;
    private final int headerLength;

    Codec(String rtpName, int headerLength) {
        this.rtpName = rtpName;
        this.headerLength = headerLength;
    }

    /** The name in {@code a=rtpmap}. */
    public String rtpName() {
        return rtpName;
    }

    /** Bytes of a unit's header. */
    public int headerLength() {
        return headerLength;
    }

    public abstract int unitType(int firstByte);

    /** A picture that can be decoded without any before it. */
    public abstract boolean isKey(int unitType);

    public abstract boolean isPicture(int unitType);

    /** Sets the decoder needs before the first picture; they live in the file's header, not among the samples. */
    public abstract boolean isParameterSet(int unitType);

    /** Delimiters and ends of sequence, which a file must not carry. */
    public abstract boolean isDelimiter(int unitType);

    public static Optional<Codec> named(String rtpName) {
        for (Codec codec : values()) {
            if (codec.rtpName.equalsIgnoreCase(rtpName)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
