package custody.video.archive;

import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.media.PictureFormat;
import java.nio.ByteBuffer;

/** Finds coding and picture size in a {@code moov} of ours, by its decoder record. */
final class DescriptionReader {
    private static final int ENTRY_HEAD = 86;

    private DescriptionReader() {}

    /** The sample entry box as it stands in the file. */
    static ByteBuffer entry(ByteBuffer movie) throws MalformedMedia {
        ByteBuffer at = movie;
        for (String type : new String[] {"trak", "mdia", "minf", "stbl", "stsd"}) {
            at = child(at, 0, type);
        }
        if (at.remaining() < 8 + ENTRY_HEAD) {
            throw new MalformedMedia("stsd");
        }
        return at.slice(8, at.remaining() - 8);
    }

    static SegmentFile.Description read(ByteBuffer movie) throws MalformedMedia {
        ByteBuffer entry = entry(movie);
        Codec codec = switch (entry.get(4)) {
            case 'a' -> Codec.H264;
            case 'h' -> Codec.H265;
            default -> throw new MalformedMedia("coding");
        };
        ByteBuffer decoder = child(entry, ENTRY_HEAD, codec == Codec.H264 ? "avcC" : "hvcC");
        PictureFormat format = PictureFormat.of(codec, sequenceSet(codec, decoder));
        return new SegmentFile.Description(format.codecString(), format.width(), format.height());
    }

    private static Octets sequenceSet(Codec codec, ByteBuffer decoder) throws MalformedMedia {
        try {
            if (codec == Codec.H264) {
                return Octets.of(decoder, 8, decoder.getShort(6) & 0xffff);
            }
            int at = 23;
            while ((decoder.get(at) & 0x3f) != 33) {
                int sets = decoder.getShort(at + 1);
                at += 3;
                for (int i = 0; i < sets; i++) {
                    at += 2 + (decoder.getShort(at) & 0xffff);
                }
            }
            return Octets.of(decoder, at + 5, decoder.getShort(at + 3) & 0xffff);
        } catch (IndexOutOfBoundsException beyond) {
            throw new MalformedMedia("decoder record ends early");
        }
    }

    private static ByteBuffer child(ByteBuffer parent, int from, String type) throws MalformedMedia {
        int at = from;
        while (parent.limit() - at >= 8) {
            int length = parent.getInt(at);
            if (length < 8 || length > parent.limit() - at) {
                throw new MalformedMedia("box in moov");
            }
            boolean same = true;
            for (int i = 0; i < 4; i++) {
                same &= parent.get(at + 4 + i) == type.charAt(i);
            }
            if (same) {
                return parent.slice(at + 8, length - 8);
            }
            at += length;
        }
        throw new MalformedMedia("no " + type);
    }
}
