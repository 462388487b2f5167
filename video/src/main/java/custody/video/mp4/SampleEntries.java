package custody.video.mp4;

import custody.video.media.Octets;
import custody.video.media.PictureFormat;
import custody.video.media.StreamFormat;
import java.util.List;

/** The description of the samples with the decoder's record inside: avc1/avcC and hvc1/hvcC (ISO/IEC 14496-15 sections 5.3.3 and 8.3.3). */
final class SampleEntries {
    private SampleEntries() {}

    static void write(BoxWriter out, StreamFormat format) {
        PictureFormat pictures = format.pictures();
        int entry = out.open(
                switch (format.codec()) {
                    case H264 -> "avc1";
                    case H265 -> "hvc1";
                });
        out.zeros(6).u16(1).zeros(16).u16(pictures.width()).u16(pictures.height());
        out.u32(0x480000).u32(0x480000).u32(0).u16(1).zeros(32).u16(0x18).u16(0xffff);
        switch (format.codec()) {
            case H264 -> decoderH264(out, format);
            case H265 -> decoderH265(out, format);
        }
        out.close(entry);
    }

    private static void decoderH264(BoxWriter out, StreamFormat format) {
        PictureFormat pictures = format.pictures();
        int record = out.open("avcC");
        out.u8(1).put(pictures.profile()).u8(0xff);
        sets(out.u8(0xe0 | Math.min(31, format.sequence().size())), format.sequence(), 31);
        sets(out.u8(Math.min(255, format.picture().size())), format.picture(), 255);
        switch (pictures.profile().at(0)) {
            case 100, 110, 122, 144 ->
                out.u8(0xfc | pictures.chromaFormat())
                        .u8(0xf8 | (pictures.lumaDepth() - 8))
                        .u8(0xf8 | (pictures.chromaDepth() - 8))
                        .u8(0);
            default -> {
                // Other profiles have no such bytes.
            }
        }
        out.close(record);
    }

    private static void decoderH265(BoxWriter out, StreamFormat format) {
        PictureFormat pictures = format.pictures();
        int record = out.open("hvcC");
        out.u8(1).put(pictures.profile()).u16(0xf000).u8(0xfc).u8(0xfc | pictures.chromaFormat());
        out.u8(0xf8 | (pictures.lumaDepth() - 8))
                .u8(0xf8 | (pictures.chromaDepth() - 8))
                .u16(0);
        out.u8(pictures.subLayers() << 3 | (pictures.nested() ? 4 : 0) | 3).u8(3);
        array(out, 32, format.video());
        array(out, 33, format.sequence());
        array(out, 34, format.picture());
        out.close(record);
    }

    private static void array(BoxWriter out, int type, List<Octets> sets) {
        sets(out.u8(0x80 | type).u16(sets.size()), sets, sets.size());
    }

    private static void sets(BoxWriter out, List<Octets> sets, int most) {
        for (Octets set : sets.subList(0, Math.min(most, sets.size()))) {
            out.u16(set.length()).put(set);
        }
    }
}
