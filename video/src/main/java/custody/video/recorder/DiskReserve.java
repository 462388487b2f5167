package custody.video.recorder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that only takes up room, given back to the disk when recording would otherwise stop: the minutes it buys are for the
 * node to make room. Below a last margin only key frames are recorded, and the gap says so.
 */
final class DiskReserve {
    private static final long MARGIN = 24L * 1024 * 1024;
    private static final int BLOCK = 1024 * 1024;

    private final Path archive;
    private final Path file;
    private final long bytes;
    private final RecorderEvents events;
    private volatile boolean keyFramesOnly;
    private boolean released;

    DiskReserve(Path archive, long bytes, RecorderEvents events) {
        this.archive = archive;
        this.file = archive.resolve("reserve");
        this.bytes = bytes;
        this.events = events;
    }

    /** Takes the room when there is plenty; written with zeros, since a file with holes reserves nothing. */
    synchronized void take() throws IOException {
        if (bytes == 0 || (Files.exists(file) && Files.size(file) == bytes) || usable() < bytes * 2 + MARGIN) {
            return;
        }
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            for (long left = bytes; left > 0; left -= block.position()) {
                block.clear().limit((int) Math.min(BLOCK, left));
                out.write(block);
            }
            out.force(true);
        }
        released = false;
    }

    /** Gives the room back; false when there is none to give. */
    synchronized boolean release() throws IOException {
        boolean gave = Files.deleteIfExists(file);
        if (gave) {
            released = true;
            events.disk("reserve-released", bytes + " bytes");
        }
        return gave;
    }

    /** Looks at the free room; called each second or so. */
    synchronized void watch() throws IOException {
        long usable = usable();
        if (usable < MARGIN && !release() && !keyFramesOnly) {
            keyFramesOnly = true;
            events.disk("key-frames-only", usable + " bytes left");
        } else if (usable > MARGIN * 2 && keyFramesOnly) {
            keyFramesOnly = false;
            events.disk("normal", usable + " bytes left");
        }
        if (released) {
            take();
        }
    }

    private long usable() throws IOException {
        return Files.getFileStore(archive).getUsableSpace();
    }

    /** Whether only key frames are to be written now. */
    boolean keyFramesOnly() {
        return keyFramesOnly;
    }
}
