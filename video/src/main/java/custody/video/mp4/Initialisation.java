package custody.video.mp4;

import custody.video.media.Codec;
import custody.video.media.Octets;
import custody.video.media.StreamFormat;
import java.util.List;
import java.util.UUID;

/** The head of a fragmented file: {@code ftyp}, our own {@code uuid} box, {@code moov} with one video track of 90 000 ticks a second. */
public final class Initialisation {
    private Initialisation() {}

    /** A {@code uuid} box of our own before {@code moov}; players pass over it. */
    public record Own(UUID type, Octets content) {}

    public static byte[] of(StreamFormat format, Own own) {
        var out = new BoxWriter();
        int type = out.open("ftyp");
        out.text("iso5").u32(512).text("iso5iso6mp41").close(type);
        own(out, own);
        int movie = out.open("moov");
        movieHeader(out, 0);
        int track = out.open("trak");
        trackHeader(out, format.pictures().width(), format.pictures().height(), 0);
        int media = out.open("mdia");
        mediaHeader(out, 0);
        int information = openInformation(out);
        int table = out.open("stbl");
        descriptions(out, List.of(format));
        for (String empty : new String[] {"stts", "stsc", "stco"}) {
            int box = out.openFull(empty, 0, 0);
            out.u32(0).close(box);
        }
        int sizes = out.openFull("stsz", 0, 0);
        out.u32(0).u32(0).close(sizes);
        out.close(table).close(information).close(media).close(track);
        int extension = out.open("mvex");
        int defaults = out.openFull("trex", 0, 0);
        out.u32(1).u32(1).u32(1).u32(0).u32(0).close(defaults);
        out.close(extension).close(movie);
        return out.toArray();
    }

    /** Writes one of our boxes. */
    public static void own(BoxWriter out, Own own) {
        int box = out.open("uuid");
        out.u64(own.type().getMostSignificantBits())
                .u64(own.type().getLeastSignificantBits())
                .put(own.content())
                .close(box);
    }

    static void movieHeader(BoxWriter out, long ticks) {
        int box = out.openFull("mvhd", 1, 0);
        out.zeros(16).u32(Codec.CLOCK).u64(ticks).u32(0x10000).u16(0x100).zeros(10);
        matrix(out).zeros(24).u32(2).close(box);
    }

    static void trackHeader(BoxWriter out, int width, int height, long ticks) {
        int box = out.openFull("tkhd", 1, 3);
        out.zeros(16).u32(1).u32(0).u64(ticks).zeros(16);
        matrix(out).u32((long) width << 16).u32((long) height << 16).close(box);
    }

    static void mediaHeader(BoxWriter out, long ticks) {
        int box = out.openFull("mdhd", 1, 0);
        out.zeros(16).u32(Codec.CLOCK).u64(ticks).u16(0x55c4).u16(0).close(box);
        int handler = out.openFull("hdlr", 0, 0);
        out.u32(0).text("vide").zeros(12).text("video").u8(0).close(handler);
    }

    /** Opens {@code minf} with its fixed boxes. */
    static int openInformation(BoxWriter out) {
        int information = out.open("minf");
        int video = out.openFull("vmhd", 0, 1);
        out.zeros(8).close(video);
        int data = out.open("dinf");
        int references = out.openFull("dref", 0, 0);
        int here = out.u32(1).openFull("url ", 0, 1);
        out.close(here).close(references).close(data);
        return information;
    }

    static void descriptions(BoxWriter out, List<StreamFormat> formats) {
        int box = out.openFull("stsd", 0, 0);
        out.u32(formats.size());
        for (StreamFormat format : formats) {
            SampleEntries.write(out, format);
        }
        out.close(box);
    }

    private static BoxWriter matrix(BoxWriter out) {
        for (long value : new long[] {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000L}) {
            out.u32(value);
        }
        return out;
    }
}
