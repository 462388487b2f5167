package custody.video.recorder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A file that only takes up room, given back to the disk when the room left lasts for a quarter of an hour at the rate at which the
 * recorder writes: the minutes it buys are for the node to make room. Below five minutes only key frames are recorded, and the gap
 * says so. Minutes and not bytes, since many cameras write in a second what one writes in a minute.
 */
final class DiskReserve {
    private static final Duration RELEASED_UNDER = Duration.ofMinutes(15);
    private static final Duration KEY_FRAMES_UNDER = Duration.ofMinutes(5);

    /** The least margin, also while the rate is unknown. */
    private static final long FLOOR = 24L * 1024 * 1024;

    /** A disk that holds but minutes of footage must still record whole pictures: no margin is more than this part of it. */
    private static final int PART = 8;

    private static final int BLOCK = 1024 * 1024;

    private final Path file;
    private final long bytes;
    private final RecorderEvents events;
    private final Room room;
    private volatile boolean keyFramesOnly;
    private long rate;

    /** The disk's room. */
    interface Room {
        /** Bytes that can still be written. */
        long usable() throws IOException;

        /** Bytes of the whole disk. */
        long total() throws IOException;

        /** Of the disk that a folder lies on. */
        static Room of(Path folder) {
            return new Room() {
                @Override
                public long usable() throws IOException {
                    return Files.getFileStore(folder).getUsableSpace();
                }

                @Override
                public long total() throws IOException {
                    return Files.getFileStore(folder).getTotalSpace();
                }
            };
        }
    }

    DiskReserve(Path archive, long bytes, RecorderEvents events, Room room) {
        this.file = archive.resolve("reserve");
        this.bytes = bytes;
        this.events = events;
        this.room = room;
    }

    /** Takes the room when there is plenty; written with zeros, since a file with holes reserves nothing. */
    synchronized void take() throws IOException {
        // Twice over, so that it is not given back as soon as it is taken.
        if (bytes == 0
                || (Files.exists(file) && Files.size(file) == bytes)
                || room.usable() < bytes * 2 + margin(RELEASED_UNDER)) {
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
    }

    /** Gives the room back; false when there is none to give. */
    synchronized boolean release() throws IOException {
        boolean gave = Files.deleteIfExists(file);
        if (gave) {
            events.disk("reserve-released", bytes + " bytes");
        }
        return gave;
    }

    /** Something that is written. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException;
    }

    /** Writes, and once more where that failed and there is room to be given back. */
    <T> T written(Writing<T> writing) throws IOException {
        try {
            return writing.write();
        } catch (IOException noRoom) {
            if (!release()) {
                throw noRoom;
            }
            return writing.write();
        }
    }

    /** Looks at the free room; called each second or so. {@code writing} is what is written in a second now. */
    synchronized void watch(long writing) throws IOException {
        // Key frames alone take little, and a full disk nothing: neither is a reason to think that the room lasts.
        rate = keyFramesOnly ? Math.max(rate, writing) : writing;
        if (room.usable() < margin(RELEASED_UNDER)) {
            release();
        }
        long usable = room.usable();
        if (usable < margin(KEY_FRAMES_UNDER) && !keyFramesOnly) {
            keyFramesOnly = true;
            events.disk("key-frames-only", usable + " bytes left");
        } else if (usable > margin(KEY_FRAMES_UNDER) * 2 && keyFramesOnly) {
            keyFramesOnly = false;
            events.disk("normal", usable + " bytes left");
        }
        // Also the one that no start has found room for yet.
        take();
    }

    /** What is written in that time. */
    private long margin(Duration time) throws IOException {
        return Math.max(FLOOR, Math.min(rate * time.toSeconds(), room.total() / PART));
    }

    /** Whether only key frames are to be written now. */
    boolean keyFramesOnly() {
        return keyFramesOnly;
    }
}
