package custody.video.media;

import java.util.Locale;

/** Reads the sequence parameter set of ITU-T H.264 section 7.3.2.1.1 and annex E. */
final class H264Sequence {
    private final BitReader in;
    private int chromaFormat = 1;
    private int lumaDepth = 8;
    private int chromaDepth = 8;
    private double framesPerSecond;
    private boolean reordered;

    private H264Sequence(BitReader in) {
        this.in = in;
    }

    static PictureFormat parse(Octets unit) throws MalformedMedia {
        if (unit.length() < 4) {
            throw new MalformedMedia("sequence set ends early");
        }
        return new H264Sequence(BitReader.ofUnit(unit, 1)).read(Octets.of(unit.toArray(), 1, 3));
    }

    private PictureFormat read(Octets profile) throws MalformedMedia {
        int profileNumber = (int) in.bits(8);
        in.skip(16);
        int id = in.golomb(31);
        if (isHigh(profileNumber)) {
            readHigh();
        }
        in.golomb(12);
        readOrderCount();
        in.golomb(16);
        in.skip(1);
        long widthBlocks = in.golomb(1023) + 1L;
        long heightBlocks = in.golomb(1023) + 1L;
        int fields = in.flag() ? 1 : 2;
        if (fields == 2) {
            in.skip(1);
        }
        in.skip(1);
        long cropX = 0;
        long cropY = 0;
        if (in.flag()) {
            cropX = (chromaFormat == 1 || chromaFormat == 2 ? 2L : 1L) * (in.golomb(16_384) + in.golomb(16_384));
            cropY = (chromaFormat == 1 ? 2L : 1L) * fields * (in.golomb(16_384) + in.golomb(16_384));
        }
        int width = PictureFormat.side(widthBlocks * 16, cropX);
        int height = PictureFormat.side(heightBlocks * 16 * fields, cropY);
        readUsability();
        var name = String.format(Locale.ROOT, "avc1.%02X%02X%02X", profile.at(0), profile.at(1), profile.at(2));
        return new PictureFormat(
                id,
                width,
                height,
                name,
                framesPerSecond,
                reordered,
                chromaFormat,
                lumaDepth,
                chromaDepth,
                profile,
                1,
                false);
    }

    private static boolean isHigh(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private void readHigh() throws MalformedMedia {
        chromaFormat = in.golomb(3);
        if (chromaFormat == 3) {
            in.skip(1);
        }
        lumaDepth = 8 + in.golomb(6);
        chromaDepth = 8 + in.golomb(6);
        in.skip(1);
        if (in.flag()) {
            int lists = chromaFormat == 3 ? 12 : 8;
            for (int i = 0; i < lists; i++) {
                if (in.flag()) {
                    skipScalingList(i < 6 ? 16 : 64);
                }
            }
        }
    }

    private void skipScalingList(int size) throws MalformedMedia {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = (last + in.signedGolomb()) & 0xff;
            }
            if (next != 0) {
                last = next;
            }
        }
    }

    private void readOrderCount() throws MalformedMedia {
        int type = in.golomb(2);
        if (type == 0) {
            in.golomb(12);
        } else if (type == 1) {
            in.skip(1);
            in.signedGolomb();
            in.signedGolomb();
            int cycle = in.golomb(255);
            for (int i = 0; i < cycle; i++) {
                in.signedGolomb();
            }
        }
    }

    /** The usability information only advises: a camera that breaks off inside it is still recorded. */
    private void readUsability() {
        try {
            if (in.flag()) {
                readUsabilityFields();
            }
        } catch (MalformedMedia tolerated) {
            reordered = false;
        }
    }

    private void readUsabilityFields() throws MalformedMedia {
        if (in.flag() && in.bits(8) == 255) {
            in.skip(32);
        }
        if (in.flag()) {
            in.skip(1);
        }
        if (in.flag()) {
            in.skip(4);
            if (in.flag()) {
                in.skip(24);
            }
        }
        if (in.flag()) {
            in.golomb(5);
            in.golomb(5);
        }
        if (in.flag()) {
            long unit = in.bits(32);
            long scale = in.bits(32);
            in.skip(1);
            framesPerSecond = unit == 0 ? 0 : Math.min(1000, scale / (2.0 * unit));
        }
        boolean nal = in.flag();
        if (nal) {
            skipReferenceDecoder();
        }
        boolean vcl = in.flag();
        if (vcl) {
            skipReferenceDecoder();
        }
        if (nal || vcl) {
            in.skip(1);
        }
        in.skip(1);
        if (in.flag()) {
            in.skip(1);
            for (int i = 0; i < 4; i++) {
                in.golomb(Integer.MAX_VALUE);
            }
            reordered = in.golomb(16) > 0;
        }
    }

    private void skipReferenceDecoder() throws MalformedMedia {
        int count = in.golomb(31) + 1;
        in.skip(8);
        for (int i = 0; i < count; i++) {
            in.golomb(Integer.MAX_VALUE);
            in.golomb(Integer.MAX_VALUE);
            in.skip(1);
        }
        in.skip(20);
    }
}
