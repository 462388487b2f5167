package custody.node.video;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A disk of its own under a folder, which can be filled; empty where nothing may be mounted. In the ordinary run it is 64 MB of
 * memory, in the long run a gigabyte of ext4 in a file, which fails as a real disk does.
 */
record SmallDisk(Path folder) implements AutoCloseable {
    private static final long GIGABYTE = 1L << 30;

    static Optional<SmallDisk> mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = Boolean.getBoolean("custody.long")
                ? filesystemInAFile(folder)
                : done("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    private static boolean filesystemInAFile(Path folder) throws IOException, InterruptedException {
        Path image = image(folder);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(GIGABYTE);
        }
        return done("mkfs.ext4", "-q", "-F", "-m", "0", image.toString())
                && done("mount", "-o", "loop", image.toString(), folder.toString());
    }

    private static Path image(Path folder) {
        return folder.resolveSibling("disk");
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Fills it until about so many bytes are left; nothing at all is left at 0. */
    void fill(long leave) {
        try (var out = Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var block = new byte[256 * 1024];
            while (Files.getFileStore(folder).getUsableSpace() > leave + block.length) {
                out.write(block);
            }
            while (leave == 0) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            if (leave > 0) {
                throw new IllegalStateException("the disk is full too early", full);
            }
        }
    }

    void empty() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() {
        try {
            done("umount", "-l", folder.toString());
            Files.deleteIfExists(image(folder));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
