package custody.store.files;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files of the data folder that must survive power loss and be nobody else's to read. */
public final class Folders {
    private static final String FULL = "No space left on device";
    private static final int PIECE = 1 << 16;

    private Folders() {}

    /** Makes a folder that only its owner may enter; leaves an existing one as it is. */
    public static Path own(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException unusable) {
            throw unusable(folder, unusable);
        }
    }

    /**
     * Replaces a file durably: written beside it, readable by its owner only, synced, renamed, folder synced. A disk that has
     * no room for all of it leaves the old file as it was.
     */
    public static void write(Path file, byte[] content) {
        try {
            replace(file, channel -> whole(channel, ByteBuffer.wrap(content)));
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    /** Deletes a file durably, if it is there. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            sync(file.toAbsolutePath().resolveSibling("."));
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    /** As {@link #write(Path, byte[])}, text. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, byte[])}, with all that a stream gives, of whatever length. */
    public static void write(Path file, InputStream content) throws IOException {
        replace(file, channel -> {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                whole(channel, ByteBuffer.wrap(piece, 0, read));
            }
        });
    }

    /** What a new file is to hold. */
    @FunctionalInterface
    private interface Content {
        void into(FileChannel channel) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = FileChannel.open(beside, options, owner)) {
                content.into(channel);
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unfinished) {
            discard(beside, unfinished);
            throw unfinished;
        }
        sync(file.toAbsolutePath().resolveSibling("."));
    }

    /** What was begun takes no room from others on a disk that is full. */
    private static void discard(Path beside, IOException unfinished) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException stays) {
            unfinished.addSuppressed(stays);
        }
    }

    /** Writes all of it: a channel takes as much as there is room for, and only the next write says that the disk is full. */
    static void whole(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) <= 0) {
                throw new IOException(FULL);
            }
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The fault of a folder or file that cannot be used: full disk or otherwise. */
    public static StoreFault unusable(Path path, IOException cause) {
        if (full(String.valueOf(cause.getMessage()))) {
            return new StoreFault(
                    Code.DISK_FULL, "no space left on the disk of " + path + "; free some and start again", cause);
        }
        return new StoreFault(Code.FOLDER_UNUSABLE, "cannot use " + path + ": " + cause, cause);
    }

    /** Whether a message says that the disk is full. */
    public static boolean full(String text) {
        return text.contains(FULL);
    }
}
