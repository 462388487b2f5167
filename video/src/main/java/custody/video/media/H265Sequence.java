package custody.video.media;

import java.util.Locale;

/** Reads the sequence parameter set of ITU-T H.265 section 7.3.2.2 as far as the bit depths. */
final class H265Sequence {
    private static final int PROFILE_BYTES = 12;

    private H265Sequence() {}

    static PictureFormat parse(Octets unit) throws MalformedMedia {
        BitReader in = BitReader.ofUnit(unit, 2);
        in.skip(4);
        int moreLayers = (int) in.bits(3);
        if (moreLayers > 6) {
            throw new MalformedMedia("sub-layers of a sequence set");
        }
        boolean nested = in.flag();
        var profile = new byte[PROFILE_BYTES];
        for (int i = 0; i < PROFILE_BYTES; i++) {
            profile[i] = (byte) in.bits(8);
        }
        skipSubLayers(in, moreLayers);
        int id = in.golomb(15);
        int chromaFormat = in.golomb(3);
        if (chromaFormat == 3) {
            in.skip(1);
        }
        int codedWidth = in.golomb(16_384);
        int codedHeight = in.golomb(16_384);
        long cropX = 0;
        long cropY = 0;
        if (in.flag()) {
            cropX = (chromaFormat == 1 || chromaFormat == 2 ? 2L : 1L) * (in.golomb(16_384) + in.golomb(16_384));
            cropY = (chromaFormat == 1 ? 2L : 1L) * (in.golomb(16_384) + in.golomb(16_384));
        }
        int lumaDepth = 8 + in.golomb(8);
        int chromaDepth = 8 + in.golomb(8);
        int width = PictureFormat.side(codedWidth, cropX);
        int height = PictureFormat.side(codedHeight, cropY);
        var octets = Octets.of(profile);
        boolean reordered = readReordered(in, moreLayers);
        return new PictureFormat(
                id,
                width,
                height,
                name(octets),
                0,
                reordered,
                chromaFormat,
                lumaDepth,
                chromaDepth,
                octets,
                moreLayers + 1,
                nested);
    }

    private static void skipSubLayers(BitReader in, int moreLayers) throws MalformedMedia {
        var present = new long[moreLayers];
        for (int i = 0; i < moreLayers; i++) {
            present[i] = in.bits(2);
        }
        if (moreLayers > 0) {
            in.skip(2 * (8 - moreLayers));
        }
        for (long flags : present) {
            in.skip(((flags & 2) != 0 ? 88 : 0) + ((flags & 1) != 0 ? 8 : 0));
        }
    }

    /** Only advice, therefore a set that ends here is tolerated. */
    private static boolean readReordered(BitReader in, int moreLayers) {
        try {
            in.golomb(12);
            boolean each = in.flag();
            boolean reordered = false;
            for (int i = each ? 0 : moreLayers; i <= moreLayers; i++) {
                in.golomb(16);
                reordered = in.golomb(16) > 0;
                in.golomb(Integer.MAX_VALUE);
            }
            return reordered;
        } catch (MalformedMedia tolerated) {
            return false;
        }
    }

    /** RFC 6381 name by ISO/IEC 14496-15 annex E.3. */
    private static String name(Octets profile) {
        var name = new StringBuilder("hvc1.");
        int space = profile.at(0) >> 6;
        if (space > 0) {
            name.append((char) ('A' + space - 1));
        }
        name.append(profile.at(0) & 0x1f).append('.');
        int flags = (profile.at(1) << 24) | (profile.at(2) << 16) | (profile.at(3) << 8) | profile.at(4);
        name.append(Integer.toHexString(Integer.reverse(flags)).toUpperCase(Locale.ROOT))
                .append('.');
        name.append((profile.at(0) & 0x20) != 0 ? 'H' : 'L').append(profile.at(11));
        int last = 10;
        while (last >= 5 && profile.at(last) == 0) {
            last--;
        }
        for (int i = 5; i <= last; i++) {
            name.append('.').append(Integer.toHexString(profile.at(i)).toUpperCase(Locale.ROOT));
        }
        return name.toString();
    }
}
