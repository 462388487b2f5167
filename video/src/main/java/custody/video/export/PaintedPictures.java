package custody.video.export;

import custody.video.media.MalformedMedia;
import custody.video.mp4.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Counts the pictures of a film that somebody else's program wrote, from its table of sizes. */
final class PaintedPictures {
    private static final int MOST_BOXES = 64;
    private static final List<String> WAY = List.of("moov", "trak", "mdia", "minf", "stbl");

    private PaintedPictures() {}

    /** How many pictures the film's first track has. */
    static long count(FileChannel film) throws IOException {
        long from = 0;
        long to = film.size();
        for (String type : WAY) {
            Box box = find(film, from, to, type);
            from = box.at() + box.headLength();
            to = box.end();
        }
        Box sizes = find(film, from, to, "stsz");
        if (sizes.length() < sizes.headLength() + 12) {
            throw new MalformedMedia("stsz is short");
        }
        ByteBuffer count = ByteBuffer.allocate(4);
        Box.readFully(film, count, sizes.at() + sizes.headLength() + 8);
        return Integer.toUnsignedLong(count.getInt(0));
    }

    private static Box find(FileChannel film, long from, long to, String type) throws IOException {
        return Box.all(film, from, to, MOST_BOXES).stream()
                .filter(box -> box.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new MalformedMedia("no " + type));
    }
}
