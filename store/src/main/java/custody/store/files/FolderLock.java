package custody.store.files;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One live node for one data folder. The operating system frees the lock however the process ends. */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "node.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder, or throws FOLDER_IN_USE with the process that holds it. */
    public static FolderLock take(Path folder) {
        Path file = folder.resolve(NAME);
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            throw Folders.unusable(folder, unusable);
        }
        try {
            if (channel.tryLock() == null) {
                throw closing(channel, inUse(folder, channel));
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return new FolderLock(channel);
        } catch (OverlappingFileLockException sameProcess) {
            throw closing(channel, inUse(folder, channel));
        } catch (IOException unusable) {
            throw closing(channel, Folders.unusable(folder, unusable));
        }
    }

    /** Whether a live node holds the folder. */
    public static boolean held(Path folder) {
        try (FolderLock free = take(folder)) {
            return free.channel.size() < 0;
        } catch (StoreFault fault) {
            return fault.code() == Code.FOLDER_IN_USE;
        } catch (IOException unusable) {
            throw Folders.unusable(folder, unusable);
        }
    }

    private static StoreFault inUse(Path folder, FileChannel channel) {
        String holder = "another process";
        try {
            ByteBuffer pid = ByteBuffer.allocate(20);
            if (channel.isOpen() && channel.read(pid, 0) > 0) {
                holder = "process "
                        + StandardCharsets.US_ASCII
                                .decode(pid.flip())
                                .toString()
                                .strip();
            }
        } catch (IOException unreadable) {
            holder = "another process";
        }
        return new StoreFault(
                Code.FOLDER_IN_USE, "the data folder " + folder + " is in use by " + holder + "; stop that node first");
    }

    private static StoreFault closing(FileChannel channel, StoreFault fault) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            fault.addSuppressed(alreadyGone);
        }
        return fault;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            throw new java.io.UncheckedIOException(alreadyGone);
        }
    }
}
