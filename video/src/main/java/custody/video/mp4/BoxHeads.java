package custody.video.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Heads of boxes of one file, read some kilobytes at once, so that small boxes side by side cost no call each. One owner. */
public final class BoxHeads {
    private static final int WINDOW = 4_096;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long begin;

    /** Of a file that does not grow. */
    public BoxHeads(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        window.limit(0);
    }

    /** As {@link Box#read}, up to the file's end. */
    public Optional<Box> read(long at) throws IOException {
        int wanted = (int) Math.min(Box.LONGEST_HEAD, size - at);
        boolean there = at >= begin && at + wanted <= begin + window.limit();
        if (!there) {
            window.clear().limit((int) Math.min(WINDOW, size - at));
            Box.readFully(file, window, at);
            window.flip();
            begin = at;
        }
        return Box.of(window.slice((int) (at - begin), wanted), at, size);
    }
}
