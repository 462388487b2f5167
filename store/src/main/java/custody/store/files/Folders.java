package custody.store.files;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
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

    /** Replaces a file durably: written beside it, readable by its owner only, synced, renamed, folder synced. */
    public static void write(Path file, byte[] content) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(beside, options, owner)) {
                channel.write(java.nio.ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(file.toAbsolutePath().resolveSibling("."));
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    /** As {@link #write(Path, byte[])}, text. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
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
